using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.HappyPaths;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Limits;

/// <summary>OSG-RATE-01: a batch that meets 429 is finished all the same, at once or when it is asked for again.</summary>
/// <remarks>A clerk who is told at once that the provider is busy loses nothing; a batch that is given up for good, or dispatched without what the 429 hid, is lost.</remarks>
public sealed class LimitDoesNotEndABatch : ICheck
{
    private const string Operation = "settlement.dispatch";

    /// <summary>A queue that goes on by itself may take this long.</summary>
    private static readonly TimeSpan OwnPace = TimeSpan.FromSeconds(60);

    public ItemId Item { get; } = new("OSG-RATE-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("limited-batch") is not [var stimulus, ..])
        {
            trial.Lacks("no batch met a limit");
            return trial.Conclude(() => "");
        }

        var claims = int.Parse(stimulus["claims"]!, System.Globalization.CultureInfo.InvariantCulture);
        var traffic = new SettlementTraffic(evidence, stimulus);
        Exchange[] limited = [.. evidence.ExchangesOf(stimulus).Where(exchange => exchange is { Status: 429, Fault: not null })];
        OperationCall[] calls = [.. evidence.OperationsOf(stimulus).Where(call => call.Operation == Operation)];
        trial.Rest(limited.Select(exchange => exchange.Number));
        if (calls.Length == 0)
        {
            trial.Lacks($"{Operation} was not asked for");
        }
        else if (calls.Count(trial.Answered) == calls.Length)
        {
            if (limited.Length == 0)
            {
                trial.Lacks($"no call of {Operation} ({Say.List(calls.Select(call => call.Number))}) met the planned 429");
            }

            JudgeCalls(trial, calls, limited, traffic, claims);
        }

        return trial.Conclude(() => $"{Say.Count(limited.Length, "call")} answered 429; {Operation} ended as {Say.List(calls.Select(UserMessages.Word))}, and all {claims} claims were dispatched");
    }

    private static void JudgeCalls(Trial trial, OperationCall[] calls, Exchange[] limited, SettlementTraffic traffic, int claims)
    {
        foreach (var call in calls.Where(call => call.Outcome is Outcome.Failed or Outcome.Unknown or Outcome.Pending))
        {
            UserMessages.MustBeThere(trial, call);
        }

        var last = calls[^1];
        if (last.Outcome == Outcome.Unanswered && !trial.Hung(last))
        {
            return;
        }

        var attached = traffic.Of("attach-claims").Where(attach => attach.Succeeded).SelectMany(PendingClaims.AttachedBy).Distinct().Count();
        if (attached >= claims && traffic.Of("dispatch-settlement").Any(dispatch => dispatch.Succeeded))
        {
            return;
        }

        if (last.Outcome == Outcome.Pending)
        {
            trial.Awaits(last.EndedAt!.Value + OwnPace, "the batch that goes on by itself", $"{Operation} ({last.Number}) ended as pending, and the batch was not dispatched within {Say.Seconds(OwnPace)}");
        }
        else if (last.Outcome != Outcome.Succeeded)
        {
            trial.Breach(
                "a batch that met 429 is finished once the provider takes calls again",
                $"{Operation} ended as {UserMessages.Word(last)} ({last.Number}) although nothing was limited any more; the 429 ({Say.List(limited.Select(exchange => exchange.Number))}) had come before",
                "keep what is left of a batch when the provider answers 429, wait as asked, and go on with it",
                [.. limited.Select(exchange => exchange.Number), .. calls.Select(call => call.Number)]);
        }
        else
        {
            trial.Breach(
                $"all {claims} claims are dispatched, also when a call on the way was answered 429",
                $"{attached} of them were attached; {Operation} ended as succeeded ({last.Number})",
                "take a 429 for 'later', not for an empty answer",
                [.. limited.Select(exchange => exchange.Number), last.Number]);
        }
    }
}
