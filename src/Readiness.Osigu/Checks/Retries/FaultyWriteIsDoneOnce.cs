using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>OSG-RETRY-01: a claim whose creation was answered with a 5xx is made once at most, whether or not the provider had made it.</summary>
/// <remarks>504 comes from a gateway that did not wait; 503 says that nothing was done, so that claim may be sent again.</remarks>
public sealed class FaultyWriteIsDoneOnce : ICheck
{
    private const string Create = "create-claim";

    public ItemId Item { get; } = new("OSG-RETRY-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var works = FaultyWork.Read(trial, evidence, "write-fault", "claim.submit", Create);
        foreach (var work in works)
        {
            Exchange[] made = [.. work.Attempts.Attempts.Where(TookEffect)];
            if (made.Length > 1)
            {
                trial.Breach(
                    "one claim for one submission, also when its creation was answered with a 5xx",
                    $"{made.Length} claims ({Create} {Say.List(made.Select(attempt => attempt.Number))}); the first was made although it was answered {made[0].Status}",
                    "repeat a request that makes something only after an answer that says it was not processed (429, 503); report the rest as unknown",
                    work.Attempts.Numbers);
            }
        }

        IReadOnlyList<FaultyWork> ended = [.. works.Where(work => work.Call is not null)];
        foreach (var work in ended)
        {
            JudgeOutcome(trial, work.Call!, work.Attempts.Attempts.Any(TookEffect));
        }

        if (ended.Count > 0)
        {
            trial.Watched(ended.Min(work => work.Call!.At), ended.Max(work => work.LastSeen) + QuietWatch.Of(trial.Journal));
        }

        return trial.Conclude(() => string.Join("; ", works.Select(work =>
            $"{Say.Count(work.Attempts.Attempts.Count, Create)}, answered {Say.List(work.Attempts.Attempts.Select(attempt => attempt.Status))}: {Say.Count(work.Attempts.Attempts.Count(TookEffect), "claim")}; {work.Call!.Operation} ({work.Call.Number}) ended as {UserMessages.Word(work.Call)}")));
    }

    private static void JudgeOutcome(Trial trial, OperationCall call, bool made)
    {
        switch (call.Outcome)
        {
            case Outcome.Succeeded when made:
                break;
            case Outcome.Failed or Outcome.Unknown or Outcome.Pending:
                UserMessages.MustBeThere(trial, call);
                break;
            default:
                UserMessages.MustTell(trial, call, "that the provider is out of order");
                break;
        }
    }

    private static bool TookEffect(Exchange attempt) => attempt.Succeeded || attempt.Annotation("withheld-status")?.StartsWith('2') == true;
}
