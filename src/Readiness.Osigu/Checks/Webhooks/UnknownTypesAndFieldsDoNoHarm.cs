using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-07: types and fields that are not known yet are acknowledged; an unknown type has no effect, and a known event keeps its own.</summary>
public sealed class UnknownTypesAndFieldsDoNoHarm : ICheck
{
    public ItemId Item { get; } = new("OSG-HOOK-07");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> shaped = Deliveries(evidence, "unknown-fields");
        IReadOnlyList<Delivery> decision = Deliveries(evidence, "unknown-fields-decision");
        // The request is decided in the end, by an event of a known type that is none of this item's business.
        IReadOnlyList<Delivery> untyped =
            [.. Deliveries(evidence, "unknown-type").Where(delivery => delivery.Sent.EventType is not ("authorization.created" or "authorization.rejected"))];
        IReadOnlyList<Delivery> plain = Deliveries(evidence, "after-the-unknown");
        if (shaped.Count == 0 || decision.Count == 0 || untyped.Count == 0 || plain.Count == 0)
        {
            trial.Lacks("not delivered: an event of an unknown type, events with unknown fields, and a plain one after them");
            return trial.Conclude(() => "");
        }

        IReadOnlyList<Delivery> unknown = [.. untyped, .. shaped, .. decision];
        if (Receiver.HasAnswered(trial, [.. unknown, .. plain]) && Receiver.IsSetUp(trial))
        {
            var effects = EffectCounts.Read(trial.Journal);
            JudgeAnswers(trial, unknown);
            JudgeType(trial, evidence, effects, untyped);
            foreach (var accepted in decision.Where(delivery => delivery.Acknowledged))
            {
                EventEffect.MustShow(
                    trial, effects, accepted, plain,
                    "a known event with unknown fields has its effect",
                    "read the fields that you know and leave the others alone, also behind the acknowledgement");
            }

            trial.Watched(unknown.Min(delivery => delivery.At), unknown.Max(delivery => delivery.Answer!.LastByteAt));
            JudgeReadBack(trial, effects, plain);
        }

        return trial.Conclude(() => $"{Receiver.Answers(unknown)}; no effect of the unknown type, and the known event had its own");
    }

    private static void JudgeAnswers(Trial trial, IReadOnlyList<Delivery> unknown)
    {
        Delivery[] refused = [.. unknown.Where(delivery => !delivery.Acknowledged)];
        if (refused.Length > 0)
        {
            trial.Breach(
                "an event of an unknown type, or with unknown fields, is answered 2xx",
                Receiver.Answers(refused),
                "acknowledge what is well signed, whatever is in it; the provider adds types and fields without notice, and repeats for days what is not answered 2xx",
                refused.Select(delivery => delivery.Number));
        }
    }

    private static void JudgeType(Trial trial, ScenarioEvidence evidence, EffectCounts effects, IReadOnlyList<Delivery> untyped)
    {
        foreach (var delivery in untyped)
        {
            var counts = effects.Of(trial, delivery.Sent.EventId, delivery.At);
            if (counts.FirstOrDefault(count => count.Count > 0) is { } effect)
            {
                trial.Breach(
                    "an event of an unknown type has no effect",
                    $"{Say.Count(effect.Count, "effect")} of {delivery.Sent.EventType} ({delivery.Number}, {effect.Number})",
                    "choose by the whole type, with no branch for the rest but to do nothing",
                    delivery.Number,
                    effect.Number);
            }
            else if (counts.Count == 0)
            {
                trial.Lacks($"no effects.count of {delivery.Sent.EventId}, so that its effect is not known");
            }
        }

        foreach (var stimulus in evidence.StimuliFor("unknown-type"))
        {
            var first = untyped.Min(delivery => delivery.At);
            if (BelievedStates.TurnedApproved(trial, evidence, stimulus, first) is { } decided)
            {
                trial.Breach(
                    "a request is not approved by an event of an unknown type",
                    $"{decided.Status} ({decided.Probe.Number})",
                    "choose by the whole type, with no branch for the rest but to do nothing",
                    [.. untyped.Select(delivery => delivery.Number), decided.Probe.Number]);
            }
        }
    }

    private static void JudgeReadBack(Trial trial, EffectCounts effects, IReadOnlyList<Delivery> plain)
    {
        if (!plain.Any(delivery => delivery.Acknowledged && EventEffect.Seen(trial, effects, delivery)))
        {
            trial.Lacks($"effects.count did not show the effect of the plain event {plain[^1].Sent.EventId}, so that it proves nothing about the unknown ones");
        }
    }

    private static IReadOnlyList<Delivery> Deliveries(ScenarioEvidence evidence, string purpose) => [.. evidence.StimuliFor(purpose).SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
}
