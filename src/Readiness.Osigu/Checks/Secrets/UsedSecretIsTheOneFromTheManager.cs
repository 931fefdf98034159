using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Token;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>OSG-SEC-01: over the whole run, tokens are asked for with the client secret that the secrets manager handed out last, and with none from elsewhere.</summary>
/// <remarks>
/// Nothing shows while the same value lies in a file as well. So a new one is put into the manager alone: whoever reads it and goes on with the old one
/// has that from somewhere else. Each process reads for itself, and what is under way when a read is answered still carries the old value.
/// </remarks>
public sealed class UsedSecretIsTheOneFromTheManager : ICheck
{
    private const string Secret = "client.secret";

    /// <summary>Of requests that were sent one after the other, no more than two can have been under way when the new value came.</summary>
    private const int TooMany = 3;

    /// <summary>What a read has brought is in use after this time.</summary>
    private static readonly TimeSpan InUse = TimeSpan.FromSeconds(1);

    public ItemId Item { get; } = new("OSG-SEC-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (!ManagerTraffic.WasRead(trial))
        {
            return trial.Conclude(() => "");
        }

        (Exchange Request, string Used)[] requests = [.. trial.Journal.TokenRequests.Select(request => (Request: request, Used: Used(request))).Where(request => request.Used.Length > 0)];
        Exchange[] reads = [.. trial.Journal.ManagerReads.Where(read => read.EndedAt is not null)];
        Exchange[] older = [.. requests.Where(request => IsOlder(request, reads, trial.Processes, TimeSpan.Zero)).Select(request => request.Request)];
        Exchange[] late = [.. requests.Where(request => IsOlder(request, reads, trial.Processes, InUse)).Select(request => request.Request)];
        Exchange[] other = OneAfterTheOther(older) >= TooMany ? older : late;
        Exchange[] proven = [.. requests.Where(request => request.Request.Succeeded && IsFromTheManager(request, reads)).Select(request => request.Request)];
        if (other.Length > 0)
        {
            trial.Breach(
                "token requests with the client secret that the secrets manager handed out last",
                $"{Say.Count(other.Length, "token request")} ({Say.List(other.Select(request => request.Number))}) with an older one, after the new one had been read ({Say.List(reads.Where(read => read.VersionRead > 1).Select(read => read.Number))})",
                "use the value that was read: take the secret out of code, files and variables, so that there is no other one to use",
                other.Select(request => request.Number));
        }
        else if (proven.Length == 0)
        {
            trial.Lacks("no token was granted for a client secret that lies in the secrets manager alone, so that nothing tells where the one in use is from; secrets.rotation.channel manager puts one there");
        }

        trial.Rest(proven.Select(request => request.Number));
        return trial.Conclude(() => $"{Say.Count(proven.Length, "token")} for a client secret that lay in the secrets manager alone, and none for another one after it had been read");
    }

    /// <summary>The name of the client secret that it carries; empty where it carries none of this run's.</summary>
    private static string Used(Exchange request) => request.Request.Facts.FirstOrDefault(fact => fact.IsClientSecret)?.Name ?? "";

    /// <summary>The newest version had been read by every process, and an older value was sent.</summary>
    /// <param name="since">For how long it had been read.</param>
    private static bool IsOlder((Exchange Request, string Used) request, Exchange[] reads, int processes, TimeSpan since)
    {
        Exchange[] before = [.. reads.Where(read => read.EndedAt + since <= request.Request.At)];
        var newest = before.Max(read => read.VersionRead);
        Exchange[] current = [.. before.Where(read => read.VersionRead == newest)];
        return newest > 1 && current.Length >= processes && current[0].ValuesRead.Any(name => name.StartsWith(Secret, StringComparison.Ordinal)) && !current[0].ValuesRead.Contains(request.Used);
    }

    /// <summary>How many of them were sent when the one before had been answered already, the first included.</summary>
    private static int OneAfterTheOther(Exchange[] requests)
    {
        var count = 0;
        var free = TimeSpan.Zero;
        foreach (var request in requests.Where(request => request.EndedAt is not null))
        {
            if (request.At >= free)
            {
                count++;
                free = request.EndedAt!.Value;
            }
        }

        return count;
    }

    /// <summary>The value was never anywhere but in a later version than the first, which had been read.</summary>
    private static bool IsFromTheManager((Exchange Request, string Used) request, Exchange[] reads) =>
        reads.FirstOrDefault(read => read.ValuesRead.Contains(request.Used)) is { VersionRead: > 1 } read && read.EndedAt <= request.Request.At;
}
