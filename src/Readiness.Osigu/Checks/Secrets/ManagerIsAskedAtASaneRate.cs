using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>OSG-SEC-01: over the whole run, the secrets manager is read now and then, and not whenever a secret is used.</summary>
/// <remarks>
/// The caching clients of AWS keep a value for an hour, Vault's agent reads a value of a KV engine every five minutes; both vendors limit and AWS bills
/// what is read. Whoever keeps a value for half a minute, and each of three values by itself, stays at six reads a minute. A start, a token request
/// and a refusal are causes of their own, for then it is right to look whether something is new.
/// </remarks>
public sealed class ManagerIsAskedAtASaneRate : ICheck
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    public ItemId Item { get; } = new("OSG-SEC-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (!ManagerTraffic.WasRead(trial))
        {
            return trial.Conclude(() => "");
        }

        var limit = trial.Journal.ReadsPerMinute!.Value * trial.Processes;
        Exchange[] reads = [.. trial.Journal.ManagerReads];
        if (Flood(reads, ReadCauses.Of(trial.Journal, reads), limit) is var (flood, explained) && flood.Length > 0)
        {
            trial.Breach(
                $"at most {Say.Count(limit, "read")} of the secrets manager within a minute, beside those that a start, a token request or a refusal explains",
                $"{Say.Count(flood.Length, "read")} ({Say.List(flood.Select(read => read.Number))}) within {Say.Seconds(flood[^1].At - flood[0].At)}, of which at most {explained} had a cause",
                "keep what was read for some minutes, as the vendors' caching clients do (an hour at AWS, five minutes in Vault's agent), and read again after a start or a refusal",
                flood.Select(read => read.Number));
        }
        else
        {
            MustHaveBeenUsed(trial, evidence, limit);
        }

        trial.Rest(reads.Select(read => read.Number));
        return trial.Conclude(() => $"{Say.Count(reads.Length, "read")} of the secrets manager in {Say.Seconds(trial.Journal.End)}, never more than {Say.Count(limit, "read")} within a minute without a cause");
    }

    /// <summary>The first reads within a minute that are more than the limit and what explains them; none where there are no such reads.</summary>
    private static (Exchange[] Reads, int Explained) Flood(Exchange[] reads, ReadCauses causes, int limit)
    {
        for (var last = limit; last < reads.Length; last++)
        {
            for (var first = last - limit; first >= 0 && reads[last].At - reads[first].At <= Minute; first--)
            {
                var explained = causes.Within(reads[first], reads[last]);
                if (last - first + 1 - explained > limit)
                {
                    return (reads[first..(last + 1)], explained);
                }
            }
        }

        return ([], 0);
    }

    /// <summary>Whoever uses its secrets seldom reads them seldom, whatever it keeps.</summary>
    private static void MustHaveBeenUsed(Trial trial, ScenarioEvidence evidence, int limit)
    {
        Delivery[] verified = [.. trial.Journal.Deliveries.Where(delivery => delivery is { Sent.Genuine: true, Acknowledged: true } && evidence.Covers(delivery.At))];
        if (verified.Length <= 2 * limit || verified[^1].At - verified[0].At > Minute)
        {
            trial.Lacks($"{Say.Count(verified.Length, "event")} verified within a minute are too few to tell a read for each of them from {Say.Count(limit, "read")} without a cause");
        }
    }
}
