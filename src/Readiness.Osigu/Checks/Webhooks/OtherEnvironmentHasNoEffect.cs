using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-09: a well-signed event of the other environment changes nothing. What it is answered is the receiver's choice, as long as it does not fail.</summary>
public sealed class OtherEnvironmentHasNoEffect : ICheck
{
    private const string CheckIt = "compare the event's environment with your own after the signature, and stop where they differ";

    public ItemId Item { get; } = new("OSG-HOOK-09");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> foreign = [.. evidence.StimuliFor("other-environment").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Manner == "other-environment")];
        IReadOnlyList<Delivery> own = [.. evidence.StimuliFor("own-environment").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        if (foreign.Count == 0 || own.Count == 0)
        {
            trial.Lacks("no event of the other environment was delivered, followed by one of this environment");
            return trial.Conclude(() => "");
        }

        if (Receiver.HasAnswered(trial, [.. foreign, .. own]) && Receiver.IsSetUp(trial))
        {
            var effects = EffectCounts.Read(trial.Journal);
            JudgeAnswers(trial, foreign);
            JudgeEffects(trial, effects, foreign);
            JudgeStates(trial, evidence, foreign);
            if (!own.Any(delivery => delivery.Acknowledged && EventEffect.Seen(trial, effects, delivery)))
            {
                trial.Lacks($"effects.count did not show the effect of {own[^1].Sent.EventId}, which belongs here, so that it proves nothing about the other");
            }

            trial.Watched(foreign[0].At, foreign.Max(delivery => delivery.Answer!.LastByteAt));
        }

        return trial.Conclude(() => $"{Receiver.Answers(foreign)}, without effect; the event of this environment after it had one");
    }

    private static void JudgeAnswers(Trial trial, IReadOnlyList<Delivery> foreign)
    {
        Delivery[] unreached = [.. foreign.Where(delivery => delivery.Status == 0 && !Receiver.Broke(delivery))];
        if (unreached.Length > 0)
        {
            trial.Lacks($"the event of the other environment did not reach the receiver: {Receiver.Answers(unreached)}");
        }

        Delivery[] broken = [.. foreign.Where(Receiver.Broke)];
        if (broken.Length > 0)
        {
            trial.Breach(
                "an event of the other environment is answered 2xx or 4xx",
                Receiver.Answers(broken),
                "answer 2xx and do nothing, or refuse it; the provider repeats for days what is answered 5xx or not at all",
                broken.Select(delivery => delivery.Number));
        }
    }

    private static void JudgeEffects(Trial trial, EffectCounts effects, IReadOnlyList<Delivery> foreign)
    {
        foreach (var delivery in foreign)
        {
            var counts = effects.Of(trial, delivery.Sent.EventId, delivery.At);
            if (counts.FirstOrDefault(count => count.Count > 0) is { } effect)
            {
                trial.Breach(
                    "an event of the other environment has no effect",
                    $"{Say.Count(effect.Count, "effect")} of {delivery.Sent.EventId} ({effect.Number}), delivered as an event of production ({delivery.Number})",
                    CheckIt,
                    delivery.Number,
                    effect.Number);
            }
            else if (counts.Count == 0)
            {
                trial.Lacks($"no effects.count of {delivery.Sent.EventId}, so that its effect is not known");
            }
        }
    }

    private static void JudgeStates(Trial trial, ScenarioEvidence evidence, IReadOnlyList<Delivery> foreign)
    {
        var decided = evidence.StimuliFor("other-environment")
            .Select(stimulus => BelievedStates.TurnedApproved(trial, evidence, stimulus, foreign[0].At))
            .FirstOrDefault(state => state is not null);
        if (decided is not null)
        {
            trial.Breach(
                "a request is not approved by an event of the other environment",
                $"{decided.Status} ({decided.Probe.Number}) after {foreign[0].Sent.EventType} of production ({foreign[0].Number})",
                CheckIt,
                foreign[0].Number,
                decided.Probe.Number);
        }
    }
}
