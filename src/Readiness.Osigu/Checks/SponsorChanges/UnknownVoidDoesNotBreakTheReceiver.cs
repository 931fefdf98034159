using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Webhooks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorChanges;

/// <summary>OSG-VOID-01: the void of an authorization that nobody knows is acknowledged or refused, and the receiver stays up.</summary>
/// <remarks>Source: Authorization events. The provider sends an event to whoever subscribed, also about what another system of the partner requested.</remarks>
public sealed class UnknownVoidDoesNotBreakTheReceiver : ICheck
{
    public ItemId Item { get; } = new("OSG-VOID-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> unknown = [.. evidence.StimuliFor("unknown-void").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        if (unknown.Count == 0)
        {
            trial.Lacks("no void of an unknown authorization was delivered");
            return trial.Conclude(() => "");
        }

        UnknownSubject.Judge(trial, unknown, "the void of an unknown authorization");
        return trial.Conclude(() => $"{Receiver.Answers(unknown)}, and alive afterwards");
    }
}
