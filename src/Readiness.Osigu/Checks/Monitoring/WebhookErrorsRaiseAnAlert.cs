using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Monitoring;

/// <summary>OSG-MON-01: when webhooks are refused or fail one after the other, somebody is told.</summary>
public sealed class WebhookErrorsRaiseAnAlert : ICheck
{
    private const int Several = 5;

    public ItemId Item { get; } = new("OSG-MON-01");

    public Judgement Judge(ScenarioEvidence evidence) => RaisedAlerts.Judge(
        evidence, SymptomNames.WebhookErrors, "webhook errors", Missing, "count the webhooks that are answered 4xx and 5xx, and raise an alert on a burst of either");

    private static string? Missing(Trial trial, SymptomRound round, TimeSpan until)
    {
        Delivery[] refused = [.. trial.Journal.Deliveries.Where(delivery => delivery.Sent.Stimulus == round.Stimulus && delivery.At <= until && delivery is { Answer: not null, Acknowledged: false })];
        trial.Rest(refused.Select(delivery => delivery.Number));
        return refused.Length >= Several ? null : $"the receiver refused {refused.Length} of the events that it should have refused, so that there was no burst of errors";
    }
}
