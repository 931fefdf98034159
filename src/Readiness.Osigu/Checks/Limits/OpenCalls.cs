using Readiness.Recording;

namespace Readiness.Osigu.Checks.Limits;

/// <summary>How many requests of the integration were open at the moment in which one of them arrived, and how much work the harness itself had given it.</summary>
/// <param name="Call">The request that arrived.</param>
/// <param name="Open">Requests without an answer at that moment, this one included.</param>
/// <param name="Asked">Operations that were open, and genuine events that were delivered a moment before, each counted once: each may have calls of its own.</param>
internal sealed record OpenCalls(Exchange Call, int Open, int Asked)
{
    /// <summary>How long an event may keep its receiver busy.</summary>
    private static readonly TimeSpan Handling = TimeSpan.FromSeconds(30);

    /// <summary>One for each request, in order of arrival.</summary>
    public static IReadOnlyList<OpenCalls> In(Journal journal)
    {
        var ended = new PriorityQueue<int, TimeSpan>();
        var open = new List<OpenCalls>();
        foreach (var call in journal.Exchanges)
        {
            while (ended.TryPeek(out _, out var end) && end <= call.At)
            {
                ended.Dequeue();
            }

            ended.Enqueue(call.Number, call.EndedAt ?? TimeSpan.MaxValue);
            open.Add(new OpenCalls(call, ended.Count, ended.Count > LoadStaysWithinTenWorkers.Workers ? Work(journal, call.At) : 0));
        }

        return open;
    }

    private static int Work(Journal journal, TimeSpan moment) =>
        journal.Operations.Count(call => call.At <= moment && (call.EndedAt is not { } ended || ended >= moment))
        + journal.Deliveries.Where(delivery => delivery.Sent.Genuine && delivery.At <= moment && delivery.At >= moment - Handling).DistinctBy(delivery => delivery.Sent.EventId).Count();
}
