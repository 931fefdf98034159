using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-05: of several signatures any good one counts, wherever it stands; several bad ones do not.</summary>
public sealed class AnyGoodSignatureIsEnough : ICheck
{
    private const string Forged = "an event with several signatures, of which none is good,";

    private static readonly string[] Places = ["several-v1-good-first", "several-v1-good-middle", "several-v1-good-last"];

    public ItemId Item { get; } = new("OSG-HOOK-05");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> all = [.. evidence.StimuliFor("rotated").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Manner.StartsWith("several-v1-", StringComparison.Ordinal))];
        IReadOnlyList<Delivery> good = [.. all.Where(delivery => delivery.Sent.Genuine)];
        IReadOnlyList<Delivery> bad = [.. all.Where(delivery => !delivery.Sent.Genuine)];
        if (Places.Except(good.Select(delivery => delivery.Sent.Manner)).ToArray() is { Length: > 0 } unsent)
        {
            trial.Lacks($"not sent: {Say.List(unsent)}");
        }

        if (bad.Count == 0)
        {
            trial.Lacks("no event with several bad signatures was sent");
        }

        var effects = EffectCounts.Read(trial.Journal);
        if (Receiver.HasAnswered(trial, all) && Receiver.IsSetUp(trial))
        {
            JudgeGood(trial, effects, good);
            Refusal.JudgeAnswers(trial, bad, Forged);
            Refusal.JudgeEffects(trial, effects, bad, Forged);
        }

        return trial.Conclude(() => $"{Receiver.Answers(good)}, each with its effect; {Receiver.Answers(bad)}, without effect");
    }

    private static void JudgeGood(Trial trial, EffectCounts effects, IReadOnlyList<Delivery> good)
    {
        Delivery[] refused = [.. good.Where(delivery => !delivery.Acknowledged)];
        if (refused.Length > 0)
        {
            trial.Breach(
                "an event is accepted when any one of its signatures is good",
                Receiver.Answers(refused),
                "compare every v1 of the header with the expected value, and accept when one of them matches; a map by name keeps only one",
                refused.Select(delivery => delivery.Number));
        }

        foreach (var accepted in good.Where(delivery => delivery.Acknowledged))
        {
            EventEffect.MustShow(
                trial, effects, accepted, good.Where(other => other != accepted),
                "an event that is accepted during a rotation has its effect",
                "verify once, and hand on what was verified; nothing behind the acknowledgement may verify by other rules");
        }
    }
}
