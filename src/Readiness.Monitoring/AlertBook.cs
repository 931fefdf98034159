using System.Globalization;
using Readiness.Recording;

namespace Readiness.Monitoring;

/// <summary>Keeps which alerts are firing, and notes every change in the journal. Repeats change nothing. Safe for use by many threads.</summary>
public sealed class AlertBook(JournalRecorder recorder, SymptomMatching symptoms)
{
    // More than any team can look at; a sender that floods must not fill the journal.
    private const int MostAlerts = 500;
    private const int MostComplaints = 20;
    private const int LongestText = 120;

    // What says something about an alert and nothing about people, machines or single requests.
    private static readonly HashSet<string> PlainLabels = new(["alertname", "severity", "symptom", "symptoms", "service", "component", "team", "job", "category", "kind"], StringComparer.Ordinal);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Held> held = [];
    private int spells;
    private int complaints;
    private int told;

    /// <summary>Takes what a sender said.</summary>
    /// <param name="skew">How far the sender's clock is ahead of this machine's.</param>
    public void Take(ObservedAlert alert, TimeSpan skew = default)
    {
        lock (gate)
        {
            Change(alert, skew);
        }
    }

    /// <summary>Takes the whole answer of a query: what was firing and is not among it has ended.</summary>
    public void TakeAll(IReadOnlyList<ObservedAlert> firing, TimeSpan skew = default)
    {
        lock (gate)
        {
            var present = firing.Select(alert => alert.Identity).ToHashSet(StringComparer.Ordinal);
            foreach (var gone in held.Values.Where(one => one.Alert.Firing && !present.Contains(one.Alert.Identity)).ToList())
            {
                Change(gone.Alert with { Firing = false }, skew);
            }

            foreach (var alert in firing)
            {
                Change(alert, skew);
            }
        }
    }

    /// <summary>Notes something that came as an alert and is none.</summary>
    public void Complain(string problem)
    {
        if (Interlocked.Increment(ref complaints) <= MostComplaints)
        {
            recorder.Note(NoteNames.AlertUnreadable, ("problem", Tidy(problem)));
        }
    }

    private void Change(ObservedAlert alert, TimeSpan skew)
    {
        var before = held.GetValueOrDefault(alert.Identity);
        if (before is null && held.Count >= MostAlerts)
        {
            if (told++ == 0)
            {
                Complain($"more than {MostAlerts} different alerts: those beyond are not taken");
            }

            return;
        }

        // One that ended and fired again between two looks shows by its beginning alone.
        var again = before is { Alert.Firing: true } && alert is { Firing: true, BeginningIsSteady: true } && alert.BeganAt > before.Alert.BeganAt;
        if (again)
        {
            Note(before!.Alert with { Firing = false }, before.Spell, skew);
        }

        if (alert.Firing == (before?.Alert.Firing ?? false) && !again)
        {
            return;
        }

        var spell = alert.Firing ? ++spells : before!.Spell;
        held[alert.Identity] = new Held(alert, spell);
        Note(alert, spell, skew);
    }

    private void Note(ObservedAlert alert, int spell, TimeSpan skew)
    {
        var (names, perhaps) = symptoms.Of(alert);
        var labels = alert.Labels.Where(label => PlainLabels.Contains(label.Key) || symptoms.DeclaredLabels.Contains(label.Key)).OrderBy(label => label.Key, StringComparer.Ordinal);
        recorder.Note(
            NoteNames.Alert,
            ("alert", Tidy(alert.Name)),
            ("status", alert.Firing ? "firing" : "resolved"),
            ("spell", spell.ToString(CultureInfo.InvariantCulture)),
            ("names", string.Join(',', names)),
            ("perhaps", string.Join(',', perhaps)),
            ("began", Began(alert, skew)),
            ("labels", string.Join(", ", labels.Take(20).Select(label => $"{Tidy(label.Key)}={Tidy(label.Value)}"))));
    }

    private string? Began(ObservedAlert alert, TimeSpan skew) => alert.Firing && alert.BeganAt is { } began && recorder.Snapshot().Run is { } run
        ? (began - skew - run.StartedAt).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)
        : null;

    private static string Tidy(string text)
    {
        var clean = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return clean.Length <= LongestText ? clean : $"{clean[..LongestText]}…";
    }

    private sealed record Held(ObservedAlert Alert, int Spell);
}
