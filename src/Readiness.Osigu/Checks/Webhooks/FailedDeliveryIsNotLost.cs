using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-02: an event on which the receiver failed at first is worked off when it arrives again, and once.</summary>
/// <remarks>
/// Whoever acknowledges first has taken the work over and may take his time to repeat it: then only its effect tells, and its absence proves nothing.
/// </remarks>
public sealed class FailedDeliveryIsNotLost : ICheck
{
    private const string Together = "write the event's identifier in the same transaction as its effect, so that a failed attempt leaves neither";

    public ItemId Item { get; } = new("OSG-HOOK-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> all = [.. evidence.StimuliFor("failed-at-first").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        IReadOnlyList<Delivery> other = [.. evidence.StimuliFor("recovered").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        if (all is not [var first, ..] || other.Count == 0)
        {
            trial.Lacks("no event was delivered while the provider failed, and another one after it had recovered");
            return trial.Conclude(() => "");
        }

        if (!Receiver.HasAnswered(trial, [.. all, .. other]) || !Receiver.IsSetUp(trial))
        {
            return trial.Conclude(() => "");
        }

        var effects = EffectCounts.Read(trial.Journal);
        var counts = effects.Of(trial, first.Sent.EventId, first.At);
        JudgeTwice(trial, all, counts);
        if (first.Acknowledged)
        {
            JudgeTakenOver(trial, first, counts);
        }
        else if (all.FirstOrDefault(delivery => delivery.Acknowledged) is { } accepted)
        {
            EventEffect.MustShow(trial, effects, accepted, other, "an event has its effect when it arrives again after a failed attempt", Together);
        }
        else
        {
            trial.Lacks($"the event was not accepted after the provider had recovered: {Receiver.Answers(all)}");
        }

        return trial.Conclude(() => first.Acknowledged
            ? $"{Receiver.Answer(first)} while the provider failed: taken over, and 1 effect"
            : $"{Receiver.Answers(all)}: not accepted while the provider failed, accepted later, and 1 effect");
    }

    private static void JudgeTwice(Trial trial, IReadOnlyList<Delivery> all, IReadOnlyList<EffectCount> counts)
    {
        if (counts.FirstOrDefault(count => count.Count > 1) is { } twice)
        {
            trial.Breach(
                "an event that arrives again after a failed attempt has one effect",
                $"{Say.Count(twice.Count, "effect")} of {all[0].Sent.EventId} ({twice.Number}) after {Receiver.Answers(all)}",
                Together,
                [.. all.Select(delivery => delivery.Number), twice.Number]);
        }
    }

    private static void JudgeTakenOver(Trial trial, Delivery first, IReadOnlyList<EffectCount> counts)
    {
        if (counts.FirstOrDefault(count => count.Count == 1) is { } shown)
        {
            trial.Rest(shown.Number);
        }
        else if (counts.All(count => count.Count == 0))
        {
            trial.Lacks($"the event was acknowledged while the provider failed ({first.Number}), and its effect was not seen; the work may still be waiting");
        }
    }
}
