using System.Globalization;
using Readiness.Recording;

namespace Readiness.Checks.Alerts;

/// <summary>What the journal knows of the integration's alerts.</summary>
public static class AlertHistory
{
    /// <summary>Every time that an alert was firing, oldest first.</summary>
    public static IReadOnlyList<AlertSpell> Spells(Journal journal)
    {
        Dictionary<string, TimeSpan> ends = [];
        foreach (var note in journal.NotesNamed(NoteNames.Alert).Where(note => note["status"] == "resolved"))
        {
            ends.TryAdd(note["spell"] ?? "", note.At);
        }

        return
        [
            .. journal.NotesNamed(NoteNames.Alert).Where(note => note["status"] == "firing").Select(note => new AlertSpell
            {
                Number = note.Number,
                Alert = note["alert"] ?? "",
                Names = Symptoms(note["names"]),
                Perhaps = Symptoms(note["perhaps"]),
                SeenAt = note.At,
                BeganAt = Seconds(note["began"]),
                EndedAt = ends.TryGetValue(note["spell"] ?? "", out var end) ? end : null,
            }),
        ];
    }

    /// <summary>How long an alert may take to come, as declared; null where no way to see alerts is declared.</summary>
    public static TimeSpan? Within(Journal journal) =>
        journal.NotesNamed(NoteNames.AlertsDeclared).FirstOrDefault() is { } declared ? Seconds(declared["within"]) : null;

    /// <summary>Why alerts could not be seen for a part of that time; null where they could.</summary>
    public static string? Unseen(Journal journal, TimeSpan from, TimeSpan until)
    {
        string? problem = null;
        foreach (var note in journal.Notes.Where(note => note.Name is NoteNames.AlertsUnseen or NoteNames.AlertsSeen && note.At <= until))
        {
            problem = note.Name == NoteNames.AlertsUnseen ? note["problem"] ?? "" : note.At >= from ? problem : null;
            if (problem is not null && note.At >= from)
            {
                return problem;
            }
        }

        return problem;
    }

    /// <summary>When the first scenario began; what was firing before has nothing to do with the run.</summary>
    public static TimeSpan FirstScenarioAt(Journal journal) => journal.NotesNamed(NoteNames.ScenarioStarted).FirstOrDefault()?.At ?? journal.End;

    private static string[] Symptoms(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : null;
}
