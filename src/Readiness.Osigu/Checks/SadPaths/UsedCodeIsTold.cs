using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Osigu.Checks.SadPaths;

/// <summary>OSG-DISP-01: the user is told that a code was used, and the dispensation is neither repeated nor completed.</summary>
/// <remarks>Source: Testing with sandbox, sad paths. Reading after the 409 is right.</remarks>
public sealed class UsedCodeIsTold : ICheck
{
    public ItemId Item { get; } = new("OSG-DISP-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("used-code") is not [var stimulus, ..])
        {
            trial.Lacks("no code was dispensed that another pharmacy has used");
            return trial.Conclude(() => "");
        }

        var starts = Traces.Taken(evidence.ExchangesOf(stimulus, "start-dispensation"));
        trial.Rest(starts.Select(start => start.Number));
        foreach (var same in starts.GroupBy(Dispensing.Code))
        {
            Traces.AtMostOne(
                trial,
                [.. same],
                $"one attempt to dispense {same.Key ?? "the code"}",
                "do not repeat a dispensation that was answered 409, nor with another patient or branch; guard against a double click");
        }

        Traces.MustNotBe(
            trial,
            Traces.Own(evidence, stimulus, "complete-dispensation"),
            "no completion of a dispensation that was not started",
            "stop when the start is answered 409");
        if (trial.Answered(stimulus, "dispensation.dispense") is { } call)
        {
            UserMessages.MustTell(trial, call, "that the code was already used");
            UserMessages.MustDifferFromOutageAndNotFound(trial, call);
            UserMessages.ShouldReport(trial, call, 409);
            Traces.Watch(trial, call);
            if (!starts.Any(start => start.Status == 409))
            {
                trial.Lacks("no dispensation under this code was answered 409");
            }
        }

        return trial.Conclude(() => $"one attempt ({starts[0].Number}) answered 409, and the user was told: \"{evidence.OperationOf(stimulus, "dispensation.dispense")!.Reply!.Message}\"");
    }
}
