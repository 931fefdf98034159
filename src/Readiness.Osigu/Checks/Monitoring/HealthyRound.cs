using System.Globalization;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Monitoring;

/// <summary>A time in which all was well, save for one refused token.</summary>
/// <param name="Watch">How long alerts had to be watched for, so that one would have shown.</param>
/// <param name="Waiting">How many requests waited for their sponsor meanwhile.</param>
/// <param name="EndedAt">Null where it was not seen to its end.</param>
internal sealed record HealthyRound(string Stimulus, TimeSpan BeganAt, TimeSpan? EndedAt, TimeSpan Watch, int Waiting)
{
    /// <summary>The rounds of a scenario, oldest first.</summary>
    public static IReadOnlyList<HealthyRound> Of(ScenarioEvidence evidence)
    {
        var ends = evidence.Journal.NotesNamed(OsiguNotes.HealthyWorkEnded).ToLookup(note => note["stimulus"] ?? "", note => note.At);
        return
        [
            .. evidence.Journal.NotesNamed(OsiguNotes.HealthyWorkBegan).Where(note => evidence.Covers(note.At)).Select(note => new HealthyRound(
                note["stimulus"] ?? "",
                note.At,
                ends[note["stimulus"] ?? ""].Select(end => (TimeSpan?)end).FirstOrDefault(),
                TimeSpan.FromSeconds(double.Parse(note["watch"] ?? "0", CultureInfo.InvariantCulture)),
                int.Parse(note["waiting"] ?? "0", CultureInfo.InvariantCulture))),
        ];
    }
}
