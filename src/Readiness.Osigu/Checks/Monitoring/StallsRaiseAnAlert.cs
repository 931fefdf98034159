using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Monitoring;

/// <summary>OSG-MON-01: when a sponsor's decision never comes, somebody is told.</summary>
public sealed class StallsRaiseAnAlert : ICheck
{
    public ItemId Item { get; } = new("OSG-MON-01");

    public Judgement Judge(ScenarioEvidence evidence) => RaisedAlerts.Judge(
        evidence, SymptomNames.Stalls, "stalls", Missing, "measure how long requests have been waiting for their sponsor, and raise an alert when one waits longer than any decision takes");

    private static string? Missing(Trial trial, SymptomRound round, TimeSpan until)
    {
        if (trial.Journal.ExchangesOf(round.Stimulus).LastOrDefault(exchange => exchange.Succeeded && exchange.Answered("/status") == "PENDING_SPONSOR") is not { } pending)
        {
            return "no request waited for its sponsor, so that nothing stalled";
        }

        trial.Rest(pending.Number);
        return trial.Journal.Deliveries.Any(delivery => delivery.Sent.Stimulus == round.Stimulus && delivery.At <= until) ? "the decision came before an alert could" : null;
    }
}
