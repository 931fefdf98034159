using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>OSG-RETRY-01: attempts at an authorization request that is always answered 503 come to an end, and the user is told.</summary>
/// <remarks>Not repeating a write whose fate is not known is correct, and so is saying that it is not known.</remarks>
public sealed class LastingFaultOfAWriteEndsWithAMessage : ICheck
{
    public ItemId Item { get; } = new("OSG-RETRY-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var works = FaultyWork.Read(trial, evidence, "lasting-write-fault", "authorization.request", "initiate-authorization");
        foreach (var work in works.Where(work => work.Call is not null))
        {
            JudgeOutcome(trial, work.Call!);
        }

        AttemptEnd.Judge(trial, works);
        return trial.Conclude(() => $"an authorization request met 503 without end: {AttemptEnd.Seen(trial.Journal, works)}");
    }

    private static void JudgeOutcome(Trial trial, OperationCall call)
    {
        switch (call.Outcome)
        {
            case Outcome.Failed or Outcome.Unknown:
                UserMessages.MustBeThere(trial, call);
                break;
            case Outcome.Pending:
                UserMessages.MustBeThere(trial, call);
                trial.Advise($"{call.Operation} ({call.Number}) ended as pending, although the provider never accepted the request: nothing will come");
                break;
            default:
                // Succeeded, or no answer at all.
                UserMessages.MustTell(trial, call, "that the provider is out of order");
                break;
        }
    }
}
