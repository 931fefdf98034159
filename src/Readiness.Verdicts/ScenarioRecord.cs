using Readiness.Checklist;
using Readiness.Recording;

namespace Readiness.Verdicts;

/// <summary>A scenario as the journal's notes tell it.</summary>
internal sealed record ScenarioRecord
{
    /// <summary>The reason of a scenario that ran through and rests on a statement alone.</summary>
    public const string AsksForNoCheck = "no step of it asks for a check";

    public required string Id { get; init; }

    public required ItemId Item { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required bool Core { get; init; }

    public required TimeSpan StartedAt { get; init; }

    public required TimeSpan EndedAt { get; init; }

    /// <summary><c>completed</c>, <c>not exercised</c> or <c>stopped</c>; null where the journal breaks off before its end.</summary>
    public required string? Ended { get; init; }

    public required string? Reason { get; init; }

    /// <summary>Names of the checks that its steps asked for, each once.</summary>
    public required IReadOnlyList<string> Checks { get; init; }

    public required IReadOnlyList<StepResult> Steps { get; init; }

    /// <summary>True where it rests on a statement and asks for no check.</summary>
    private bool Stated => Checks.Count == 0;

    public static IReadOnlyList<ScenarioRecord> In(Journal journal)
    {
        var notes = journal.Notes.ToLookup(note => note["scenario"] ?? "");
        return [.. journal.NotesNamed(NoteNames.ScenarioStarted).Select(start => From(start, [.. notes[start["scenario"] ?? ""]], journal))];
    }

    /// <summary>The scenario's verdict from its checks' results, and why where it did not pass or fail.</summary>
    public (Verdict Verdict, string? Reason) Conclude(IReadOnlyList<CheckResult> results)
    {
        if (results.Any(result => result.Verdict == Verdict.Failed))
        {
            return (Verdict.Failed, null);
        }

        if (Ended != "completed")
        {
            return Ended == "not exercised" ? (Verdict.Inconclusive, Reason) : (Verdict.NotRun, Reason ?? "the run stopped within it");
        }

        if (Reason is not null)
        {
            return (Verdict.Inconclusive, Reason);
        }

        var open = results.FirstOrDefault(result => result.Verdict != Verdict.Passed);
        return open is not null ? (Verdict.Inconclusive, open.Saw)
            : Stated ? (Verdict.Inconclusive, AsksForNoCheck)
            : (Verdict.Passed, null);
    }

    private static ScenarioRecord From(Note start, IReadOnlyList<Note> own, Journal journal)
    {
        var end = own.FirstOrDefault(note => note.Name == NoteNames.ScenarioEnded);
        var endedAt = end?.At ?? journal.End;
        return new ScenarioRecord
        {
            Id = start["scenario"] ?? "",
            Item = new ItemId(start["item"] ?? ""),
            Title = start["title"] ?? "",
            Description = start["description"] ?? "",
            Core = start["core"] == "true",
            StartedAt = start.At,
            EndedAt = endedAt,
            Ended = end?["ended"],
            Reason = end?["reason"],
            Checks = [.. own.Where(note => note.Name == NoteNames.CheckRequired).Select(note => note["check"] ?? "").Distinct()],
            Steps = StepsOf(own, end?.Number ?? int.MaxValue, endedAt, journal),
        };
    }

    private static List<StepResult> StepsOf(IReadOnlyList<Note> own, int lastNumber, TimeSpan endedAt, Journal journal)
    {
        Note[] starts = [.. own.Where(note => note.Name == NoteNames.Step)];
        var steps = new List<StepResult>();
        for (var index = 0; index < starts.Length; index++)
        {
            var next = index + 1 < starts.Length ? starts[index + 1] : null;
            var until = next?.Number ?? lastNumber;
            int[] exchanges =
            [
                .. journal.Entries.Skip(starts[index].Number).TakeWhile(entry => entry.Number < until)
                    .Where(entry => entry is RequestReceived or DeliverySent or OperationStarted).Select(entry => entry.Number),
            ];
            steps.Add(new StepResult(starts[index]["step"] ?? "", starts[index].At, next?.At ?? endedAt, exchanges));
        }

        return steps;
    }
}
