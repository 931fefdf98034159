using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.HappyPaths;

/// <summary>OSG-FLOW-03: while the provider says SUBMITTED, the settlement is not shown as decided.</summary>
/// <remarks>Source: Submit a claim batch: the sponsor's answer may come days later.</remarks>
public sealed class DispatchedIsNotShownAsPaid : ICheck
{
    private static readonly string[] Decided = ["PAID", "ACCEPTED", "SETTLED"];

    public ItemId Item { get; } = new("OSG-FLOW-03");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("settlement") is not [var stimulus, ..])
        {
            trial.Lacks("no settlement was asked for");
            return trial.Conclude(() => "");
        }

        var traffic = new SettlementTraffic(evidence, stimulus);
        Exchange[] states = [.. traffic.Of("dispatch-settlement").Concat(traffic.Of("read-settlement")).Where(call => call.Succeeded).OrderBy(call => call.At)];
        var shown = new List<string>();
        foreach (var operation in new[] { "settlement.dispatch", "settlement.status" })
        {
            if (trial.Answered(stimulus, operation) is { } call && call.Result("/status") is { } status)
            {
                shown.Add($"{call.Operation} ({call.Number}) shows {status}");
                JudgeStatus(trial, call, status, states.LastOrDefault(state => state.EndedAt <= call.EndedAt));
            }
        }

        if (!states.Any(state => state.Answered("/status") == "SUBMITTED"))
        {
            trial.Lacks("the settlement was not dispatched");
        }
        else if (shown.Count == 0)
        {
            trial.Lacks("neither settlement.dispatch nor settlement.status shows a status");
        }

        trial.Rest(states.Select(state => state.Number));
        return trial.Conclude(() => $"the provider says SUBMITTED; {string.Join("; ", shown)}");
    }

    private static void JudgeStatus(Trial trial, OperationCall call, string status, Exchange? state)
    {
        if (Decided.Contains(status.ToUpperInvariant()) && state?.Answered("/status") == "SUBMITTED")
        {
            trial.Breach(
                "a dispatched settlement is shown as sent, not as decided",
                $"{call.Operation} ({call.Number}) shows {status}, the provider says SUBMITTED ({state.Number})",
                "show the provider's status, and wait for its event or read it again before calling it paid",
                call.Number,
                state.Number);
        }
    }
}
