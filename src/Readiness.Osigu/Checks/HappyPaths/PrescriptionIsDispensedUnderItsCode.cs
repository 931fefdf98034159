using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.HappyPaths;

/// <summary>OSG-FLOW-02: a prescription is issued and dispensed under its code, not under its identifier.</summary>
/// <remarks>Source: Testing with sandbox; Prescriptions. Any version of the call is right, and so is a patient inside the prescription.</remarks>
public sealed class PrescriptionIsDispensedUnderItsCode : ICheck
{
    public ItemId Item { get; } = new("OSG-FLOW-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("prescription") is not [var stimulus, ..])
        {
            trial.Lacks("no prescription was issued");
            return trial.Conclude(() => "");
        }

        var attempts = Prescriptions.Of(evidence, stimulus);
        var issued = attempts.FirstOrDefault(call => call.Succeeded);
        var dispensing = new Dispensing(evidence, stimulus);
        trial.Rest(evidence.ExchangesOf(stimulus).Select(call => call.Number));

        JudgeStarts(trial, [.. attempts.Where(call => call.Succeeded)], dispensing);
        if (HappyEnding.Judge(trial, evidence, stimulus, "prescription.issue", "dispensation.dispense"))
        {
            if (evidence.ExchangesOf(stimulus).Count == 0)
            {
                trial.Lacks("no call about this patient reached the sandbox");
            }
            else if (issued is null)
            {
                Prescriptions.NotIssued(trial, attempts);
            }
            else if (issued.Answered("/prescription_code") is { } code && !dispensing.IsCompleted(code))
            {
                trial.Breach(
                    $"a completed dispensation under {code}",
                    $"none; {Say.Count(dispensing.Starts.Count, "start")} ({Say.List(dispensing.Starts.Select(start => start.Number))}) and {Say.Count(dispensing.Completions.Count, "completion")}",
                    "start a dispensation with the prescription_code as \"code\", and complete it",
                    [issued.Number, .. dispensing.Starts.Concat(dispensing.Completions).Select(call => call.Number)]);
            }
        }

        return trial.Conclude(() => $"prescription {issued!.Number} was dispensed under {issued.Answered("/prescription_code")} (exchange {dispensing.Starts[^1].Number})");
    }

    private static void JudgeStarts(Trial trial, IReadOnlyList<Exchange> issued, Dispensing dispensing)
    {
        string[] codes = [.. issued.Select(call => call.Answered("/prescription_code")).OfType<string>()];
        foreach (var start in dispensing.StartsOtherThan(codes))
        {
            trial.Breach(
                $"a dispensation under the prescription_code that the provider returned: {(codes.Length == 0 ? "none so far" : Say.List(codes))}",
                $"start-dispensation {start.Number} under {Dispensing.Code(start) ?? "no code"}{(issued.Any(call => call.Answered("/prescription_id") == Dispensing.Code(start)) ? ", which is the prescription_id" : "")}",
                "send the prescription_code as \"code\"; the prescription_id names the record only",
                start.Number);
        }
    }
}
