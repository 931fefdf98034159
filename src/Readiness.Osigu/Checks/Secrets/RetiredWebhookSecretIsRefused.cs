using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Webhooks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>OSG-SEC-01: once the old webhook secret counts no more, an event that is signed with it alone is refused and has no effect.</summary>
/// <remarks>A secret is replaced because somebody may have it. Genuine events before and after show that the receiver was there to refuse it.</remarks>
public sealed class RetiredWebhookSecretIsRefused : ICheck
{
    private const string What = "an event that is signed with the old webhook secret alone, once it counts no more,";

    public ItemId Item { get; } = new("OSG-SEC-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (RotationTrial.Of(trial, evidence, "webhook.secret") is null)
        {
            return trial.Conclude(() => "");
        }

        Delivery[] old = [.. evidence.StimuliFor("signed-with-the-old").SelectMany(evidence.DeliveriesOf).Where(delivery => !delivery.Sent.Genuine)];
        if (old.Length == 0)
        {
            trial.Lacks("no event was sent that is signed with the old webhook secret alone");
        }

        if (Receiver.HasAnswered(trial, old) && Receiver.IsSetUp(trial))
        {
            Refusal.JudgeAnswers(trial, old, What);
            Refusal.JudgeEffects(trial, EffectCounts.Read(trial.Journal), old, What);
            MustBeListening(trial, evidence, old);
        }

        return trial.Conclude(() => $"{Receiver.Answers(old)}, without effect");
    }

    /// <summary>A receiver that refuses everything refuses the old secret for no reason of its own.</summary>
    private static void MustBeListening(Trial trial, ScenarioEvidence evidence, IReadOnlyList<Delivery> old)
    {
        Delivery[] genuine = [.. evidence.StimuliFor("signed-with-the-new").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery is { Sent.Genuine: true, Acknowledged: true })];
        if (old.Any(one => !genuine.Any(other => other.At < one.At) || !genuine.Any(other => other.At > one.At)))
        {
            trial.Lacks("no event that is signed with the new webhook secret was accepted before and after, so that the refusal of the old one proves nothing");
        }
    }
}
