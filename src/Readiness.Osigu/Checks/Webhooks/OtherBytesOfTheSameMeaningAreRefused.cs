using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-06: an event whose body was written anew after it was signed is refused, although it means the same.</summary>
public sealed class OtherBytesOfTheSameMeaningAreRefused : ICheck
{
    private const string Rewritten = "an event whose body was written anew after it was signed";

    public ItemId Item { get; } = new("OSG-HOOK-06");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> all = [.. evidence.StimuliFor("rewritten-json").SelectMany(evidence.DeliveriesOf)];
        IReadOnlyList<Delivery> rewritten = [.. all.Where(delivery => delivery.Sent.Manner.StartsWith("rewritten-", StringComparison.Ordinal))];
        IReadOnlyList<Delivery> untouched = [.. all.Where(delivery => delivery.Sent.Genuine)];
        if (rewritten.Count == 0 || untouched.Count == 0)
        {
            trial.Lacks("no event was delivered in other bytes than were signed, with an untouched one after it");
            return trial.Conclude(() => "");
        }

        if (Receiver.HasAnswered(trial, all) && Receiver.IsSetUp(trial))
        {
            Refusal.JudgeAnswers(trial, rewritten, Rewritten);
            if (!untouched.Any(delivery => delivery.Acknowledged))
            {
                trial.Lacks("no untouched event was accepted after them, so that refusing them proves nothing");
            }
        }

        return trial.Conclude(() => $"{Receiver.Answers(rewritten)}; {Receiver.Answers(untouched)}");
    }
}
