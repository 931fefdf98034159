using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-03: events are answered 2xx within 10 s, also in a burst and while the provider's own answers are slow.</summary>
/// <remarks>A cold start must meet the limit too, but would spoil the percentiles.</remarks>
public sealed class EventsAreAcknowledgedInTime : ICheck
{
    // The sender gives up at the limit, so how late an answer would have come is not known. A machine that stands still for a tenth of the limit may be the cause.
    private static readonly TimeSpan Stalled = Receiver.Limit / 10;

    public ItemId Item { get; } = new("OSG-HOOK-03");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> held = [.. evidence.StimuliFor("held-decision").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        IReadOnlyList<Delivery> burst = [.. evidence.StimuliFor("burst").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        if (held.Count == 0 || burst.Count == 0)
        {
            trial.Lacks("no event was delivered while the provider's answers were held back, or none in a burst");
            return trial.Conclude(() => "");
        }

        IReadOnlyList<Delivery> all = [.. held, .. burst];
        if (Receiver.HasAnswered(trial, all) && Receiver.IsSetUp(trial))
        {
            JudgeTime(trial, all);
            JudgeStatus(trial, all);
        }

        return trial.Conclude(() => Seen(trial.Journal, held, burst));
    }

    private static void JudgeTime(Trial trial, IReadOnlyList<Delivery> all)
    {
        // The first delivery of the run meets a receiver that has just been started.
        Delivery[] late = [.. trial.Journal.Deliveries.Where(delivery => delivery.Sent.Genuine).Take(1).Concat(all).DistinctBy(delivery => delivery.Number).Where(IsLate)];
        if (late.Length == 0)
        {
            return;
        }

        var noise = TimingNoise.Between(trial.Journal, late.Min(delivery => delivery.Sent.At), late.Max(delivery => delivery.Answer!.At));
        trial.Rest(noise.Numbers);
        if (noise.Worst >= Stalled)
        {
            trial.Lacks($"{Receiver.Answers(late)}: this machine itself stood still for too long to say whose delay it was: {noise.Words}");
        }
        else
        {
            trial.Breach(
                "every event is acknowledged within 10 s",
                Say.List(late.Select(delivery => $"{Say.Seconds(delivery.Latency!.Value)} for {delivery.Number}{(delivery.Status == 0 ? $" ({delivery.Answer!.Problem})" : "")}")),
                "store the event, answer 2xx, and work afterwards",
                late.Select(delivery => delivery.Number));
        }
    }

    private static void JudgeStatus(Trial trial, IReadOnlyList<Delivery> all)
    {
        Delivery[] redirected = [.. all.Where(delivery => delivery.Status is >= 300 and < 400)];
        if (redirected.Length > 0)
        {
            trial.Breach(
                "an event is answered 2xx at the address that was given",
                Receiver.Answers(redirected),
                "give the final address: the provider does not follow redirects",
                redirected.Select(delivery => delivery.Number));
        }

        Delivery[] refused = [.. all.Where(delivery => !delivery.Acknowledged && !IsLate(delivery) && delivery.Status is < 300 or >= 400)];
        if (refused.Length > 0)
        {
            trial.Breach(
                "a genuine event is answered 2xx",
                Receiver.Answers(refused),
                "accept and store every event whose signature is right, also in a burst; answer 2xx",
                refused.Select(delivery => delivery.Number));
        }
    }

    private static bool IsLate(Delivery delivery) =>
        delivery.Latency > Receiver.Limit || delivery is { Status: 0, Answer.Problem: { } problem } && problem.StartsWith("timed out", StringComparison.Ordinal);

    private static string Seen(Journal journal, IReadOnlyList<Delivery> held, IReadOnlyList<Delivery> burst)
    {
        TimeSpan[] latencies = [.. held.Concat(burst).Where(delivery => delivery.Number != journal.Deliveries[0].Number).Select(delivery => delivery.Latency!.Value).Order()];
        return $"{Say.Count(burst.Count, "event")} in a burst and {held.Count} while the provider was slow, all acknowledged: p50 {Percentile(latencies, 50)}, p95 {Percentile(latencies, 95)}, max {Percentile(latencies, 100)}";
    }

    // Nearest rank: a value that was seen, not one between two.
    private static string Percentile(TimeSpan[] ordered, int percent) => Say.Seconds(ordered[(((ordered.Length * percent) + 99) / 100) - 1]);
}
