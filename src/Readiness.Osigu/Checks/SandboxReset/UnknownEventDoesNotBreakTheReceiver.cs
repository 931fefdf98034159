using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Webhooks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SandboxReset;

/// <summary>OSG-STATE-01: a genuine event about a request that nobody knows is acknowledged or refused, and the receiver stays up.</summary>
public sealed class UnknownEventDoesNotBreakTheReceiver : ICheck
{
    public ItemId Item { get; } = new("OSG-STATE-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> unknown = [.. evidence.StimuliFor("unknown-request").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        if (unknown.Count == 0)
        {
            trial.Lacks("no event about an unknown request was delivered");
            return trial.Conclude(() => "");
        }

        UnknownSubject.Judge(trial, unknown, "an unknown request");
        return trial.Conclude(() => $"{Receiver.Answers(unknown)}, and alive afterwards");
    }
}
