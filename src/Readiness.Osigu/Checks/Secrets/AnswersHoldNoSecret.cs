using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Token;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>OSG-SEC-01: no answer of the receiver or of an operation holds the client secret or the webhook secret, and no request holds the webhook secret.</summary>
/// <remarks>Where the client secret may travel in requests is OSG-TOKEN-04's business. The webhook secret is never sent: it only signs.</remarks>
public sealed class AnswersHoldNoSecret : ICheck
{
    public ItemId Item { get; } = new("OSG-SEC-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var journal = evidence.Journal;
        Delivery[] deliveries = [.. journal.Deliveries.Where(delivery => delivery.Answer is not null)];
        OperationCall[] operations = [.. journal.Operations.Where(call => call.Reply is not null)];
        (int Number, string What, Occurrence Fact)[] seen =
        [
            .. deliveries.SelectMany(delivery => delivery.Answer!.Facts.Where(IsSecret).Select(fact => (delivery.Number, $"the answer {delivery.Status} to a webhook", fact))),
            .. operations.SelectMany(call => call.Reply!.Facts.Where(IsSecret).Select(fact => (call.Number, $"the answer to {call.Operation}", fact))),
            .. journal.Exchanges.SelectMany(exchange => exchange.Request.Facts.Where(IsWebhookSecret).Select(fact => (exchange.Number, $"the request {exchange.Request.Operation ?? "to an unknown address"}", fact))),
        ];
        foreach (var secret in seen.GroupBy(one => one.Fact.Name))
        {
            trial.Breach(
                "no secret in answers to webhooks and operations, and the webhook secret in no request",
                $"{secret.Key} in {Say.List(secret.Select(one => $"{one.What}, {one.Fact.Place}").Distinct())} ({Say.List(secret.Select(one => one.Number).Distinct())})",
                "answer with a status and a word; keep settings, headers and what was compared out of bodies and messages",
                secret.Select(one => one.Number).Distinct());
        }

        if (deliveries.Length + operations.Length == 0)
        {
            trial.Lacks("the integration answered nothing");
        }

        return trial.Conclude(() => $"neither secret in {Say.Count(deliveries.Length, "answer")} to webhooks and {Say.Count(operations.Length, "answer")} to operations");
    }

    private static bool IsSecret(Occurrence fact) => fact.IsClientSecret || IsWebhookSecret(fact);

    private static bool IsWebhookSecret(Occurrence fact) => fact.Name.StartsWith("webhook.secret", StringComparison.Ordinal);
}
