using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-01: a genuine event is accepted and has its effect, although a forged copy of it came before.</summary>
public sealed class ForgedCopyDoesNotUseUpTheEvent : ICheck
{
    private const string Forged = "a forged copy";
    private const string Remember = "write an event's identifier down only after its signature was verified";

    public ItemId Item { get; } = new("OSG-HOOK-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> copied = [.. evidence.StimuliFor("forged-before").SelectMany(evidence.DeliveriesOf)];
        IReadOnlyList<Delivery> forged = [.. copied.Where(delivery => !delivery.Sent.Genuine)];
        IReadOnlyList<Delivery> genuine = [.. copied.Where(delivery => delivery.Sent.Genuine && forged.Any(copy => copy.Sent.EventId == delivery.Sent.EventId && copy.At < delivery.At))];
        IReadOnlyList<Delivery> other = [.. evidence.StimuliFor("not-forged").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        if (genuine.Count == 0 || other.Count == 0)
        {
            trial.Lacks("no genuine event was delivered after a forged copy of it, with another genuine event beside it");
            return trial.Conclude(() => "");
        }

        if (Receiver.HasAnswered(trial, [.. copied, .. other]) && Receiver.IsSetUp(trial))
        {
            var effects = EffectCounts.Read(trial.Journal);
            Refusal.JudgeAnswers(trial, forged, Forged);
            JudgeForged(trial, effects, forged, genuine);
            JudgeGenuine(trial, effects, genuine, other);
        }

        return trial.Conclude(() => $"{Receiver.Answers(forged)}; {Receiver.Answers(genuine)} of the same event, with its effect");
    }

    // What is counted later may be the genuine event's own.
    private static void JudgeForged(Trial trial, EffectCounts effects, IReadOnlyList<Delivery> forged, IReadOnlyList<Delivery> genuine)
    {
        foreach (var copy in forged)
        {
            var until = genuine.Where(delivery => delivery.Sent.EventId == copy.Sent.EventId).Select(delivery => delivery.At).DefaultIfEmpty(TimeSpan.MaxValue).Min();
            if (effects.Of(trial, copy.Sent.EventId, copy.At).FirstOrDefault(count => count.Count > 0 && count.Probe.EndedAt <= until) is { } early)
            {
                trial.Breach(
                    "a forged copy has no effect",
                    $"{Say.Count(early.Count, "effect")} of {copy.Sent.EventId} ({early.Number}) after {Receiver.Answer(copy)}, before the genuine event was sent",
                    "write nothing before the signature and its time are verified",
                    copy.Number,
                    early.Number);
            }
        }
    }

    private static void JudgeGenuine(Trial trial, EffectCounts effects, IReadOnlyList<Delivery> genuine, IReadOnlyList<Delivery> other)
    {
        Delivery[] refused = [.. genuine.Where(delivery => !delivery.Acknowledged)];
        if (refused.Length > 0)
        {
            trial.Breach("a genuine event is accepted, also after a forged copy of it", Receiver.Answers(refused), Remember, refused.Select(delivery => delivery.Number));
        }

        foreach (var accepted in genuine.Where(delivery => delivery.Acknowledged))
        {
            EventEffect.MustShow(trial, effects, accepted, other, "a genuine event has its effect, also after a forged copy of it", Remember);
        }
    }
}
