using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SandboxReset;

/// <summary>OSG-STATE-02: no identifier arrives that this run's sandbox never issued. That none of its own reaches production cannot be seen; a person states it.</summary>
/// <remarks>
/// Source: Testing with sandbox, "resetting state". The sandbox itself notes such identifiers, by place. What was wiped was issued all the same, and what
/// a person types in, such as a document number, may be equal everywhere.
/// </remarks>
public sealed class NoIdentifierOfAnotherEnvironmentArrives : ICheck
{
    public ItemId Item { get; } = new("OSG-STATE-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        Exchange[] foreign = [.. evidence.Journal.Exchanges.Where(exchange => exchange.Annotation("never-issued") is not null)];
        if (foreign.Length > 0)
        {
            trial.Breach(
                "identifiers that this sandbox has issued",
                $"{Say.Count(foreign.Length, "call")} with an identifier that it never issued: {Say.List(foreign.Select(call => $"{call.Request.Operation} ({call.Number}), {call.Annotation("never-issued")}"))}",
                "keep the identifiers of each environment in a store of its own. A test that begins with an older database carries identifiers that nobody knows any more: begin with an empty one",
                foreign.Select(call => call.Number));
        }

        Exchange[] own = [.. evidence.Journal.ApiCalls.Where(call => call.Request.Facts.Any(fact => fact is { Encoding: "exact" } && IsIdentifier(fact)))];
        if (own.Length == 0)
        {
            trial.Lacks("no call named an identifier that this sandbox had issued, so that nothing shows which ones are used");
        }

        return trial.Conclude(() => $"{Say.Count(own.Length, "call")} named identifiers, and each was one that this sandbox had issued");
    }

    private static bool IsIdentifier(Occurrence fact) => fact.Name.EndsWith("_id", StringComparison.Ordinal) && (fact.Where is "path" || fact.Where.StartsWith("body", StringComparison.Ordinal) || fact.Where.StartsWith("query", StringComparison.Ordinal));
}
