using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Checks.AsynchronousSponsor;

/// <summary>OSG-ASYNC-01: the approval and the rejection of an asynchronous sponsor reach the integration and are accepted.</summary>
public sealed class BothDecisionsAreDelivered : ICheck
{
    public ItemId Item { get; } = new("OSG-ASYNC-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        List<string> seen = [];
        foreach (var purpose in (string[])["approved-later", "rejected-later"])
        {
            if (PendingRequest.Read(trial, evidence, purpose) is not { } request)
            {
                continue;
            }

            JudgeSubscription(trial, evidence, request.Stimulus);
            if (request.Await(trial, decisions => Refused(trial, decisions)) is { } accepted)
            {
                seen.Add($"{accepted.Sent.EventType} accepted {Say.Seconds(accepted.Answer!.LastByteAt - request.Pending.EndedAt!.Value)} after PENDING_SPONSOR");
            }
        }

        return trial.Conclude(() => string.Join("; ", seen));
    }

    private static void JudgeSubscription(Trial trial, ScenarioEvidence evidence, Stimulus stimulus)
    {
        foreach (var note in evidence.Journal.NotesNamed(OsiguNotes.DecisionNotDeliverable).Where(note => note["stimulus"] == stimulus.Id || (note["stimulus"] is null && evidence.Covers(note.At))))
        {
            trial.Breach(
                "the integration is subscribed to the sponsor's decisions",
                $"{note["event_type"]} could not be delivered: subscribed to {note["subscribed"]}",
                "subscribe to authorization.* (or *) at POST /webhooks/v1/subscriptions",
                note.Number);
        }
    }

    private static void Refused(Trial trial, IReadOnlyList<Recording.Delivery> decisions) => trial.Breach(
        "the sponsor's decision is answered 2xx",
        Receiver.Answers(decisions),
        "accept and store every event whose signature is right; answer 2xx",
        decisions.Select(delivery => delivery.Number));
}
