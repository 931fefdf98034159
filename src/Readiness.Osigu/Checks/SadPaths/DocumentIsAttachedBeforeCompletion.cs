using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.HappyPaths;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SadPaths;

/// <summary>OSG-AUTH-01: a document that is there is attached before the request is completed, and the sponsor decides.</summary>
/// <remarks>Source: Authorizations. Attaching between two attempts to complete is right.</remarks>
public sealed class DocumentIsAttachedBeforeCompletion : ICheck
{
    public ItemId Item { get; } = new("OSG-AUTH-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("with-document") is not [var stimulus, ..])
        {
            trial.Lacks("no authorization was requested with a document");
            return trial.Conclude(() => "");
        }

        var attached = evidence.ExchangesOf(stimulus, "attach-indication").FirstOrDefault(call => call.Succeeded);
        var completed = evidence.ExchangesOf(stimulus, "complete-authorization").FirstOrDefault(call => call.Succeeded && call.Answered("/status") == "COMPLETED");
        trial.Rest(evidence.ExchangesOf(stimulus).Select(call => call.Number));
        if (HappyEnding.Judge(trial, evidence, stimulus, "authorization.request"))
        {
            if (evidence.ExchangesOf(stimulus).Count == 0)
            {
                trial.Lacks("no call about this patient reached the sandbox");
            }
            else
            {
                JudgeOrder(trial, attached, completed);
            }
        }

        return trial.Conclude(() => $"the indication was attached ({attached!.Number}) before the request was completed ({completed!.Number})");
    }

    private static void JudgeOrder(Trial trial, Exchange? attached, Exchange? completed)
    {
        if (attached is null || (completed is not null && attached.At > completed.At))
        {
            trial.Breach(
                "the indication attached before the request is completed",
                (attached, completed) switch
                {
                    (null, _) => "no attach-indication that was answered 2xx",
                    _ => $"attach-indication {attached.Number} after complete-authorization {completed!.Number}",
                },
                "attach the indication to the open request, then complete it",
                new[] { attached, completed }.OfType<Exchange>().Select(call => call.Number));
        }

        if (completed is null)
        {
            trial.Breach(
                "a completed request that the sponsor decided",
                "no complete-authorization that was answered COMPLETED",
                "complete the request after the indication is attached");
        }
    }
}
