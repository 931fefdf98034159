using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-03: no token is asked for before the time that a 429 gave.</summary>
/// <remarks>
/// Source: Testing with sandbox, "rate limits". Coming later, or not at all, is right. A declared second process does not know of the first one's 429.
/// </remarks>
public sealed class TokenEndpointIsNotAskedEarly : ICheck
{
    public ItemId Item { get; } = new("OSG-TOKEN-03");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var closed = new ClosedTokenEndpoint(evidence, "busy-token");
        closed.MustBeExercised(trial);
        var waits = closed.Refused.Select(refusal => Wait(trial, refusal)).OfType<string>().ToArray();
        return trial.Conclude(() => waits.Length == 0 ? "no 429 gave a time to come back" : string.Join("; ", waits));
    }

    private static string? Wait(Trial trial, Exchange refusal)
    {
        var answered = refusal.EndedAt!.Value;
        if (refusal.Response!.Headers.Value("Retry-After") is not { } asked || AskedWait.Read(trial.Journal, answered, asked) is not { } wait)
        {
            return null;
        }

        // A late machine makes a pause look longer, never shorter: no noise excuses an early request.
        var opening = wait.Opening - wait.Tolerance;
        Exchange[] later = [.. trial.Journal.TokenRequests.Where(request => request.At >= answered)];
        Exchange[] early = [.. later.TakeWhile(request => request.At < opening)];
        if (early.Length >= trial.Processes)
        {
            var first = early[0];
            trial.Breach(
                $"no token request before the time that the answer {refusal.Number} gave (Retry-After: {asked})",
                $"token request {Say.List(early.Select(request => request.Number))} came {Say.Seconds(first.At - answered)} after the answer {refusal.Number}",
                "wait as long as Retry-After says before asking again, or tell the user that the provider is busy",
                refusal.Number,
                first.Number);
        }

        if (later.Length == 0 && trial.Journal.End < opening)
        {
            trial.Awaits(opening, "the time that the token endpoint gave", $"the run ended {Say.Seconds(opening - trial.Journal.End)} before the time that the token endpoint gave");
        }

        return later is [var next, ..]
            ? $"asked to wait (Retry-After: {asked}), came back after {Say.Seconds(next.At - answered)}"
            : $"asked to wait (Retry-After: {asked}), did not come back";
    }
}
