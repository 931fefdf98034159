using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-05: a token that is refused in the middle of a flow costs at most one repetition, and what was not done is not shown as done.</summary>
/// <remarks>Source: Error handling. One page asks for one repetition with a new token, the other for none: both are right as long as the user is told the truth.</remarks>
public sealed class RefusedStepOfAFlowIsNotLost : ICheck
{
    private const int MostCompletions = 2;

    public ItemId Item { get; } = new("OSG-TOKEN-05");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("refused-in-the-middle") is not [var stimulus, ..])
        {
            trial.Lacks("no authorization was requested whose token is refused on the way");
            return trial.Conclude(() => "");
        }

        var completions = evidence.ExchangesOf(stimulus, "complete-authorization");
        trial.Rest(completions.Select(completion => completion.Number));
        var call = trial.Answered(stimulus, "authorization.request");
        if (completions.FirstOrDefault(completion => completion is { TokenState: "revoked", Status: 401 }) is not { } refusal)
        {
            trial.Lacks("no call of the flow came with a token that had just been refused");
            return trial.Conclude(() => "");
        }

        JudgeRepetitions(trial, completions, refusal);
        if (evidence.ExchangesOf(stimulus, "initiate-authorization").Count(exchange => exchange.Succeeded) > 1)
        {
            trial.Advise("the flow began again with a new request instead of completing the one that was there; the first is left open at the provider");
        }

        var done = completions.FirstOrDefault(completion => completion.Succeeded && completion.At >= refusal.EndedAt);
        if (call is not null)
        {
            JudgeEnd(trial, call, done);
        }

        return trial.Conclude(() => done is null
            ? $"the completion {refusal.Number} was refused for its token, and the user was told: \"{call!.Reply!.Message}\""
            : $"the completion {refusal.Number} was refused for its token and repeated with {done.TokenName} ({done.Number})");
    }

    private static void JudgeRepetitions(Trial trial, IReadOnlyList<Exchange> completions, Exchange refusal)
    {
        if (trial.Journal.SentAgainAfter(refusal) is { Count: > 0 } again)
        {
            trial.Breach(
                $"{refusal.TokenName} not sent again after it was refused",
                $"{Say.Count(again.Count, "call")} ({Say.List(again.Select(call => call.Number))}) under {refusal.TokenName} after the refusal of {refusal.Number}",
                "drop the token when a call is refused with 401, and fetch a new one before the call is repeated",
                [refusal.Number, .. again.Select(call => call.Number)]);
        }

        if (completions.Count > MostCompletions)
        {
            trial.Breach(
                "a refused completion that is repeated once, with a new token",
                $"{completions.Count} completions ({Say.List(completions.Select(completion => completion.Number))})",
                "repeat a call once after a 401; the second one has done it",
                completions.Select(completion => completion.Number));
        }
    }

    private static void JudgeEnd(Trial trial, OperationCall call, Exchange? done)
    {
        if (done is null)
        {
            UserMessages.MustTell(trial, call, "that the request was not completed");
        }
        else if (call.Outcome == Outcome.Failed)
        {
            trial.Breach(
                "a request that the provider has completed is shown as such",
                $"{call.Operation} ({call.Number}) ended as failed, although its completion was accepted ({done.Number})",
                "report what the last answer says: the first one was refused before anything was done",
                call.Number,
                done.Number);
        }
        else
        {
            trial.Rest(done.Number);
        }
    }
}
