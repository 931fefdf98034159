using System.Globalization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-04: events that were signed more than five minutes ago, or ahead, are refused; events within are accepted.</summary>
/// <remarks>Tried one minute to either side of the limit, so that clocks need not agree to the second.</remarks>
public sealed class OnlyTimelySignaturesAreAccepted : ICheck
{
    private static readonly string[] Untimely = ["stale", "future"];
    private static readonly string[] Timely = ["past-within", "ahead-within"];

    // Beyond this, an event a minute inside the limit is not inside by the receiver's clock.
    private static readonly TimeSpan ToleratedSkew = TimeSpan.FromSeconds(50);

    public ItemId Item { get; } = new("OSG-HOOK-04");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> deliveries = [.. evidence.StimuliFor("timely").SelectMany(evidence.DeliveriesOf)];
        IReadOnlyList<Delivery> untimely = [.. deliveries.Where(delivery => Untimely.Contains(delivery.Sent.Manner))];
        IReadOnlyList<Delivery> timely = [.. deliveries.Where(delivery => Timely.Contains(delivery.Sent.Manner))];
        if (Untimely.Concat(Timely).Except(deliveries.Select(delivery => delivery.Sent.Manner)).ToArray() is { Length: > 0 } unsent)
        {
            trial.Lacks($"not sent: {Say.List(unsent)}");
        }

        var answered = Receiver.HasAnswered(trial, [.. untimely, .. timely]);
        if (Skew(trial.Journal, deliveries) is { } skew && skew.Duration() > ToleratedSkew)
        {
            trial.Lacks($"the receiver's clock differs by {Say.Seconds(skew)}: set both clocks by NTP");
            return trial.Conclude(() => "");
        }

        Refusal.JudgeAnswers(trial, untimely, "an event signed 360 s ago or ahead");
        Refusal.JudgeEffects(trial, EffectCounts.Read(trial.Journal), untimely, "an event signed 360 s ago or ahead");
        if (answered && Receiver.IsSetUp(trial))
        {
            JudgeTimely(trial, timely);
        }

        return trial.Conclude(() => $"{Receiver.Answers(deliveries)}; the refused ones had no effect");
    }

    private static void JudgeTimely(Trial trial, IReadOnlyList<Delivery> timely)
    {
        Delivery[] refused = [.. timely.Where(delivery => !delivery.Acknowledged)];
        if (refused.Length > 0)
        {
            trial.Breach(
                "an event signed 240 s ago or ahead is accepted",
                Receiver.Answers(refused),
                "accept a difference of up to 300 s, in both directions; both times are in seconds",
                refused.Select(delivery => delivery.Number));
        }
    }

    /// <summary>By how much the receiver's clock is ahead, as its <c>Date</c> header says; null where it says nothing.</summary>
    private static TimeSpan? Skew(Journal journal, IReadOnlyList<Delivery> deliveries)
    {
        foreach (var answer in deliveries.Select(delivery => delivery.Answer).OfType<DeliveryAnswered>())
        {
            if (DateTimeOffset.TryParseExact(answer.Headers.Value("Date"), "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out var theirs) && journal.Run is { } run)
            {
                return theirs - (run.StartedAt + answer.LastByteAt);
            }
        }

        return null;
    }
}
