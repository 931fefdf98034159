using Readiness.Osigu.Checks.AsynchronousSponsor;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>Whether events that were acknowledged also did something, by a read-back that is known to move.</summary>
internal static class EventEffect
{
    /// <summary>True where <c>effects.count</c> showed an effect of that event.</summary>
    public static bool Seen(Trial trial, EffectCounts effects, Delivery accepted) =>
        effects.Of(trial, accepted.Sent.EventId, accepted.At).Any(count => count.Count >= 1);

    /// <summary>Judges that the event, acknowledged at that delivery, was not dropped.</summary>
    /// <param name="others">Events that count too: where none of them shows an effect, the read-back proves nothing.</param>
    public static void MustShow(Trial trial, EffectCounts effects, Delivery accepted, IEnumerable<Delivery> others, string expected, string next)
    {
        var counts = effects.Of(trial, accepted.Sent.EventId, accepted.At);
        if (counts.FirstOrDefault(count => count.Count >= 1) is { } shown)
        {
            trial.Rest(shown.Number);
            return;
        }

        if (counts.Count == 0)
        {
            trial.Lacks($"no effects.count of {accepted.Sent.EventId} after delivery {accepted.Number}");
            return;
        }

        var waited = counts[^1].Probe.At - accepted.Answer!.LastByteAt;
        if (waited >= PickUp.NearTheLimit && others.FirstOrDefault(other => other.Acknowledged && Seen(trial, effects, other)) is { } moved)
        {
            trial.Breach(
                expected,
                $"{accepted.Status} to {accepted.Sent.Manner} ({accepted.Number}), and no effect {Say.Seconds(waited)} later ({counts[^1].Number}), while {moved.Sent.EventId} ({moved.Number}) had one",
                next,
                accepted.Number,
                counts[^1].Number,
                moved.Number);
        }
        else
        {
            trial.Lacks($"effects.count did not show the effect of the genuine event {accepted.Sent.EventId}, so that it proves nothing");
        }
    }
}
