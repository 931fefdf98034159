using System.Globalization;
using Readiness.Verdicts.Behaviour;

namespace Readiness.Reports.Comparing;

/// <summary>Where the behaviour of two runs differs by more than chance and a busy machine bring about.</summary>
/// <remarks>
/// The bounds are wide on purpose: jitter halves or doubles a pause, and a slow machine adds tens of milliseconds. A count of attempts, of effects or of
/// events that were missed does not vary by itself, so that any difference in it counts.
/// </remarks>
internal static class BehaviourDrift
{
    /// <summary>Pauses and rates that differ by less than this factor are alike.</summary>
    private const decimal Factor = 2;

    /// <summary>Tokens for every hundred calls.</summary>
    private const decimal TokenNoise = 1;

    /// <summary>A machine under load is late by as much.</summary>
    private const int LatenessMilliseconds = 250;

    private const decimal LatenessSeconds = LatenessMilliseconds / 1000m;

    /// <summary>Calls that are open at once come and go by one or two with the moment.</summary>
    private const int OpenNoise = 2;

    public static IReadOnlyList<Change> Between(BehaviourProfile old, BehaviourProfile now) =>
    [
        .. Tokens(old, now), .. Faults(old, now), .. Limits(old, now), .. Open(old, now), .. Acknowledged(old.Acknowledgements, now.Acknowledgements), .. Duplicates(old.Duplicates, now.Duplicates),
    ];

    private static IEnumerable<Change> Tokens(BehaviourProfile old, BehaviourProfile now)
    {
        if (old.TokensPer100Calls is { } before && now.TokensPer100Calls is { } after && Differ(before, after, TokenNoise))
        {
            yield return new("tokens per 100 calls", Number(before), Number(after));
        }
    }

    private static IEnumerable<Change> Faults(BehaviourProfile old, BehaviourProfile now)
    {
        foreach (var (before, after) in old.Faults.Join(now.Faults, fault => fault.Kind, fault => fault.Kind, (before, after) => (before, after)))
        {
            if (before.MostAttempts != after.MostAttempts)
            {
                yield return new($"most attempts after {before.Kind}", $"{before.MostAttempts}", $"{after.MostAttempts}");
            }

            if (Recovery(before) is var was && Recovery(after) is var isNow && was != isNow)
            {
                yield return new($"work that met {before.Kind} and succeeded", was, isNow);
            }

            for (var place = 0; place < Math.Min(before.GapSeconds.Count, after.GapSeconds.Count); place++)
            {
                if (Differ(before.GapSeconds[place], after.GapSeconds[place], LatenessSeconds))
                {
                    yield return new($"pause {place + 1} after {before.Kind}", $"{Number(before.GapSeconds[place])} s", $"{Number(after.GapSeconds[place])} s");
                }
            }
        }
    }

    // Of a few pieces one more or less is chance; none and all are not.
    private static string Recovery(FaultBehaviour fault) => fault.Recovered == 0 ? "none" : fault.Recovered == fault.Pieces ? "all" : "some";

    private static IEnumerable<Change> Limits(BehaviourProfile old, BehaviourProfile now)
    {
        foreach (var (before, after) in old.Limits.Join(now.Limits, limit => limit.Name, limit => limit.Name, (before, after) => (before, after)))
        {
            // How much was asked for depends on the machine; what one operation costs does not.
            if (before.Asked > 0 && after.Asked > 0 && Differ((decimal)before.Peak / before.Asked, (decimal)after.Peak / after.Asked, 0.5m))
            {
                yield return new(
                    $"{before.Name} in the busiest minute, for each operation that was asked for",
                    Number((decimal)before.Peak / before.Asked),
                    Number((decimal)after.Peak / after.Asked));
            }

            if (before.Peak <= before.Limit && after.Peak > after.Limit)
            {
                yield return new($"{before.Name} in the busiest minute", $"{before.Peak}", $"{after.Peak}") { Because = $"the limit is {after.Limit}" };
            }
        }
    }

    private static IEnumerable<Change> Open(BehaviourProfile old, BehaviourProfile now)
    {
        foreach (var (before, after) in old.Apis.Join(now.Apis, api => api.Name, api => api.Name, (before, after) => (before, after)))
        {
            if (Math.Abs(before.MostOpen - after.MostOpen) > OpenNoise)
            {
                yield return new($"calls to {before.Name} open at once", $"{before.MostOpen}", $"{after.MostOpen}");
            }
        }
    }

    private static IEnumerable<Change> Acknowledged(AcknowledgementBehaviour? old, AcknowledgementBehaviour? now)
    {
        if (old is null || now is null)
        {
            yield break;
        }

        if (Differ(old.P50Milliseconds, now.P50Milliseconds, LatenessMilliseconds))
        {
            yield return new("acknowledgement, p50", $"{old.P50Milliseconds} ms", $"{now.P50Milliseconds} ms");
        }

        if (Differ(old.P95Milliseconds, now.P95Milliseconds, LatenessMilliseconds))
        {
            yield return new("acknowledgement, p95", $"{old.P95Milliseconds} ms", $"{now.P95Milliseconds} ms");
        }

        if (old.Missed != now.Missed)
        {
            yield return new("genuine events that were not acknowledged", $"{old.Missed}", $"{now.Missed}");
        }
    }

    private static IEnumerable<Change> Duplicates(DuplicateBehaviour? old, DuplicateBehaviour? now)
    {
        if (old?.MostEffects is { } before && now?.MostEffects is { } after && before != after)
        {
            yield return new("effects of an event that came more than once", $"{before}", $"{after}");
        }
    }

    // Differences count where they are large against the numbers, and against what chance brings.
    private static bool Differ(decimal old, decimal now, decimal noise) =>
        Math.Abs(old - now) > noise && Math.Max(old, now) >= Factor * Math.Min(old, now);

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
