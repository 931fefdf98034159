using Readiness.Recording;

namespace Readiness.Checks.Backoff;

/// <summary>The attempts at one piece of work, and the pauses between them.</summary>
public sealed record AttemptSeries
{
    /// <summary>A transport that sends again by itself does so at once.</summary>
    private static readonly TimeSpan ReplayLimit = TimeSpan.FromMilliseconds(50);

    private AttemptSeries(IReadOnlyList<Exchange> attempts, bool succeeded)
    {
        Attempts = attempts;
        Succeeded = succeeded;
        Gaps = [.. attempts.Zip(attempts.Skip(1), Gap)];
    }

    /// <summary>The attempts by policy, in order of arrival.</summary>
    public IReadOnlyList<Exchange> Attempts { get; }

    /// <summary>True where one of them was answered with 2xx, also where a transport had sent that one by itself.</summary>
    public bool Succeeded { get; }

    /// <summary>From the moment an answer was fully written to the arrival of the next attempt. Zero where the next one did not wait for the answer.</summary>
    public IReadOnlyList<TimeSpan> Gaps { get; }

    public int Retries => Gaps.Count;

    /// <summary>When the last attempt was answered, or arrived where it is still open; null where there is none.</summary>
    public TimeSpan? LastSeen => Attempts.Count == 0 ? null : Attempts[^1].EndedAt ?? Attempts[^1].At;

    /// <summary>Numbers of the attempts in the journal.</summary>
    public IReadOnlyList<int> Numbers => [.. Attempts.Select(attempt => attempt.Number)];

    /// <summary>Reads the attempts out of the requests of one stimulus to one operation.</summary>
    /// <remarks>Left out are requests that were answered 401, because the repeat with a new token is another rule's subject, and what a transport sent again by itself after its connection was reset.</remarks>
    public static AttemptSeries Of(IEnumerable<Exchange> exchanges)
    {
        List<Exchange> attempts = [];
        var succeeded = false;
        foreach (var exchange in exchanges.Where(exchange => exchange.Status != 401))
        {
            succeeded |= exchange.Succeeded;
            if (attempts.Count == 0 || !IsReplay(attempts[^1], exchange))
            {
                attempts.Add(exchange);
            }
        }

        return new AttemptSeries(attempts, succeeded);
    }

    /// <summary>True where the second is the first, sent again by the transport because its connection died: same bytes, at once, on another connection.</summary>
    public static bool IsReplay(Exchange first, Exchange second) =>
        first.Response is { Transmission: Transmission.Reset } reset
        && first.Request.Connection != second.Request.Connection
        && first.Request.Method == second.Request.Method
        && first.Request.Target == second.Request.Target
        && first.Request.Body.Digest == second.Request.Body.Digest
        && second.At - reset.LastByteAt <= ReplayLimit;

    private static TimeSpan Gap(Exchange attempt, Exchange next) =>
        attempt.EndedAt is { } ended && ended < next.At ? next.At - ended : TimeSpan.Zero;
}
