using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SadPaths;

/// <summary>OSG-AUTH-02: a rejection and its reason are shown, and nothing is sent again.</summary>
/// <remarks>Source: Testing with sandbox, sad paths. The reason is the sponsor's own text: long, and in its own language.</remarks>
public sealed class RejectionIsShownWithItsReason : ICheck
{
    public ItemId Item { get; } = new("OSG-AUTH-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("rejected-decision") is not [var stimulus, ..])
        {
            trial.Lacks("no authorization was requested that is rejected");
            return trial.Conclude(() => "");
        }

        trial.Rest(evidence.ExchangesOf(stimulus).Select(exchange => exchange.Number));
        Rejection.MustNotBeSentAgain(trial, evidence, stimulus);
        Traces.MustNotBe(
            trial,
            Traces.Own(evidence, stimulus, "start-dispensation"),
            "no dispensation of what was rejected",
            "dispense only what the sponsor approved");
        if (trial.Answered(stimulus, "authorization.request") is { } call)
        {
            Authorization[] rejected = [.. evidence.ExchangesOf(stimulus, "complete-authorization").SelectMany(Authorization.In).Where(one => one.IsRejected)];
            if (rejected.Length == 0)
            {
                trial.Lacks("no completed request brought a rejection");
            }
            else if (call.Outcome != Outcome.Unanswered)
            {
                Rejection.MustBeShown(trial, call, rejected);
            }

            UserMessages.MustTell(trial, call, "that the sponsor rejected the request");
            UserMessages.MustDifferFromOutageAndNotFound(trial, call);
            Traces.Watch(trial, call);
        }

        return trial.Conclude(() => $"the rejection was shown with its reason: \"{evidence.OperationOf(stimulus, "authorization.request")!.Reply!.Message}\"");
    }
}
