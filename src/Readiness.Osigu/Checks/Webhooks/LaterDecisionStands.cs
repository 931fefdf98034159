using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.AsynchronousSponsor;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-08: a withdrawal that arrives before the approval that it withdraws is not undone by it.</summary>
/// <remarks>A receiver may work off events later than it acknowledges them, so only what it believes after a further event was worked off is final.</remarks>
public sealed class LaterDecisionStands : ICheck
{
    public ItemId Item { get; } = new("OSG-HOOK-08");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> after = Genuine(evidence, "after-the-disorder");
        IReadOnlyList<Delivery> disordered = Genuine(evidence, "out-of-order");
        if (evidence.StimuliFor("out-of-order") is not [var stimulus, ..]
            || disordered.FirstOrDefault(delivery => delivery.Sent.EventType == "authorization.voided") is not { } voided
            || disordered.FirstOrDefault(delivery => delivery.Sent.EventType == "authorization.created" && delivery.At >= voided.At) is not { } created
            || after.Count == 0)
        {
            trial.Lacks("no withdrawal was delivered before its approval, with a further event after both");
            return trial.Conclude(() => "");
        }

        IReadOnlyList<Delivery> both = [voided, created];
        if (Receiver.HasAnswered(trial, [.. both, .. after]) && Receiver.IsSetUp(trial))
        {
            JudgeAnswers(trial, both);
            if (both.All(delivery => delivery.Acknowledged))
            {
                JudgeState(trial, evidence, stimulus, created, after);
            }
        }

        return trial.Conclude(() => $"{voided.Sent.EventType} ({voided.Number}) arrived before {created.Sent.EventType} ({created.Number}); the request ended as voided");
    }

    private static void JudgeAnswers(Trial trial, IReadOnlyList<Delivery> both)
    {
        Delivery[] refused = [.. both.Where(delivery => !delivery.Acknowledged)];
        if (refused.Length > 0)
        {
            trial.Breach(
                "an event is answered 2xx, also before the one that it builds on",
                Say.List(refused.Select(delivery => $"{delivery.Sent.EventType}: {Receiver.Answer(delivery)}")),
                "store the event even where its authorization is not known yet: the order of delivery is best effort",
                refused.Select(delivery => delivery.Number));
        }
    }

    private static void JudgeState(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, Delivery created, IReadOnlyList<Delivery> after)
    {
        var effects = EffectCounts.Read(trial.Journal);
        if (after.FirstOrDefault(delivery => delivery.Acknowledged && EventEffect.Seen(trial, effects, delivery)) is not { } further)
        {
            trial.Lacks("effects.count did not show the effect of the event that followed, so that the events before it may still be waiting");
            return;
        }

        var workedOff = effects.Of(trial, further.Sent.EventId, further.At).First(count => count.Count >= 1);
        var states = BelievedStates.After(trial, evidence, stimulus, workedOff.Probe.At);
        if (states.Count == 0)
        {
            trial.Lacks("the state of the request was not read after the events were worked off");
            return;
        }

        trial.Rest(workedOff.Number, states[^1].Probe.Number);
        JudgeFinal(trial, states[^1], created);
    }

    private static void JudgeFinal(Trial trial, BelievedState last, Delivery created)
    {
        var waited = last.Probe.At - created.Answer!.LastByteAt;
        switch (last.Status)
        {
            case "voided":
                break;
            case "approved":
                Breach(trial, last, created, "order decisions by the event's created_at: what arrives later but was created earlier changes nothing");
                break;
            case "pending" or "unknown" when waited >= PickUp.NearTheLimit:
                Breach(trial, last, created, "keep an event whose authorization is not known yet, and apply it once it is");
                break;
            case "pending" or "unknown":
                trial.Lacks($"the request was still {last.Status} {Say.Seconds(waited)} after both events were accepted ({last.Probe.Number}), and was not asked for again");
                break;
            default:
                trial.Advise($"authorization.status ({last.Probe.Number}) calls a voided authorization {last.Status}; the protocol's word is voided");
                break;
        }
    }

    private static void Breach(Trial trial, BelievedState last, Delivery created, string next) => trial.Breach(
        "an authorization that was voided after its approval ends as voided, whichever event arrives first",
        $"{last.Status} ({last.Probe.Number}) after authorization.voided, and then authorization.created ({created.Number}) of an earlier moment",
        next,
        created.Number,
        last.Probe.Number);

    private static IReadOnlyList<Delivery> Genuine(ScenarioEvidence evidence, string purpose) => [.. evidence.StimuliFor(purpose).SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
}
