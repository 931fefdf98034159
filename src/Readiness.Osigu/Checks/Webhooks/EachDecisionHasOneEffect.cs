using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-02: an event that arrives again is accepted and has no second effect.</summary>
/// <remarks>Read-backs can lie, so a genuine event on another authorization has to move them by one.</remarks>
public sealed class EachDecisionHasOneEffect : ICheck
{
    public ItemId Item { get; } = new("OSG-HOOK-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> duplicated = [.. evidence.StimuliFor("duplicated").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        IReadOnlyList<Delivery> bracket = [.. evidence.StimuliFor("bracket").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        if (bracket.Count == 0 || !duplicated.GroupBy(delivery => delivery.Sent.EventId).Any(copies => copies.Count() > 1))
        {
            trial.Lacks("no event was delivered twice and followed by another one");
            return trial.Conclude(() => "");
        }

        IReadOnlyList<Delivery> all = [.. duplicated, .. bracket];
        if (Receiver.HasAnswered(trial, all) && Receiver.IsSetUp(trial))
        {
            JudgeAnswers(trial, all);
            JudgeEffects(trial, duplicated, bracket);
            foreach (var stimulus in evidence.StimuliFor("duplicated"))
            {
                DoneTwice.Judge(trial, evidence, stimulus, duplicated[0].At);
            }
        }

        return trial.Conclude(() => $"{Say.Count(duplicated.Count, "delivery", "deliveries")} of {Say.Count(duplicated.Select(copy => copy.Sent.EventId).Distinct().Count(), "event")}, all accepted ({Say.List(duplicated.Select(copy => copy.Status))}), 1 effect; the event after them counted 1 too");
    }

    private static void JudgeAnswers(Trial trial, IReadOnlyList<Delivery> all)
    {
        Delivery[] refused = [.. all.Where(delivery => !delivery.Acknowledged)];
        if (refused.Length > 0)
        {
            trial.Breach(
                "every delivery of an event is answered 2xx, also when it is known",
                Receiver.Answers(refused),
                "answer 2xx to an event that is known already; anything else makes the provider repeat it for days",
                refused.Select(delivery => delivery.Number));
        }
    }

    private static void JudgeEffects(Trial trial, IReadOnlyList<Delivery> duplicated, IReadOnlyList<Delivery> bracket)
    {
        var effects = EffectCounts.Read(trial.Journal);
        foreach (var copies in duplicated.GroupBy(copy => copy.Sent.EventId))
        {
            JudgeCount(trial, [.. copies], effects.Of(trial, copies.Key, copies.Max(copy => copy.At)));
        }

        var after = effects.Of(trial, bracket[^1].Sent.EventId, bracket[^1].At);
        if (after.Count == 0 || after[^1].Count != 1)
        {
            trial.Lacks($"effects.count shows {(after.Count == 0 ? "nothing" : Say.Count(after[^1].Count, "effect"))} of {bracket[^1].Sent.EventId}, which was delivered once: it proves nothing about the event that was delivered again");
            return;
        }

        JudgeTotal(trial, effects.Total(trial), [.. duplicated, .. bracket]);
    }

    private static void JudgeCount(Trial trial, IReadOnlyList<Delivery> copies, IReadOnlyList<EffectCount> counts)
    {
        if (counts.Count == 0)
        {
            trial.Lacks($"no effects.count of {copies[0].Sent.EventId} after its last delivery");
        }
        else if ((counts.FirstOrDefault(count => count.Count > 1) ?? counts[^1]) is { Count: not 1 } wrong)
        {
            trial.Breach(
                "an event that arrives again has one effect",
                $"{Say.Count(wrong.Count, "effect")} of {copies[0].Sent.EventId} ({wrong.Number}) after {Say.Count(copies.Count, "delivery", "deliveries")} ({Say.List(copies.Select(copy => copy.Number))})",
                "store the event_id under a unique key, in the same transaction as its effect",
                [.. copies.Select(copy => copy.Number), wrong.Number]);
        }
    }

    private static void JudgeTotal(Trial trial, IReadOnlyList<EffectCount> totals, IReadOnlyList<Delivery> deliveries)
    {
        var before = totals.LastOrDefault(total => total.Probe.EndedAt <= deliveries.Min(delivery => delivery.At));
        var after = totals.LastOrDefault(total => total.Probe.At >= deliveries.Max(delivery => delivery.At));
        if (before is null || after is null)
        {
            trial.Lacks("no effects.count of the total before and after");
            return;
        }

        // Events of other work in between move the total too, so then it says nothing.
        var own = deliveries.Select(delivery => delivery.Sent.EventId).ToHashSet();
        var others = trial.Journal.Deliveries.Any(delivery => !own.Contains(delivery.Sent.EventId) && delivery.Answer is not null && delivery.Answer.LastByteAt >= before.Probe.At && delivery.At <= after.Probe.EndedAt);
        if (!others && after.Count - before.Count != own.Count)
        {
            trial.Breach(
                $"{Say.Count(own.Count, "event")} move the total of effects by {own.Count}",
                $"from {before.Count} ({before.Number}) to {after.Count} ({after.Number})",
                "store the event_id under a unique key, in the same transaction as its effect",
                before.Number,
                after.Number);
        }
    }
}
