using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.AsynchronousSponsor;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-02: another event about the same authorization is no copy of the first, whatever the two have in common.</summary>
/// <remarks>The other event is a withdrawal, which no receiver may take for nothing: it shows as an effect, or in what the integration believes.</remarks>
public sealed class AnotherEventIsNotTakenForACopy : ICheck
{
    public ItemId Item { get; } = new("OSG-HOOK-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> all = [.. evidence.StimuliFor("copied-late").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        if (evidence.StimuliFor("copied-late") is not [var stimulus, ..]
            || all.FirstOrDefault(delivery => delivery.Sent.EventType == "authorization.voided") is not { } voided
            || all.FirstOrDefault(delivery => delivery.Sent.EventId != voided.Sent.EventId && delivery.At < voided.At) is not { } first)
        {
            trial.Lacks("no second event about the same authorization was delivered");
            return trial.Conclude(() => "");
        }

        if (Receiver.HasAnswered(trial, all) && Receiver.IsSetUp(trial))
        {
            if (voided.Acknowledged)
            {
                JudgeTaken(trial, evidence, stimulus, first, voided);
            }
            else
            {
                trial.Breach(
                    "another event about the same authorization is answered 2xx",
                    Receiver.Answer(voided),
                    "let the unique key be the event_id, and nothing that two events may have in common",
                    voided.Number);
            }
        }

        return trial.Conclude(() => $"{voided.Sent.EventType} ({voided.Number}) was worked off beside {first.Sent.EventType} ({first.Number}) of the same authorization");
    }

    private static void JudgeTaken(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, Delivery first, Delivery voided)
    {
        var states = BelievedStates.After(trial, evidence, stimulus, voided.Answer!.LastByteAt);
        if (states.FirstOrDefault(state => state.Status == "voided") is { } believed)
        {
            trial.Rest(believed.Probe.Number);
            return;
        }

        EventEffect.MustShow(
            trial, EffectCounts.Read(trial.Journal), voided, [first],
            "another event about the same authorization has its effect",
            "let the unique key be the event_id, and nothing that two events may have in common");
    }
}
