using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.SadPaths;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorRules;

/// <summary>OSG-OTP-01: a person who gives no password, or a wrong one, is not served, and the clerk is told.</summary>
/// <remarks>Waiting, failing, and sending another password after a wrong one are all right.</remarks>
public sealed class NothingIsCompletedUnverified : ICheck
{
    public ItemId Item { get; } = new("OSG-OTP-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var stimuli = evidence.StimuliFor("not-verified");
        if (stimuli.Count == 0)
        {
            trial.Lacks("nothing was asked for that needs a password which nobody has");
        }

        foreach (var stimulus in stimuli)
        {
            Judge(trial, evidence, stimulus);
        }

        return trial.Conclude(() => $"nothing was completed for {Say.Count(stimuli.Count, "person", "people")} without the right password, and the clerk was told: \"{evidence.OperationOf(stimuli[0], "dispensation.dispense")!.Reply!.Message}\"");
    }

    private static void Judge(Trial trial, ScenarioEvidence evidence, Stimulus stimulus)
    {
        var verification = new Verification(evidence, stimulus);
        trial.Rest(verification.Numbers);
        verification.JudgeNumberOfPasswords(trial);
        Traces.MustNotBe(
            trial,
            Traces.Taken(Traces.Own(evidence, stimulus, verification.Call)),
            "nothing is completed for a person who was not verified",
            "complete only with the token of a password that the provider has validated");
        if (trial.Answered(stimulus, verification.Operation) is not { } call)
        {
            return;
        }

        if (call.Outcome == Outcome.Pending)
        {
            UserMessages.MustBeThere(trial, call);
        }
        else
        {
            UserMessages.MustTell(trial, call, "that the password is missing or wrong");
        }

        if (verification.Wanted is null)
        {
            trial.Lacks($"{call.Operation} ({call.Number}) did not get as far as being asked for a password");
        }

        Traces.Watch(trial, call);
    }
}
