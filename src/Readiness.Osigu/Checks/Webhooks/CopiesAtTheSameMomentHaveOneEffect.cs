using System.Globalization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-02: copies of an event that arrive at the same moment have one effect together.</summary>
/// <remarks>One copy may be refused (409), as long as a later one is accepted. Clean trials bound the rate of races; they do not exclude them.</remarks>
public sealed class CopiesAtTheSameMomentHaveOneEffect : ICheck
{
    // What is claimed of the rate of races holds with this much confidence.
    private const double Confidence = 0.95;

    public ItemId Item { get; } = new("OSG-HOOK-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<IReadOnlyList<Delivery>> events =
        [
            .. evidence.StimuliFor("raced").SelectMany(stimulus => evidence.DeliveriesOf(stimulus).Where(delivery => delivery.Sent.Genuine).GroupBy(delivery => delivery.Sent.EventId)).Where(copies => copies.Count(IsRaced) > 1).Select(copies => (IReadOnlyList<Delivery>)[.. copies]),
        ];
        if (events.Count == 0)
        {
            trial.Lacks("no copies of an event were delivered at the same moment");
            return trial.Conclude(() => "");
        }

        var effects = EffectCounts.Read(trial.Journal);
        if (Receiver.HasAnswered(trial, [.. events.SelectMany(copies => copies)]) && Receiver.IsSetUp(trial))
        {
            foreach (var copies in events)
            {
                JudgeAnswers(trial, [.. copies.Where(IsRaced)], [.. copies.Where(copy => !IsRaced(copy))]);
                JudgeEffect(trial, copies, effects.Of(trial, copies[0].Sent.EventId, copies[0].At));
            }

            foreach (var stimulus in evidence.StimuliFor("raced").Where(stimulus => evidence.DeliveriesOf(stimulus).Count > 0))
            {
                DoneTwice.Judge(trial, evidence, stimulus, evidence.DeliveriesOf(stimulus)[0].At);
            }
        }

        return trial.Conclude(() => Seen(events));
    }

    private static bool IsRaced(Delivery delivery) => delivery.Sent.Group is not null;

    private static void JudgeAnswers(Trial trial, IReadOnlyList<Delivery> raced, IReadOnlyList<Delivery> later)
    {
        var accepted = raced.Count(copy => copy.Acknowledged);
        if (accepted == 0)
        {
            trial.Breach(
                "of the copies of an event at least one is accepted",
                Receiver.Answers(raced),
                "let the copies race for a unique key: the winner works, the others are answered 2xx",
                raced.Select(copy => copy.Number));
        }
        else if (accepted < raced.Count)
        {
            trial.Advise($"{Receiver.Answers(raced.Where(copy => !copy.Acknowledged))}: the provider repeats what is not answered 2xx");
        }

        Delivery[] refused = [.. later.Where(copy => !copy.Acknowledged)];
        if (later.Count == 0)
        {
            trial.Lacks($"no later copy of {raced[0].Sent.EventId} was delivered");
        }
        else if (refused.Length > 0)
        {
            trial.Breach(
                "a later copy of the event is answered 2xx",
                Receiver.Answers(refused),
                "answer 2xx to an event that is known already",
                refused.Select(copy => copy.Number));
        }
    }

    private static void JudgeEffect(Trial trial, IReadOnlyList<Delivery> copies, IReadOnlyList<EffectCount> counts)
    {
        if (counts.FirstOrDefault(count => count.Count > 1) is { } twice)
        {
            trial.Breach(
                "copies of one event have one effect together",
                $"{Say.Count(twice.Count, "effect")} of {copies[0].Sent.EventId} ({twice.Number}) after {Say.Count(copies.Count, "delivery", "deliveries")} ({Say.List(copies.Select(copy => copy.Number))})",
                "do not look first and write later: let a unique key on event_id decide, in the same transaction as the effect",
                [.. copies.Select(copy => copy.Number), twice.Number]);
        }
        else if (!counts.Any(count => count.Count == 1))
        {
            trial.Lacks($"effects.count did not show the effect of {copies[0].Sent.EventId}, so that it proves nothing");
        }
    }

    private static string Seen(IReadOnlyList<IReadOnlyList<Delivery>> events)
    {
        var bound = 1 - Math.Pow(1 - Confidence, 1.0 / events.Count);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Say.Count(events.Count, "event")} in {events.Min(copies => copies.Count(IsRaced))} copies each at the same moment, 1 effect each; races in more than {bound * 100:0} % of cases are excluded with {Confidence * 100:0} % confidence");
    }
}
