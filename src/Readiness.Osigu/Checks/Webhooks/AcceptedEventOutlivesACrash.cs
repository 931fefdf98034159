using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-02: an event that was acknowledged is not lost when the process dies right afterwards.</summary>
/// <remarks>
/// What was acknowledged is not sent again. An effect that the event is counted for, and a decision that was read at the provider after the start, are both right.
/// Queues give back the work of a dead process after a lease only: a minute and a half to five minutes are usual.
/// </remarks>
public sealed class AcceptedEventOutlivesACrash : ICheck
{
    /// <summary>How long after the restart the effect may take: the longest usual lease of a job queue, and half a minute to work.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(330);

    // A pause between two read-backs, and their answers.
    private static readonly TimeSpan NearTheLimit = Limit - TimeSpan.FromSeconds(15);

    public ItemId Item { get; } = new("OSG-HOOK-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("accepted-then-died") is not [var stimulus, ..] || evidence.DeliveriesOf(stimulus).FirstOrDefault(delivery => delivery.Sent.Genuine) is not { } delivery)
        {
            trial.Lacks("no event was delivered before a crash");
            return trial.Conclude(() => "");
        }

        var saw = "";
        if (Receiver.HasAnswered(trial, [delivery]) && Receiver.IsSetUp(trial))
        {
            if (!delivery.Acknowledged)
            {
                trial.Lacks($"the event was not accepted, so that it was not to be kept: {Receiver.Answer(delivery)}");
            }
            else if (trial.Journal.NotesNamed(NoteNames.IntegrationRestarted).FirstOrDefault(note => note.At >= delivery.Answer!.LastByteAt) is not { } restart)
            {
                trial.Lacks($"the integration was not restarted after delivery {delivery.Number}");
            }
            else
            {
                trial.Rest(restart.Number);
                saw = JudgeKept(trial, evidence, stimulus, delivery, restart);
            }
        }

        return trial.Conclude(() => saw);
    }

    private static string JudgeKept(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, Delivery delivery, Note restart)
    {
        var effects = EffectCounts.Read(trial.Journal);
        var counts = effects.Of(trial, delivery.Sent.EventId, restart.At);
        var states = BelievedStates.After(trial, evidence, stimulus, restart.At);
        if (counts.FirstOrDefault(count => count.Count > 1) is { } twice)
        {
            trial.Breach(
                "an event whose work a crash interrupts has one effect",
                $"{Say.Count(twice.Count, "effect")} of {delivery.Sent.EventId} ({twice.Number}) after {Receiver.Answer(delivery)} and a restart ({restart.Number})",
                "write the effect, and that it happened, in one transaction",
                delivery.Number,
                restart.Number,
                twice.Number);
            return "";
        }

        var shown = counts.FirstOrDefault(count => count.Count == 1)?.Probe;
        var believed = states.FirstOrDefault(state => state.Status == "approved")?.Probe;
        if ((shown ?? believed) is { } probe)
        {
            trial.Rest(probe.Number);
            if (restart["crash"] != "true")
            {
                trial.Lacks("the integration was restarted by whoever runs it, who may have let it finish its work: what a crash would have left is not known");
            }

            var how = shown is null ? "no effect of the event is counted, and the decision was known" : "its effect was there";
            return $"{Receiver.Answer(delivery)}, then the process died ({restart.Number}); {how} {Say.Seconds(probe.EndedAt!.Value - restart.At)} after the restart ({probe.Number})";
        }

        JudgeLost(trial, evidence, effects, delivery, restart, [.. counts.Select(count => count.Probe)], [.. states.Select(state => state.Probe)]);
        return "";
    }

    private static void JudgeLost(
        Trial trial, ScenarioEvidence evidence, EffectCounts effects, Delivery delivery, Note restart, IReadOnlyList<OperationCall> counts, IReadOnlyList<OperationCall> states)
    {
        var others = evidence.StimuliFor("after-the-death").SelectMany(evidence.DeliveriesOf).Where(other => other is { Sent.Genuine: true, Acknowledged: true });
        if (counts.Count == 0 || states.Count == 0)
        {
            trial.Lacks("neither effects.count nor authorization.status said anything about the event after the restart");
        }
        else if (others.FirstOrDefault(other => EventEffect.Seen(trial, effects, other)) is not { } moved)
        {
            trial.Lacks("no event after the restart showed an effect, so that effects.count proves nothing");
        }
        else if (counts[^1].At - restart.At >= NearTheLimit && states[^1].At - restart.At >= NearTheLimit)
        {
            trial.Breach(
                "an event that was acknowledged has its effect, also when the process dies right afterwards",
                $"{Receiver.Answer(delivery)}, then the process died ({restart.Number}): no effect, and the decision not known {Say.Seconds(counts[^1].At - restart.At)} after the restart ({counts[^1].Number}, {states[^1].Number}), while {moved.Sent.EventId} ({moved.Number}) had one",
                "write the event, or its work, to the database before answering 2xx; a queue in memory dies with the process",
                delivery.Number,
                restart.Number,
                counts[^1].Number,
                states[^1].Number,
                moved.Number);
        }
        else
        {
            trial.Awaits(
                restart.At + Limit,
                $"the effect of {delivery.Sent.EventId}, which was accepted before the process died",
                $"the run ended before the effect of {delivery.Sent.EventId} was looked for up to {Say.Seconds(Limit)} after the restart");
        }
    }
}
