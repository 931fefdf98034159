using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Checks.Backoff;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>OSG-RETRY-03: what the user is told of a write whose answer got lost is true, or is that it is not known.</summary>
/// <remarks>The connection dies after the provider worked for one piece of work, and before it for another: who guesses is wrong in one of them.</remarks>
public sealed class LostWriteIsToldTruly : ICheck
{
    public ItemId Item { get; } = new("OSG-RETRY-03");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var works = LostWrite.Read(trial, evidence);
        foreach (var work in works)
        {
            trial.Rest(work.Lost.Number);
            if (work.Call is { } call)
            {
                JudgeOutcome(trial, work, call);
            }
        }

        return trial.Conclude(() => string.Join("; ", works.Select(work =>
            $"{work.Kind.Write} {work.Lost.Number} lost its answer {(work.WasDone ? "after" : "before")} the provider worked, and {work.Call!.Operation} ({work.Call.Number}) ended as {UserMessages.Word(work.Call)}")));
    }

    private static void JudgeOutcome(Trial trial, LostWrite work, OperationCall call)
    {
        switch (call.Outcome)
        {
            case Outcome.Succeeded when work.Aim is null:
                trial.Breach(
                    $"{call.Operation} ends as succeeded only where the provider has done it",
                    $"{call.Operation} ({call.Number}) ended as succeeded; the connection died under {work.Kind.Write} {work.Lost.Number}, and no {work.Kind.Aim} took effect",
                    "read what became of a write that got no answer; where nothing tells, report it as unknown",
                    work.Lost.Number,
                    call.Number);
                break;
            case Outcome.Failed when Standing(work) is { } standing:
                // Then the integration has never seen that an answer was lost: it saw what the second one was answered, and nothing else.
                var replay = work.Exchanges.FirstOrDefault(exchange => AttemptSeries.IsReplay(work.Lost, exchange));
                trial.Breach(
                    $"what the provider has done is not told as failed: {call.Operation} ends as succeeded, or as unknown",
                    $"{call.Operation} ({call.Number}) ended as failed, although {standing.Request.Operation} {standing.Number} had taken effect{(replay is null ? "" : $"; {replay.Request.Operation} {replay.Number} came at once and with the same bytes, as from a transport that sends again by itself")}",
                    replay is null
                        ? "read what became of a write that got no answer; take a 409 after it for a possible yes; where nothing tells, report it as unknown"
                        : "switch off the HTTP client's own repetition of requests whose connection died, for everything but reads: it hides that an answer was lost",
                    standing.Number,
                    call.Number);
                break;
            case Outcome.Failed or Outcome.Unknown:
                UserMessages.MustBeThere(trial, call);
                break;
            case Outcome.Pending:
                UserMessages.MustBeThere(trial, call);
                trial.Advise($"{call.Operation} ({call.Number}) ended as pending; for a write whose fate is not known the word is unknown");
                break;
            case Outcome.Unanswered when trial.Hung(call):
                trial.Breach(
                    $"{call.Operation} comes to an end after a lost answer",
                    $"{call.Operation} ({call.Number}) was not answered, after {work.Kind.Write} {work.Lost.Number} got no answer",
                    "give every call a time-out, and tell the user what is known",
                    work.Lost.Number,
                    call.Number);
                break;
            default:
                // Succeeded and done, or a silence that is the integration's death.
                break;
        }
    }

    /// <summary>What stands at the provider although the user was told of a failure; null where nothing does.</summary>
    private static Exchange? Standing(LostWrite work) =>
        work.Undone > 0 ? null
        : work.Aim is { } aim && aim.At <= work.Call!.EndedAt ? aim
        : work is { Kind.Stands: true, WasDone: true } ? work.Lost
        : null;
}
