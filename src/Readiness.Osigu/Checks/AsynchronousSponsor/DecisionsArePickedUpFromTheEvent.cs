using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Osigu.Checks.AsynchronousSponsor;

/// <summary>OSG-ASYNC-02: a decision is in the integration's own state soon after its event, although only the event says so.</summary>
public sealed class DecisionsArePickedUpFromTheEvent : ICheck
{
    public ItemId Item { get; } = new("OSG-ASYNC-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        List<string> seen = [];
        foreach (var (purpose, wanted) in ((string, string)[])[("picked-up-approval", "approved"), ("picked-up-rejection", "rejected")])
        {
            if (PendingRequest.Read(trial, evidence, purpose) is not { } request
                || request.Await(trial, _ => trial.Lacks("the sponsor's decision was refused, so that there was nothing to pick up")) is not { } accepted)
            {
                continue;
            }

            if (PickUp.Judge(trial, evidence, request.Stimulus, accepted, wanted) is { } took)
            {
                seen.Add($"{wanted} {Say.Seconds(took)} after the event at most");
            }
        }

        return trial.Conclude(() => string.Join("; ", seen));
    }
}
