using System.Globalization;
using Readiness.Checks.Backoff;
using Readiness.Recording;

namespace Readiness.Verdicts.Behaviour;

/// <summary>The attempts at one piece of work that met a planned fault first.</summary>
internal sealed class FaultySeries
{
    /// <summary>What comes later is another piece of work, and no retry.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly List<Exchange> attempts;

    private FaultySeries(Exchange first) => attempts = [first];

    private bool IsOver => attempts[^1].Fault is null;

    /// <summary>What was done about each kind of fault.</summary>
    public static IReadOnlyList<FaultBehaviour> Behaviour(Journal journal) =>
    [
        .. journal.Exchanges.GroupBy(Work).SelectMany(In).GroupBy(series => Kind(series.attempts[0]))
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new FaultBehaviour(
                kind.Key,
                kind.Count(),
                kind.Count(series => series.attempts.Any(attempt => attempt.Succeeded)),
                kind.Min(series => series.attempts.Count),
                kind.Max(series => series.attempts.Count),
                MedianGaps([.. kind]))),
    ];

    private static List<FaultySeries> In(IEnumerable<Exchange> calls)
    {
        List<FaultySeries> all = [];
        FaultySeries? open = null;
        foreach (var call in calls)
        {
            if (open is not null && (open.IsOver || call.At - End(open.attempts[^1]) > Longest))
            {
                open = null;
            }

            if (open is null)
            {
                if (call is { Fault: not null, Succeeded: false })
                {
                    all.Add(open = new FaultySeries(call));
                }
            }
            else if (!AttemptSeries.IsReplay(open.attempts[^1], call))
            {
                open.attempts.Add(call);
            }
        }

        return all;
    }

    /// <summary>The same call for the same stimuli is the same piece of work.</summary>
    private static string Work(Exchange call) =>
        string.Join('\n', call.Request.Facts.Select(fact => fact.Stimulus).OfType<string>().Distinct().Order(StringComparer.Ordinal).Prepend($"{call.Request.Method} {call.Request.Operation ?? call.Request.Target}"));

    private static string Kind(Exchange call) => call switch
    {
        { Response.Transmission: Transmission.Reset } => "reset",
        { Response.Transmission: Transmission.Truncated } => "truncated",
        { Status: > 0, Response.Transmission: Transmission.Complete } => call.Status.ToString(CultureInfo.InvariantCulture),
        _ => "no answer",
    };

    private static List<decimal> MedianGaps(IReadOnlyList<FaultySeries> all)
    {
        List<decimal> medians = [];
        for (var place = 0; ; place++)
        {
            TimeSpan[] gaps = [.. all.Where(series => series.attempts.Count > place + 1).Select(series => Gap(series.attempts[place], series.attempts[place + 1])).Order()];
            if (gaps.Length == 0)
            {
                return medians;
            }

            medians.Add(Math.Round((decimal)gaps[(gaps.Length - 1) / 2].TotalSeconds, 3));
        }
    }

    private static TimeSpan Gap(Exchange attempt, Exchange next) => End(attempt) is var ended && ended < next.At ? next.At - ended : TimeSpan.Zero;

    private static TimeSpan End(Exchange attempt) => attempt.EndedAt ?? attempt.At;
}
