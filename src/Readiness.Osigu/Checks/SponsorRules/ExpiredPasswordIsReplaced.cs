using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorRules;

/// <summary>OSG-OTP-01: a password that is too old is replaced by a new one.</summary>
/// <remarks>Trying an old one once is right: then the provider tells that it is over. Trying it again is using what is known to be of no use.</remarks>
public sealed class ExpiredPasswordIsReplaced : ICheck
{
    public ItemId Item { get; } = new("OSG-OTP-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("expired-password") is not [var stimulus, ..])
        {
            trial.Lacks("no password was left until it was too old");
            return trial.Conclude(() => "");
        }

        var verification = new Verification(evidence, stimulus);
        trial.Rest(verification.Numbers);
        verification.JudgeNumberOfPasswords(trial);
        verification.JudgeCompletions(trial);
        if (verification.Operations.All(trial.Answered))
        {
            JudgeReplacement(trial, evidence, stimulus, verification);
        }

        return trial.Conclude(() => $"the password of {verification.Sent[0].Number} was too old, and another one ({verification.Sent[^1].Number}) took its place");
    }

    private static void JudgeReplacement(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, Verification verification)
    {
        if (verification.Sent is not [var first, ..] || verification.Operations.Count == 0 || first.At > verification.Operations[0].EndedAt)
        {
            trial.Lacks("no password was sent when the sponsor wanted one for the first time: implement it, or declare the capability otp as not used");
            return;
        }

        var over = first.EndedAt!.Value + Verification.LifetimeOf(first);
        OperationCall[] later = [.. verification.Operations.Where(call => call.At >= over)];
        Exchange[] reused = [.. verification.Tried.Where(attempt => attempt.At >= over && Verification.PasswordOf(attempt) == first.Answered("/otp_id"))];
        if (reused.Length > 1)
        {
            trial.Breach(
                "a password that is too old is not tried again",
                $"the password of {first.Number}, too old since {Say.At(over)}, was tried {Say.Count(reused.Length, "time")} ({Say.List(reused.Select(attempt => attempt.Number))})",
                "keep expires_in with the password; send a new one when it has run out, and when the provider refuses it",
                [first.Number, .. reused.Select(attempt => attempt.Number)]);
        }

        if (verification.Completed is not null)
        {
            return;
        }

        if (later.Length == 0 && !evidence.Journal.NotesNamed(OsiguNotes.PasswordOver).Any(note => note["stimulus"] == stimulus.Id))
        {
            trial.Awaits(first.At + Trial.OperationLimit, "the password to become too old", "the run ended before the password was too old");
        }
        else
        {
            var asked = later.Length == 0 ? "nothing was asked for again" : Say.List(later.Select(call => $"{call.Operation} ({call.Number}) ended as {UserMessages.Word(call)}"));
            trial.Lacks($"nothing was completed after the first password was too old: {asked}");
        }
    }
}
