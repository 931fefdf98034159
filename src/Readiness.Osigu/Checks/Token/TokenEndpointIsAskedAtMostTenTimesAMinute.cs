using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Checks.Backoff;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-03: a token endpoint that stays closed is not asked more often than it allows in good times, and not without a pause.</summary>
/// <remarks>Source: Obtaining tokens, 10 requests a minute for each client. Giving up at once is right: no repetition is bounded.</remarks>
public sealed class TokenEndpointIsAskedAtMostTenTimesAMinute : ICheck
{
    private const int Limit = 10;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    public ItemId Item { get; } = new("OSG-TOKEN-03");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var closed = new ClosedTokenEndpoint(evidence, "closed-token");
        closed.MustBeExercised(trial);
        var most = Most(closed.Refused);
        if (most.Count > Limit)
        {
            trial.Breach(
                $"at most {Limit} token requests in any {Say.Seconds(Window)}",
                $"{most.Count} token requests ({Say.List(most.Select(request => request.Number))}) within {Say.Seconds(most[^1].At - most[0].At)}",
                "wait longer with every attempt, stop after a few, and tell the user that the provider is busy",
                most.Select(request => request.Number));
        }

        for (var index = 0; index < closed.Operations.Count; index++)
        {
            var next = index + 1 < closed.Operations.Count ? closed.Operations[index + 1].At : TimeSpan.MaxValue;
            JudgePauses(trial, [.. closed.Refused.Where(request => request.At >= closed.Operations[index].At && request.At < next)]);
        }

        if (closed.Operations.Count > 0 && closed.Operations.Count(trial.Answered) == closed.Operations.Count)
        {
            trial.Watched(closed.Operations[0].At, closed.Operations.Max(call => call.EndedAt!.Value) + BoundedWatch.Shortest);
        }

        return trial.Conclude(() => $"{Say.Count(closed.Refused.Count, "token request")} while the endpoint was closed, at most {most.Count} in any {Say.Seconds(Window)}");
    }

    private static void JudgePauses(Trial trial, IReadOnlyList<Exchange> attempts)
    {
        if (attempts.Count < 4)
        {
            return;
        }

        TimeSpan[] gaps = [.. attempts.Take(4).Zip(attempts.Skip(1), (before, after) => after.At - before.EndedAt!.Value)];
        if (NoDelay.FirstThree(gaps) < NoDelay.None)
        {
            trial.Breach(
                "a pause between token requests",
                $"pauses of {Say.List(gaps.Select(Say.Seconds))} between the token requests {Say.List(attempts.Take(4).Select(request => request.Number))}",
                "wait before each further attempt, longer with every one",
                attempts.Take(4).Select(request => request.Number));
        }
    }

    /// <summary>The largest group of requests within one window.</summary>
    private static IReadOnlyList<Exchange> Most(IReadOnlyList<Exchange> requests) =>
        requests.Select((first, index) => (IReadOnlyList<Exchange>)[.. requests.Skip(index).TakeWhile(request => request.At - first.At < Window)])
            .MaxBy(group => group.Count) ?? [];
}
