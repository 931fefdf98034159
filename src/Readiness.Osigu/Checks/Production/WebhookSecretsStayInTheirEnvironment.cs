using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Webhooks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Production;

/// <summary>OSG-TOKEN-06: an event of one environment that is signed with the other's webhook secret is not accepted.</summary>
/// <remarks>With which status it is refused is for OSG-HOOK-01 to judge; here only 2xx fails.</remarks>
public sealed class WebhookSecretsStayInTheirEnvironment : ICheck
{
    /// <summary>How an event is sent that is signed with the secret of the other environment.</summary>
    public const string Manner = "secret-of-the-other";

    /// <summary>The purposes of its deliveries.</summary>
    public const string ToProduction = "event-to-production";

    /// <inheritdoc cref="ToProduction"/>
    public const string ToSandbox = "event-to-sandbox";

    public ItemId Item { get; } = new("OSG-TOKEN-06");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var sides = new TwoEnvironments(evidence);
        Delivery[] sent = [.. JudgeReceiver(trial, sides, ToProduction, "production", "the sandbox"), .. JudgeReceiver(trial, sides, ToSandbox, "the sandbox", "production")];
        return trial.Conclude(() => $"{Receiver.Answers(sent)}; what was signed with each environment's own secret was accepted before and after");
    }

    private static Delivery[] JudgeReceiver(Trial trial, TwoEnvironments sides, string purpose, string here, string other)
    {
        Delivery[] all = [.. sides.InProduction.StimuliFor(purpose).SelectMany(sides.InProduction.DeliveriesOf)];
        Delivery[] forged = [.. all.Where(delivery => delivery.Sent.Manner == Manner)];
        Delivery[] genuine = [.. all.Where(delivery => delivery.Sent.Genuine)];
        if (forged.Length == 0)
        {
            trial.Lacks($"no event that was signed with {other}'s secret was sent to the receiver of {here}");
            return forged;
        }

        if (!Receiver.HasAnswered(trial, all))
        {
            return forged;
        }

        Delivery[] accepted = [.. forged.Where(delivery => delivery.Acknowledged)];
        if (accepted.Length > 0)
        {
            trial.Breach(
                $"an event of {here} that is signed with the webhook secret of {other} is refused",
                Receiver.Answers(accepted),
                "give each environment a webhook secret of its own, and verify with that one alone: whoever has the sandbox's secret must not be able to sign for production",
                accepted.Select(delivery => delivery.Number));
        }

        if (forged.Any(delivery => delivery.Status == 0))
        {
            trial.Lacks($"an event did not reach the receiver of {here}: {Receiver.Answers(forged.Where(delivery => delivery.Status == 0))}");
        }

        if (!genuine.Any(delivery => delivery.Acknowledged && delivery.At <= forged[0].At) || !genuine.Any(delivery => delivery.Acknowledged && delivery.At >= forged[^1].At))
        {
            trial.Lacks($"the receiver of {here} did not accept what was signed with its own secret, before and after: {(genuine.Length == 0 ? "nothing was sent" : Receiver.Answers(genuine))}");
        }

        return forged;
    }
}
