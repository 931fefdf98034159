using Readiness.Checks.Backoff;
using Readiness.Recording;

namespace Readiness.Osigu.Checks;

/// <summary>How long to watch for a repetition after an answer that should not be repeated.</summary>
internal static class QuietWatch
{
    private static readonly string[] FaultPurposes = ["passing-fault", "lasting-fault"];

    /// <summary>At least 5 s, and three times the longest pause that this integration made before a first repetition anywhere in the run.</summary>
    /// <remarks>Whoever repeats what should not be repeated does so by the same policy as elsewhere.</remarks>
    public static TimeSpan Of(Journal journal)
    {
        var gaps = journal.NotesNamed(NoteNames.Stimulus)
            .Where(note => FaultPurposes.Contains(note["purpose"]))
            .Select(note => FirstGap(journal, note["stimulus"] ?? ""));
        return BoundedWatch.Length([], failureReported: true, gaps.DefaultIfEmpty().Max());
    }

    private static TimeSpan FirstGap(Journal journal, string stimulus) =>
        journal.Exchanges.Where(exchange => exchange.Request.Operation == "search-beneficiary" && exchange.Concerns(stimulus)).Take(2).ToArray() is [{ EndedAt: { } ended }, var second]
            ? second.At - ended
            : TimeSpan.Zero;
}
