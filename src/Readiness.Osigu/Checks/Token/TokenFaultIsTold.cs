using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-03: while no token can be had, the user is told.</summary>
/// <remarks>Source: Testing with sandbox, "rate limits".</remarks>
public sealed class TokenFaultIsTold : ICheck
{
    public ItemId Item { get; } = new("OSG-TOKEN-03");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var closed = new ClosedTokenEndpoint(evidence, "closed-token");
        closed.MustBeExercised(trial);
        if (closed.Refused.Count == 0 || closed.Operations.Count == 0 || closed.Operations[^1] is not { } last || !trial.Answered(last))
        {
            return trial.Conclude(() => "");
        }

        UserMessages.MustTell(trial, last, "that the provider is busy");
        return trial.Conclude(() => $"the look-up {last.Number} failed and said: \"{last.Reply!.Message}\"");
    }
}
