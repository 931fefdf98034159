using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-06: genuine events in unusual but valid JSON are accepted, because the signature is checked over the bytes as they came.</summary>
public sealed class SignatureCoversTheRawBytes : ICheck
{
    // A receiver may refuse bodies beyond a sane size.
    private const int SaneSize = 1_000_000;

    public ItemId Item { get; } = new("OSG-HOOK-06");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> unusual =
        [
            .. evidence.StimuliFor("unusual-json").SelectMany(evidence.DeliveriesOf)
                .Where(delivery => delivery.Sent.Genuine && delivery.Sent.Manner.StartsWith("style-", StringComparison.Ordinal) && delivery.Sent.Body.Length <= SaneSize),
        ];
        if (unusual.Count == 0)
        {
            trial.Lacks("no event in unusual JSON was delivered");
            return trial.Conclude(() => "");
        }

        if (Receiver.HasAnswered(trial, unusual) && Receiver.IsSetUp(trial))
        {
            Delivery[] refused = [.. unusual.Where(delivery => !delivery.Acknowledged)];
            if (refused.Length > 0)
            {
                trial.Breach(
                    "a genuine event is accepted whatever its JSON looks like",
                    Receiver.Answers(refused),
                    "compute the signature over the raw body, byte for byte, before anything parses, trims or decodes it",
                    refused.Select(delivery => delivery.Number));
            }
        }

        return trial.Conclude(() => $"{Say.Count(unusual.Count, "genuine event")} in unusual JSON accepted ({Say.List(unusual.Select(delivery => delivery.Sent.Manner))})");
    }
}
