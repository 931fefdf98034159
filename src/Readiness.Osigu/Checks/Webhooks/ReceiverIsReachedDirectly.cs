using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-10: as far as it shows on the wire, events reach the receiver over HTTPS and without a redirect.</summary>
/// <remarks>
/// In a run a receiver is legitimately reached over plain HTTP, on this machine or in a closed network, so the rest of the item is stated by a person.
/// </remarks>
public sealed class ReceiverIsReachedDirectly : ICheck
{
    public ItemId Item { get; } = new("OSG-HOOK-10");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> genuine = [.. trial.Journal.Deliveries.Where(delivery => delivery is { Sent.Genuine: true, Answer: not null })];
        IReadOnlyList<Exchange> subscriptions = [.. trial.Journal.Exchanges.Where(exchange => exchange.Request.Operation == "subscribe" && exchange.Succeeded)];
        IReadOnlyList<Delivery> subscribed = [.. evidence.StimuliFor("subscribed-address").SelectMany(evidence.DeliveriesOf)];
        Receiver.HasAnswered(trial, subscribed);
        JudgeRedirects(trial, genuine);
        JudgeAddresses(trial, subscriptions);
        if (!genuine.Any(delivery => delivery.Acknowledged))
        {
            trial.Lacks("no genuine event was ever accepted, so that nothing is known of the way to the receiver");
        }

        Delivery[] otherwise = [.. subscribed.Where(delivery => delivery is { Answer: not null, Acknowledged: false, Status: < 300 or >= 400 })];
        if (otherwise.Length > 0)
        {
            trial.Advise($"{Receiver.Answers(otherwise)}: the address that the integration subscribed did not accept an event in this run; make sure that the provider can reach it");
        }

        return trial.Conclude(() =>
            $"{Say.Count(genuine.Count, "genuine event")} delivered by POST, none answered by a redirect; {Say.Count(subscriptions.Count, "subscription")}, none of them to a public address over plain HTTP");
    }

    private static void JudgeRedirects(Trial trial, IReadOnlyList<Delivery> genuine)
    {
        Delivery[] redirected = [.. genuine.Where(delivery => delivery.Status is >= 300 and < 400)];
        if (redirected.Length > 0)
        {
            trial.Breach(
                "an event is answered where it is delivered, without a redirect",
                Receiver.Answers(redirected),
                "subscribe the final address, with its last slash, host and scheme: the provider does not follow redirects",
                redirected.Select(delivery => delivery.Number));
        }
    }

    private static void JudgeAddresses(Trial trial, IReadOnlyList<Exchange> subscriptions)
    {
        Exchange[] plain = [.. subscriptions.Where(exchange => exchange.Annotation("url.scheme") == "http" && exchange.Annotation("url.reach") == "public")];
        if (plain.Length > 0)
        {
            trial.Breach(
                "a public address is subscribed with https",
                $"{Say.Count(plain.Length, "subscription")} to a public http address ({Say.List(plain.Select(exchange => exchange.Number))})",
                "subscribe an https address with a certificate of a public authority; the provider never delivers over plain HTTP",
                plain.Select(exchange => exchange.Number));
        }
    }
}
