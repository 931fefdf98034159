using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-01: events that the provider did not sign are answered 401 and have no effect; genuine ones before and after are accepted.</summary>
public sealed class ForgedEventsAreRefused : ICheck
{
    private const string Forged = "a forged event";

    public ItemId Item { get; } = new("OSG-HOOK-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> about = [.. evidence.StimuliFor("forged").SelectMany(evidence.DeliveriesOf)];
        IReadOnlyList<Delivery> forged = [.. about.Where(delivery => !delivery.Sent.Genuine)];
        IReadOnlyList<Delivery> genuine = [.. evidence.StimuliFor("liveness").SelectMany(evidence.DeliveriesOf).Concat(about).Where(delivery => delivery.Sent.Genuine)];
        if (forged.Count == 0)
        {
            trial.Lacks("no forged event was sent");
            return trial.Conclude(() => "");
        }

        var effects = EffectCounts.Read(trial.Journal);
        Receiver.HasAnswered(trial, forged);
        Refusal.JudgeAnswers(trial, forged, Forged);
        Refusal.JudgeEffects(trial, effects, forged, Forged);
        if (Receiver.HasAnswered(trial, genuine) && Receiver.IsSetUp(trial))
        {
            JudgeGenuine(trial, effects, genuine, forged);
        }

        return trial.Conclude(() => $"{Say.Count(forged.Count, "forged event")} ({Say.List(forged.Select(delivery => delivery.Sent.Manner).Distinct())}) refused without effect; {Say.Count(genuine.Count, "genuine event")} around them accepted");
    }

    private static void JudgeGenuine(Trial trial, EffectCounts effects, IReadOnlyList<Delivery> genuine, IReadOnlyList<Delivery> forged)
    {
        if (!genuine.Any(delivery => delivery.Acknowledged && delivery.At < forged[0].At))
        {
            trial.Lacks("no genuine event was accepted before the forged ones, so that refusing them proves nothing");
            return;
        }

        Delivery[] after = [.. genuine.Where(delivery => delivery.At > forged[^1].At)];
        Delivery[] refused = [.. after.Where(delivery => !delivery.Acknowledged)];
        if (after.Length == 0)
        {
            trial.Lacks("no genuine event followed the forged ones, so that refusing them proves nothing");
        }
        else if (refused.Length > 0)
        {
            trial.Breach(
                "a genuine event is accepted, also after forged ones",
                Receiver.Answers(refused),
                "judge each event by its own signature, whatever the case of the header's name, and remember an event only after it was verified",
                refused.Select(delivery => delivery.Number));
        }
        else if (!effects.Of(trial, after[^1].Sent.EventId, after[^1].At).Any(count => count.Count >= 1))
        {
            trial.Lacks($"effects.count did not show the effect of the genuine event {after[^1].Sent.EventId}, so that it proves nothing about the forged ones");
        }
    }
}
