using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorRules;

/// <summary>OSG-OTP-01: where the sponsor asks for a password, one is sent, and its token goes into the one call that needs it; where it does not ask, none is sent.</summary>
/// <remarks>Source: OTP flow. Either channel, either of the documented paths and either place of the token are right.</remarks>
public sealed class PersonIsVerifiedOnlyWhenAskedFor : ICheck
{
    public ItemId Item { get; } = new("OSG-OTP-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var unasked = evidence.StimuliFor("no-verification");
        var asked = evidence.StimuliFor("password-wanted");
        if (asked.Count == 0)
        {
            trial.Lacks("nothing was asked for that needs a password");
        }

        foreach (var stimulus in unasked)
        {
            JudgeUnasked(trial, evidence, stimulus);
        }

        foreach (var stimulus in asked)
        {
            JudgeAsked(trial, evidence, stimulus);
        }

        return trial.Conclude(() => $"{Say.Count(asked.Count, "person", "people")} verified by a password of their own ({Say.List(asked.Select(stimulus => new Verification(evidence, stimulus).Completed!.Number))}){(unasked.Count > 0 ? $", {unasked.Count} by none, as the sponsor wished" : "")}");
    }

    private static void JudgeUnasked(Trial trial, ScenarioEvidence evidence, Stimulus stimulus)
    {
        var verification = new Verification(evidence, stimulus);
        trial.Rest(verification.Numbers);
        if (verification.Asked.Count > 0)
        {
            trial.Breach(
                "no password where the sponsor asks for none",
                $"{Say.Count(verification.Asked.Count, "password")} asked for ({Say.List(verification.Asked.Select(sent => sent.Number))}), although verification_required was null",
                "look at verification_required, or at the sponsor's configuration, before a password is sent",
                verification.Asked.Select(sent => sent.Number));
        }

        if (verification.EndsWell(trial) && verification.Completed is null)
        {
            trial.Lacks($"no {verification.Call} went through for the person of whom no verification was asked");
        }
    }

    private static void JudgeAsked(Trial trial, ScenarioEvidence evidence, Stimulus stimulus)
    {
        var verification = new Verification(evidence, stimulus);
        trial.Rest(verification.Numbers);
        verification.JudgeNumberOfPasswords(trial);
        verification.JudgeCompletions(trial);
        if (trial.Answered(stimulus, verification.Operation) is not { } call)
        {
            return;
        }

        if (verification is { Asked.Count: 0, Completions.Count: 0 } && call.Outcome != Outcome.Succeeded)
        {
            trial.Lacks($"{call.Operation} ({call.Number}) asked for no password although the sponsor wants one: implement it, or declare the capability otp as not used");
        }
        else if (verification.EndsWell(trial) && verification.SucceedsInWordsOnly)
        {
            trial.Breach(
                $"{verification.Call} goes through once the person is verified",
                $"{call.Operation} ({call.Number}) ended as {UserMessages.Word(call)}, and no {verification.Call} went through",
                "complete what was started, with the token of the validated password",
                call.Number);
        }
    }
}
