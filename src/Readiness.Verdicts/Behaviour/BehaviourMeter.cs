using System.Globalization;
using Readiness.Recording;

namespace Readiness.Verdicts.Behaviour;

/// <summary>Measures how an integration behaved, from the journal alone.</summary>
public sealed class BehaviourMeter(Journal journal, TrafficVocabulary traffic)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public BehaviourProfile Measure()
    {
        var tokens = journal.Exchanges.Count(IsToken);
        var calls = journal.Exchanges.Count - tokens;
        return new BehaviourProfile
        {
            Calls = calls,
            TokenRequests = tokens,
            TokensPer100Calls = calls == 0 ? null : Math.Round(100m * tokens / calls, 1, MidpointRounding.AwayFromZero),
            Faults = FaultySeries.Behaviour(journal),
            Limits = [.. traffic.Limits.Select(Against)],
            Apis = [.. journal.Exchanges.GroupBy(traffic.Api).OrderBy(api => api.Key, StringComparer.Ordinal).Select(api => new ApiBehaviour(api.Key, api.Count(), MostOpen([.. api])))],
            Acknowledgements = Acknowledgements(),
            Duplicates = Duplicates(),
        };
    }

    private bool IsToken(Exchange call) => traffic.TokenOperation is { } operation && call.Request.Operation == operation;

    private LimitBehaviour Against(TrafficLimit limit)
    {
        Exchange[] calls = [.. journal.Exchanges.Where(limit.Counts)];
        var (most, first, busiest) = (0, 0, TimeSpan.Zero);
        for (var last = 0; last < calls.Length; last++)
        {
            while (calls[last].At - calls[first].At >= Minute)
            {
                first++;
            }

            if (last - first + 1 > most)
            {
                (most, busiest) = (last - first + 1, calls[last].At);
            }
        }

        var asked = most == 0 ? 0 : journal.Operations.Count(operation => operation.At <= busiest && operation.At > busiest - Minute);
        return new LimitBehaviour(limit.Name, most, asked, limit.Calls);
    }

    private static int MostOpen(IReadOnlyList<Exchange> calls)
    {
        var ends = new PriorityQueue<int, TimeSpan>();
        var most = 0;
        foreach (var call in calls)
        {
            while (ends.TryPeek(out _, out var end) && end <= call.At)
            {
                ends.Dequeue();
            }

            ends.Enqueue(call.Number, call.EndedAt ?? TimeSpan.MaxValue);
            most = Math.Max(most, ends.Count);
        }

        return most;
    }

    private AcknowledgementBehaviour? Acknowledgements()
    {
        // One that is open when the run ends was neither acknowledged nor missed.
        Delivery[] genuine = [.. journal.Deliveries.Where(delivery => delivery.Sent.Genuine && delivery.Answer is not null)];
        if (genuine.Length == 0)
        {
            return null;
        }

        int[] milliseconds = [.. genuine.Where(delivery => delivery.Acknowledged).Select(delivery => (int)Math.Round(delivery.Latency!.Value.TotalMilliseconds)).Order()];
        return new AcknowledgementBehaviour(milliseconds.Length, genuine.Length - milliseconds.Length, Rank(milliseconds, 50), Rank(milliseconds, 95), Rank(milliseconds, 100), (int)traffic.AcknowledgeWithin.TotalMilliseconds);
    }

    private static int Rank(int[] sorted, int percent) => sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(percent / 100.0 * sorted.Length) - 1)];

    private DuplicateBehaviour? Duplicates()
    {
        var repeated = journal.Deliveries.Where(delivery => delivery.Sent.Genuine).GroupBy(delivery => delivery.Sent.EventId).Where(copies => copies.Skip(1).Any())
            .ToDictionary(copies => copies.Key, copies => copies.Count() - 1);
        if (repeated.Count == 0)
        {
            return null;
        }

        var told = EffectsTold().Where(told => repeated.ContainsKey(told.EventId)).ToArray();
        return new DuplicateBehaviour(repeated.Count, repeated.Values.Sum(), told.Select(one => one.EventId).Distinct().Count(), told.Length == 0 ? null : told.Max(one => one.Effects));
    }

    private IEnumerable<(string EventId, int Effects)> EffectsTold()
    {
        foreach (var call in journal.Operations.Where(call => traffic.EffectsOperation is { } operation && call.Operation == operation && call.Outcome == Outcome.Succeeded))
        {
            if (JsonText.Parse(call.Asked.Input) is { } input && JsonText.At(input, "/event_id") is { } of && int.TryParse(call.Result("/count"), NumberStyles.None, CultureInfo.InvariantCulture, out var effects))
            {
                yield return (of, effects);
            }
        }
    }
}
