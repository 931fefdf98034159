using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Limits;

/// <summary>Calls that nobody asked for: what the integration does by itself.</summary>
internal static class OwnCalls
{
    /// <summary>Work that is done right after an operation, such as subscribing, belongs to it.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(2);

    /// <summary>Work that is done after an event belongs to the event.</summary>
    private static readonly TimeSpan AfterAnEvent = TimeSpan.FromSeconds(10);

    /// <summary>Calls about requests that wait for their sponsor, after the provider has said so; and calls about nothing in particular while no operation is open.</summary>
    /// <param name="waiting">The requests, each with the moment from which it waits.</param>
    public static IReadOnlyList<Exchange> In(Journal journal, IReadOnlyList<(Stimulus Stimulus, TimeSpan Since)> waiting) =>
    [
        .. journal.Exchanges.Where(call => IsGeneral(call)
            && (waiting.Any(one => call.At > one.Since && call.Concerns(one.Stimulus.Id)) || IsIdle(journal, call))),
    ];

    /// <summary>The largest group of calls within one minute.</summary>
    public static IReadOnlyList<Exchange> BusiestMinute(IReadOnlyList<Exchange> calls) =>
        calls.Select((first, index) => (IReadOnlyList<Exchange>)[.. calls.Skip(index).TakeWhile(call => call.At - first.At < TimeSpan.FromMinutes(1))])
            .MaxBy(group => group.Count) ?? [];

    /// <summary>Such as <c>40 read-authorization, 12 sponsor-forms</c>.</summary>
    public static string Kinds(IReadOnlyList<Exchange> calls) => Say.List(calls.CountBy(call => call.Request.Operation ?? "").Select(pair => $"{pair.Value} {pair.Key}"));

    /// <summary>The token endpoint has a limit of its own; what a planned fault answered may be repeated for it.</summary>
    public static bool IsGeneral(Exchange call) => call is { Request.Operation: not null and not "token", Fault: null };

    private static bool IsIdle(Journal journal, Exchange call) =>
        call.Request.Facts.All(fact => fact.Stimulus is null)
        && journal.Operations.Any(operation => operation.At < call.At)
        && !journal.Operations.Any(operation => operation.At <= call.At && (operation.EndedAt is not { } ended || ended + Aftermath >= call.At))
        && !journal.Deliveries.Any(delivery => delivery.At <= call.At && delivery.At + AfterAnEvent >= call.At);
}
