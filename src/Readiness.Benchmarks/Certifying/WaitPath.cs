using System.Globalization;
using Readiness.Recording;

namespace Readiness.Benchmarks.Certifying;

/// <summary>The waits of a run that its checklist mandates, one after the other, read from its journal.</summary>
/// <remarks>Scenarios run one after the other, so the path is the union of all waits: where two overlap, the time counts once.</remarks>
internal static class WaitPath
{
    // Below this, silence at the start of a canary is the way to the sandbox and no recovery.
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(100);

    /// <summary>In order of time, without overlap.</summary>
    public static IReadOnlyList<Wait> Of(Journal journal)
    {
        var path = new List<Wait>();
        var reached = TimeSpan.Zero;
        foreach (var wait in Noted(journal).Concat(Backoffs(journal)).Concat(Recoveries(journal)).OrderBy(wait => wait.From).ThenByDescending(wait => wait.Until))
        {
            if (wait.Until > reached)
            {
                path.Add(wait with { From = wait.From > reached ? wait.From : reached });
                reached = wait.Until;
            }
        }

        return path;
    }

    /// <summary>Waits that the harness noted where it waited.</summary>
    private static IEnumerable<Wait> Noted(Journal journal) => journal.NotesNamed(NoteNames.Wait).Select(note =>
    {
        var what = note["for"] ?? "";
        var whose = what.StartsWith("watch", StringComparison.Ordinal) ? "watch" : what.StartsWith("the integration", StringComparison.Ordinal) ? "integration" : "scenario";
        return new Wait(note.At - TimeSpan.FromSeconds(double.Parse(note["seconds"]!, CultureInfo.InvariantCulture)), note.At, whose, what);
    });

    /// <summary>From an answer that a planned fault shaped to the next attempt at the same, as long as an operation is open that waits for it.</summary>
    private static IEnumerable<Wait> Backoffs(Journal journal)
    {
        foreach (var faulted in journal.Exchanges.Where(exchange => exchange.Fault is not null && exchange.EndedAt is not null))
        {
            var from = faulted.EndedAt!.Value;
            var next = journal.Exchanges.FirstOrDefault(exchange =>
                exchange.At >= from && exchange.Request.Operation == faulted.Request.Operation && SameWork(faulted, exchange));
            var asking = journal.Operations.LastOrDefault(call => call.At <= from && (call.EndedAt is not { } end || end > from));
            if (next is not null && asking is not null && (asking.EndedAt is not { } until || until >= next.At))
            {
                yield return new Wait(from, next.At, "integration", $"the next {faulted.Request.Operation} after {faulted.Status}");
            }
        }
    }

    /// <summary>From the begin of a canary to its first sign on the wire, where a scenario left the integration with a pause to keep.</summary>
    private static IEnumerable<Wait> Recoveries(Journal journal)
    {
        foreach (var canary in journal.Operations.Where(call => call.Asked.Role == OperationRole.Canary))
        {
            var first = journal.Exchanges.FirstOrDefault(exchange => exchange.At >= canary.At);
            if (first is not null && first.At - canary.At >= Noticeable && journal.Exchanges.Any(exchange => exchange.Fault is not null && exchange.At < canary.At))
            {
                yield return new Wait(canary.At, first.At, "integration", "to speak again after a scenario");
            }
        }
    }

    private static bool SameWork(Exchange faulted, Exchange later)
    {
        var stimuli = faulted.Request.Facts.Select(fact => fact.Stimulus).OfType<string>().ToHashSet();
        return stimuli.Count == 0 || later.Request.Facts.Any(fact => fact.Stimulus is { } stimulus && stimuli.Contains(stimulus));
    }
}
