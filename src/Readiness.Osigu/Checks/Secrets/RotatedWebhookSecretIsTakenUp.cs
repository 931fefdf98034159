using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Webhooks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>OSG-SEC-01: events are accepted and have their effect while they are signed with both webhook secrets, and then with the new one alone.</summary>
/// <remarks>Source: Signature verification, several <c>v1</c> values during a rotation.</remarks>
public sealed class RotatedWebhookSecretIsTakenUp : ICheck
{
    public ItemId Item { get; } = new("OSG-SEC-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (RotationTrial.Of(trial, evidence, "webhook.secret") is not { } rotation)
        {
            return trial.Conclude(() => "");
        }

        IReadOnlyList<Delivery> both = Sent(trial, evidence, "signed-with-both", "both webhook secrets");
        IReadOnlyList<Delivery> alone = Sent(trial, evidence, "signed-with-the-new", "the new webhook secret alone");
        IReadOnlyList<Delivery> all = [.. both, .. alone];
        if (Receiver.HasAnswered(trial, all) && Receiver.IsSetUp(trial))
        {
            JudgeAnswers(trial, both, "an event that is signed with both webhook secrets is accepted", "compare every v1 of the header with the expected value, and accept when one of them matches");
            JudgeAnswers(
                trial, alone, "an event that is signed with the new webhook secret alone is accepted, once the old one counts no more",
                "ask for the secret whenever a signature is verified, or keep it no longer than secrets.rotation.withinSeconds; a new secret must not need a release");
            var effects = EffectCounts.Read(trial.Journal);
            foreach (var accepted in all.Where(delivery => delivery.Acknowledged))
            {
                EventEffect.MustShow(
                    trial, effects, accepted, all.Where(other => other != accepted),
                    "an event that is accepted during a rotation has its effect",
                    "verify once, and hand on what was verified; nothing behind the acknowledgement may verify by a secret of its own");
            }
        }

        return trial.Conclude(() =>
            $"signed with both: {Receiver.Answers(both)}; with the new webhook secret alone: {Receiver.Answers(alone)}, each with its effect (channel: {rotation.Channel})");
    }

    private static Delivery[] Sent(Trial trial, ScenarioEvidence evidence, string purpose, string signedWith)
    {
        Delivery[] sent = [.. evidence.StimuliFor(purpose).SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        if (sent.Length == 0)
        {
            trial.Lacks($"no event was sent that is signed with {signedWith}");
        }

        return sent;
    }

    private static void JudgeAnswers(Trial trial, IReadOnlyList<Delivery> sent, string expected, string next)
    {
        Delivery[] refused = [.. sent.Where(delivery => !delivery.Acknowledged)];
        if (refused.Length > 0)
        {
            trial.Breach(expected, Receiver.Answers(refused), next, refused.Select(delivery => delivery.Number));
        }
    }
}
