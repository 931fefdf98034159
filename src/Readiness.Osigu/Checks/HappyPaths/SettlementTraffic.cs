using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.HappyPaths;

/// <summary>The calls of a settlement, from the claim to the dispatch.</summary>
/// <remarks>A batch belongs to a sponsor and not to a patient, so calls from the stimulus to the end of its operations count beside those that name a value of the stimulus.</remarks>
internal sealed class SettlementTraffic
{
    private readonly Exchange[] calls;

    public SettlementTraffic(ScenarioEvidence evidence, Stimulus stimulus)
    {
        var end = evidence.OperationsOf(stimulus).Select(call => call.EndedAt ?? evidence.Journal.End).DefaultIfEmpty(stimulus.At).Max();
        calls = [.. evidence.Journal.Exchanges.Where(call => call.Concerns(stimulus.Id) || (call.At >= stimulus.At && call.At <= end))];
    }

    public IReadOnlyList<Exchange> Of(string operation) => [.. calls.Where(call => call.Request.Operation == operation)];
}
