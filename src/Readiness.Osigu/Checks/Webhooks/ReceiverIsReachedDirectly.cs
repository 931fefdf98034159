using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-10: events reach the receiver by POST and without a redirect, over HTTPS wherever that was declared, with a certificate that is trusted, in date, and good for the name.</summary>
/// <remarks>
/// In a run a receiver is legitimately reached over plain HTTP, on this machine or in a closed network; what is not shown then is stated by a person.
/// A certificate counts at a public address, at webhook.url, and wherever webhook.ca declares an authority. Else it may belong to a test bench, and is no fault.
/// </remarks>
public sealed class ReceiverIsReachedDirectly : ICheck
{
    public ItemId Item { get; } = new("OSG-HOOK-10");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> genuine = [.. trial.Journal.Deliveries.Where(delivery => delivery is { Sent.Genuine: true, Answer: not null })];
        var subscriptions = ReceiverReach.Subscriptions(trial.Journal);
        IReadOnlyList<Delivery> subscribed = [.. evidence.StimuliFor(ReceiverReach.SubscribedAddress).SelectMany(evidence.DeliveriesOf)];
        Receiver.HasAnswered(trial, subscribed);
        JudgeRedirects(trial, genuine);
        JudgeAddresses(trial, subscriptions);
        JudgeCertificates(trial, genuine, subscriptions);
        if (!genuine.Any(delivery => delivery.Acknowledged))
        {
            trial.Lacks("no genuine event was ever accepted, so that nothing is known of the way to the receiver");
        }

        Delivery[] otherwise = [.. subscribed.Where(delivery => delivery is { Answer: not null, Acknowledged: false, Status: < 300 or >= 400 })];
        if (otherwise.Length > 0)
        {
            trial.Advise($"{Receiver.Answers(otherwise)}: the address that the integration subscribed did not accept an event in this run; make sure that the provider can reach it");
        }

        var shown = ReceiverReach.Shown(trial.Journal);
        trial.Rest(shown.Select(delivery => delivery.Number).Take(3));
        return trial.Conclude(() =>
            $"{Say.Count(genuine.Count, "genuine event")} delivered by POST, none answered by a redirect; {Say.Count(subscriptions.Count, "subscription")}, none of them to a public address over plain HTTP"
            + (shown.Count == 0 ? "" : $"; {shown.Count} accepted over HTTPS, with a certificate that is trusted, in date, and good for the name"));
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

    private static void JudgeCertificates(Trial trial, IReadOnlyList<Delivery> genuine, IReadOnlyList<Exchange> subscriptions)
    {
        var atPublicAddress = subscriptions.LastOrDefault(exchange => exchange.Annotation("url.scheme") == "https")?.Annotation("url.reach") == "public";
        var declared = ReceiverReach.DeclaresAuthorities(trial.Journal);
        var faulty = genuine
            .Where(delivery => delivery.Answer!.Tls is { Faults.Count: > 0 } && (declared || atPublicAddress || delivery.Sent.Manner != ReceiverReach.SubscribedAddress))
            .ToLookup(delivery => delivery.Answer!.Problem ?? "TLS: no connection");
        foreach (var same in faulty)
        {
            trial.Breach(
                "a strict client reaches the receiver over HTTPS: its certificate is trusted, in date, and good for the name",
                $"{same.Key} ({Say.List(same.Select(delivery => delivery.Number))})",
                "serve a certificate of a public authority for the subscribed name, together with those between the two, and renew it in time; where this run's address has an authority of your own, name it in webhook.ca",
                same.Select(delivery => delivery.Number));
        }
    }
}
