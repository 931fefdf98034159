using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Monitoring;

/// <summary>OSG-MON-01: when no token is to be had for a while, somebody is told.</summary>
public sealed class TokenFailuresRaiseAnAlert : ICheck
{
    public ItemId Item { get; } = new("OSG-MON-01");

    public Judgement Judge(ScenarioEvidence evidence) => RaisedAlerts.Judge(
        evidence, SymptomNames.TokenFailures, "token failures", Missing, "raise an alert when token requests fail several times in a row, whatever their status, and route it to whoever is on duty");

    private static string? Missing(Trial trial, SymptomRound round, TimeSpan until)
    {
        Exchange[] failed = [.. trial.Journal.TokenRequests.Where(request => request.At >= round.BeganAt && request.At <= until && !request.Succeeded)];
        trial.Rest(failed.Select(request => request.Number));
        return failed.Length > 0 ? null : "no token was asked for while none was to be had, so that nothing failed";
    }
}
