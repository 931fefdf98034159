using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-02: a copy of a known event whose signature is too old has no second effect, and does no harm. It may be refused, or acknowledged as known.</summary>
public sealed class StaleCopyHasNoSecondEffect : ICheck
{
    public ItemId Item { get; } = new("OSG-HOOK-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> all = [.. evidence.StimuliFor("copied-late").SelectMany(evidence.DeliveriesOf)];
        IReadOnlyList<Delivery> stale = [.. all.Where(delivery => delivery.Sent.Manner == "stale")];
        if (stale.Count == 0 || all.FirstOrDefault(delivery => delivery.Sent.Genuine && stale.Any(copy => copy.Sent.EventId == delivery.Sent.EventId)) is not { } first)
        {
            trial.Lacks("no stale copy of a genuine event was delivered");
            return trial.Conclude(() => "");
        }

        IReadOnlyList<Delivery> copies = [.. all.Where(delivery => delivery.Sent.EventId == first.Sent.EventId)];
        if (Receiver.HasAnswered(trial, copies) && Receiver.IsSetUp(trial))
        {
            JudgeAnswers(trial, stale, [.. copies.Where(copy => copy.Sent.Genuine)]);
            JudgeEffects(trial, copies, EffectCounts.Read(trial.Journal).Of(trial, first.Sent.EventId, stale[^1].At));
        }

        return trial.Conclude(() => $"{Receiver.Answers(copies)}; 1 effect");
    }

    private static void JudgeAnswers(Trial trial, IReadOnlyList<Delivery> stale, IReadOnlyList<Delivery> timely)
    {
        Delivery[] broken = [.. stale.Where(Receiver.Broke)];
        if (broken.Length > 0)
        {
            trial.Breach(
                "a stale copy of a known event is answered 401, or 2xx as known",
                Receiver.Answers(broken),
                "refuse it like any event that is too old; what is refused must not meet the unique key of what was accepted",
                broken.Select(delivery => delivery.Number));
        }

        Delivery[] refused = [.. timely.Where(delivery => !delivery.Acknowledged)];
        if (refused.Length > 0)
        {
            trial.Breach(
                "a timely copy of a known event is answered 2xx, also after a stale one",
                Receiver.Answers(refused),
                "judge each delivery by its own signature, and answer 2xx to an event that is known already",
                refused.Select(delivery => delivery.Number));
        }
    }

    private static void JudgeEffects(Trial trial, IReadOnlyList<Delivery> copies, IReadOnlyList<EffectCount> counts)
    {
        if (counts.FirstOrDefault(count => count.Count > 1) is { } twice)
        {
            trial.Breach(
                "a stale copy of a known event has no second effect",
                $"{Say.Count(twice.Count, "effect")} of {copies[0].Sent.EventId} ({twice.Number}) after {Receiver.Answers(copies)}",
                "know an event by its event_id alone, not by its time or signature",
                [.. copies.Select(copy => copy.Number), twice.Number]);
        }
        else if (!counts.Any(count => count.Count == 1))
        {
            trial.Lacks($"effects.count did not show the effect of {copies[0].Sent.EventId}, so that it proves nothing");
        }
    }
}
