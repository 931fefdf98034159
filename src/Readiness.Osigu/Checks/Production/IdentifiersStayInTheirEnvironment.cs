using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Production;

/// <summary>OSG-STATE-02: over the whole run no identifier that only the sandbox has issued arrives at production, nor the other way round.</summary>
/// <remarks>
/// Source: Testing with sandbox, "resetting state". The harness hands out nothing but what a clerk knows, which is equal in both environments: a document
/// number, a product's code, a sponsor.
/// </remarks>
public sealed class IdentifiersStayInTheirEnvironment : ICheck
{
    private static readonly string[] Issued =
    [
        "beneficiary_id", "authorization_request_id", "authorization_id", "authorization_code", "dispensation_id", "claim_id", "settlement_id",
        "prescription_id", "prescription_code", "patient_id",
    ];

    public ItemId Item { get; } = new("OSG-STATE-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var sides = new TwoEnvironments(evidence);
        JudgeSide(trial, sides.ToProduction, "production", "the sandbox", fact => !TwoEnvironments.IsProductions(fact));
        JudgeSide(trial, sides.ToSandbox, "the sandbox", "production", TwoEnvironments.IsProductions);
        sides.JudgeSignsOfLife(trial, "same-patient", facts => facts.Any(IsIdentifier), "call that names an identifier of its own");
        var (here, there) = (Naming(sides.ToSandbox), Naming(sides.ToProduction));
        return trial.Conclude(() => $"{Say.Count(there, "call")} to production and {Say.Count(here, "call")} to the sandbox named identifiers, and each was one of its own environment");
    }

    private static void JudgeSide(Trial trial, IReadOnlyList<Exchange> arrived, string here, string other, Func<Occurrence, bool> isForeign)
    {
        (Exchange Call, string[] Names)[] foreign =
        [
            .. arrived.Select(call => (call, Names: call.Request.Facts.Where(isForeign).Select(TwoEnvironments.Own).Where(IsIdentifier).Select(fact => fact.Name).Distinct().ToArray()))
                .Where(pair => pair.Names.Length > 0),
        ];
        if (foreign.Length > 0)
        {
            trial.Breach(
                $"calls to {here} with identifiers that {here} has issued",
                $"{Say.Count(foreign.Length, "call")} to {here} with an identifier of {other}: {Say.List(foreign.Select(one => $"{one.Call.Request.Operation} ({one.Call.Number}), {Say.List(one.Names)}"))}",
                "give each environment a store and a cache of its own, or put the environment into every key; look a person up anew where only their document is known",
                foreign.Select(one => one.Call.Number));
        }
    }

    private static int Naming(IReadOnlyList<Exchange> calls) => calls.Count(call => call.Request.Facts.Select(TwoEnvironments.Own).Any(IsIdentifier));

    private static bool IsIdentifier(Occurrence fact) =>
        Issued.Contains(fact.Name) && fact.Encoding == "exact" && (fact.Where is "path" || fact.Where.StartsWith("body", StringComparison.Ordinal) || fact.Where.StartsWith("query", StringComparison.Ordinal));
}
