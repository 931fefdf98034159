using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorRules;

/// <summary>OSG-OTP-01: where the sponsor asks for a biometric reading, a reading is attached, and no password is sent instead.</summary>
public sealed class BiometricReadingIsAttached : ICheck
{
    public ItemId Item { get; } = new("OSG-OTP-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("reading-wanted") is not [var stimulus, ..])
        {
            trial.Lacks("nothing was asked for that needs a biometric reading");
            return trial.Conclude(() => "");
        }

        var verification = new Verification(evidence, stimulus);
        trial.Rest(verification.Numbers);
        if (verification.Asked.Count > 0)
        {
            trial.Breach(
                "no password where the sponsor asks for a biometric reading",
                $"{Say.Count(verification.Asked.Count, "password")} asked for ({Say.List(verification.Asked.Select(sent => sent.Number))})",
                "tell OTP from BIOMETRIC in verification_required",
                verification.Asked.Select(sent => sent.Number));
        }

        verification.JudgeCompletions(trial);
        if (trial.Answered(stimulus, verification.Operation) is { } call)
        {
            if (verification is { Readings.Count: 0, Completions.Count: 0 } && call.Outcome is Outcome.Pending or Outcome.Failed)
            {
                trial.Lacks($"{call.Operation} ({call.Number}) took no reading although the sponsor wants one: implement it, or declare the capability biometric as not used");
            }
            else if (verification.EndsWell(trial) && verification.SucceedsInWordsOnly)
            {
                trial.Breach(
                    $"{verification.Call} goes through with the accepted reading",
                    $"{call.Operation} ({call.Number}) ended as {UserMessages.Word(call)}, and no {verification.Call} went through",
                    "complete what was started, with the reading attached",
                    call.Number);
            }
        }

        return trial.Conclude(() => $"the reading was attached ({verification.Completed!.Number}), and no password was sent");
    }
}
