using System.Text.RegularExpressions;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Privacy;

/// <summary>OSG-PRIV-01: over the whole run no address of a call carries a name, a document or member number, a date of birth, a telephone number or an e-mail address.</summary>
/// <remarks>
/// The page about one-time passwords asks for masked destinations; that addresses stay free of personal data is inferred from it.
/// The look-up of a patient by <c>document_number</c> is documented so, and allowed.
/// </remarks>
public sealed partial class PersonalDataStaysOutOfAddresses : ICheck
{
    public ItemId Item { get; } = new("OSG-PRIV-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var calls = evidence.Journal.Exchanges;
        Exchange[] inBodies = [.. calls.Where(call => call.Request.Facts.Any(fact => fact.IsPersonal && !fact.IsInAddress))];
        foreach (var kind in calls.SelectMany(Exposed).GroupBy(one => (one.Operation, one.Fact.Where, one.Fact.Name)))
        {
            JudgeKind(trial, kind.Key.Operation, kind.Key.Where, kind.Key.Name, [.. kind.Select(one => one.Call).Distinct()]);
        }

        // Where nothing personal was ever sent, its absence from addresses says nothing.
        if (inBodies.Length == 0)
        {
            trial.Lacks("no call carried personal data anywhere, so that its absence from addresses proves nothing");
        }
        else
        {
            trial.Rest(inBodies[0].Number, inBodies[^1].Number);
        }

        trial.Watched(evidence.Stimuli is [var first, ..] ? first.At : evidence.StartedAt, evidence.EndedAt);
        return trial.Conclude(() => $"{Say.Count(calls.Count, "call")}, of which {inBodies.Length} carried personal data, none in its address");
    }

    private static IEnumerable<(Exchange Call, string Operation, Occurrence Fact)> Exposed(Exchange call) => call.Request.Facts
        .Where(fact => fact.IsPersonal && fact.IsInAddress && !IsDocumented(call, fact))
        .Select(fact => (call, call.Request.Operation ?? $"{call.Request.Method} to an address that the provider does not have", fact));

    private static void JudgeKind(Trial trial, string operation, string where, string name, Exchange[] calls) => trial.Breach(
        "no personal data in the address of a call: addresses are logged on every machine that they pass",
        $"{operation} with {name} in the {(where.StartsWith("query:", StringComparison.Ordinal) ? $"query ({where["query:".Length..]})" : where)}: {Say.List(calls.Select(call => call.Number))}, such as {calls[0].Request.Target}",
        "send personal data in the body, and identify people in addresses by the provider's identifiers",
        calls.Select(call => call.Number));

    private static bool IsDocumented(Exchange call, Occurrence fact) =>
        fact is { Name: "document_number", Where: "query:document_number" } && call.Request.Method == "GET" && PatientSearch().IsMatch(call.Request.Target);

    [GeneratedRegex(@"^/ehr/v[0-9.]+/patients/?\?")]
    private static partial Regex PatientSearch();
}
