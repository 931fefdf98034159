using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-05: a token that was refused is not sent again, and the integration goes on with a new one.</summary>
/// <remarks>
/// Source: Error handling. The first look-up may fail with a message: the older pages say not to repeat a 401. The next ones must have a token that counts.
/// </remarks>
public sealed class RefusedTokenIsReplaced : ICheck
{
    public ItemId Item { get; } = new("OSG-TOKEN-05");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        Exchange[] refusals =
        [
            .. evidence.Journal.ApiCalls.Where(call => call is { TokenState: "revoked", Status: 401 } && evidence.Covers(call.At))
                .DistinctBy(call => call.TokenName),
        ];
        foreach (var refusal in refusals)
        {
            JudgeRepeats(trial, refusal);
        }

        var stimuli = evidence.StimuliFor("after-revocation");
        OperationCall[] operations = [.. stimuli.SelectMany(evidence.OperationsOf).Where(call => call.Operation == "beneficiary.search")];
        var accepted = stimuli.SelectMany(evidence.ExchangesOf).FirstOrDefault(call => call.TokenState == "valid");
        if (operations.Length == 0)
        {
            trial.Lacks("no patient was looked up after the tokens were refused");
        }
        else if (operations.Count(trial.Answered) == operations.Length)
        {
            JudgeOperations(trial, operations, accepted, [.. stimuli.SelectMany(evidence.ExchangesOf)]);
        }

        trial.Rest(refusals.Select(refusal => refusal.Number));
        return trial.Conclude(() => refusals.Length == 0
            ? $"no call came with a refused token; {accepted!.TokenName} was used from exchange {accepted!.Number} on"
            : $"{Say.List(refusals.Select(refusal => refusal.TokenName))} was refused once (exchange {Say.List(refusals.Select(refusal => refusal.Number))}); {accepted!.TokenName} was used from exchange {accepted!.Number} on");
    }

    private static void JudgeRepeats(Trial trial, Exchange refusal)
    {
        if (trial.Journal.SentAgainAfter(refusal) is { Count: > 0 } again)
        {
            trial.Breach(
                $"{refusal.TokenName} not sent again after it was refused",
                $"{Say.Count(again.Count, "call")} ({Say.List(again.Select(call => call.Number))}) under {refusal.TokenName} after the refusal of {refusal.Number}",
                "drop the token when a call is refused with 401, and fetch a new one before the next call",
                [refusal.Number, .. again.Select(call => call.Number)]);
        }
    }

    private static void JudgeOperations(Trial trial, OperationCall[] operations, Exchange? accepted, Exchange[] calls)
    {
        foreach (var operation in operations.Where(call => call.Outcome != Outcome.Succeeded))
        {
            UserMessages.MustTell(trial, operation, "that the provider could not be asked");
        }

        if (accepted is not null)
        {
            trial.Rest(accepted.Number);
        }
        else if (calls.Length == 0)
        {
            trial.Lacks("no look-up reached the sandbox after the tokens were refused");
        }
        else
        {
            trial.Breach(
                "a call with a new token after the old one was refused",
                $"none of {Say.Count(calls.Length, "call")} ({Say.List(calls.Select(call => call.Number))}) came with a token that counts",
                "fetch a new token when a call is refused with 401, without a restart",
                calls.Select(call => call.Number));
        }
    }
}
