using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.HappyPaths;

/// <summary>The calls of a settlement, from the claim to the dispatch.</summary>
/// <remarks>A batch belongs to a sponsor and not to a patient, so calls in the time of the operations count beside those that name a value of the stimulus.</remarks>
internal sealed class SettlementTraffic
{
    private readonly Exchange[] calls;

    public SettlementTraffic(ScenarioEvidence evidence, Stimulus stimulus)
    {
        var operations = evidence.OperationsOf(stimulus);
        var from = operations.Count == 0 ? stimulus.At : operations[0].At;
        var to = operations.Count == 0 ? stimulus.At : operations.Max(call => call.EndedAt ?? evidence.Journal.End);
        calls = [.. evidence.Journal.Exchanges.Where(call => call.Concerns(stimulus.Id) || (call.At >= from && call.At <= to))];
    }

    public IReadOnlyList<Exchange> Of(string operation) => [.. calls.Where(call => call.Request.Operation == operation)];
}
