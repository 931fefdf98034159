using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SadPaths;

/// <summary>OSG-AUTH-01: without the document that the sponsor wants, the user is told, and the request is neither repeated nor used.</summary>
/// <remarks>Source: Authorizations. A request that stays open is harmless, so leaving it, or never completing it, is right.</remarks>
public sealed class MissingDocumentIsTold : ICheck
{
    private const int MostCompletions = 3;

    public ItemId Item { get; } = new("OSG-AUTH-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("missing-document") is not [var stimulus, ..])
        {
            trial.Lacks("no authorization was requested without a document that the sponsor wants");
            return trial.Conclude(() => "");
        }

        var calls = evidence.ExchangesOf(stimulus);
        trial.Rest(calls.Select(call => call.Number));
        Traces.AtMostOne(
            trial,
            Traces.Taken(evidence.ExchangesOf(stimulus, "initiate-authorization")),
            "one authorization request, which stays open until the document is there",
            "complete the same request again once the document is attached; do not open another one");
        Traces.MustNotBe(
            trial,
            Traces.Own(evidence, stimulus, "start-dispensation"),
            "no dispensation of a request that is not complete",
            "dispense only under an authorization_code that the provider returned");
        JudgeCompletions(trial, evidence, stimulus);
        if (trial.Answered(stimulus, "authorization.request") is { } call)
        {
            JudgeEnd(trial, call);
            Traces.Watch(trial, call);
            if (calls.Count == 0)
            {
                trial.Lacks("no call about this patient reached the sandbox");
            }
        }

        return trial.Conclude(() => $"the request was left open, and the user was told: \"{evidence.OperationOf(stimulus, "authorization.request")!.Reply!.Message}\"");
    }

    private static void JudgeEnd(Trial trial, OperationCall call)
    {
        if (call.Outcome == Outcome.Pending)
        {
            UserMessages.MustBeThere(trial, call);
        }
        else
        {
            UserMessages.MustTell(trial, call, "that a document is missing");
        }
    }

    private static void JudgeCompletions(Trial trial, ScenarioEvidence evidence, Stimulus stimulus)
    {
        var completions = Traces.Taken(evidence.ExchangesOf(stimulus, "complete-authorization"));
        if (completions.Count > MostCompletions && evidence.ExchangesOf(stimulus, "attach-indication").Count == 0)
        {
            trial.Breach(
                $"at most {MostCompletions} attempts to complete a request to which nothing was attached",
                $"{Say.Count(completions.Count, "complete-authorization call")} ({Say.List(completions.Select(call => call.Number))})",
                "attach the document before completing again; the same call brings the same answer",
                completions.Select(call => call.Number));
        }
    }
}
