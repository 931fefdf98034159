using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-03: a token endpoint that is busy for a moment is survived, or the user is told.</summary>
/// <remarks>Source: Testing with sandbox, "rate limits".</remarks>
public sealed class TokenFaultIsSurvivedOrTold : ICheck
{
    public ItemId Item { get; } = new("OSG-TOKEN-03");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var closed = new ClosedTokenEndpoint(evidence, "busy-token");
        closed.MustBeExercised(trial);
        if (closed.Refused.Count == 0 || closed.Operations.Count == 0 || closed.Operations[^1] is not { } last || !trial.Answered(last))
        {
            return trial.Conclude(() => "");
        }

        if (last.Outcome != Outcome.Succeeded)
        {
            UserMessages.MustTell(trial, last, "that the provider is busy");
        }

        return trial.Conclude(() => last.Outcome == Outcome.Succeeded
            ? $"the look-up {last.Number} succeeded after {Say.Count(closed.Refused.Count, "refused token request")}"
            : $"the look-up {last.Number} failed and said: \"{last.Reply!.Message}\"");
    }
}
