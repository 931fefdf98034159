using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Privacy;

/// <summary>OSG-PRIV-01: over the whole run no telephone number and no e-mail address is shown in full, to users or in answers to events.</summary>
/// <remarks>Source: OTP flow: show the masked destination only. How it is masked is the integration's choice.</remarks>
public sealed class ContactDetailsAreShownMasked : ICheck
{
    public ItemId Item { get; } = new("OSG-PRIV-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("contact-details") is not [var stimulus, ..])
        {
            trial.Lacks("nobody with a telephone number and an e-mail address was treated");
            return trial.Conclude(() => "");
        }

        JudgeMessages(trial, evidence.Journal.Operations);
        JudgeAnswers(trial, evidence.Journal.Deliveries);
        OperationCall[] told = [.. evidence.OperationsOf(stimulus).Where(trial.Answered)];
        if (told.Length == 0)
        {
            trial.Lacks("no operation about that person was answered");
        }

        trial.Watched(stimulus.At, evidence.EndedAt);
        return trial.Conclude(() => $"{Say.Count(evidence.Journal.Operations.Count, "operation")} and {Say.Count(evidence.Journal.Deliveries.Count, "delivery", "deliveries")}: neither was shown in full, with {Say.Count(told.Count(call => !string.IsNullOrWhiteSpace(call.Reply?.Message)), "message")} about a person who has both");
    }

    private static void JudgeMessages(Trial trial, IReadOnlyList<OperationCall> operations)
    {
        foreach (var call in operations.Where(call => call.Reply?.Facts.Any(IsShownInFull) == true))
        {
            trial.Breach(
                "telephone numbers and e-mail addresses are shown masked",
                $"the message of {call.Operation} ({call.Number}) carries {Say.List(call.Reply!.Facts.Where(IsShownInFull).Select(fact => fact.Name).Distinct())} in full: \"{call.Reply.Message}\"",
                "show the provider's masked_destination, or mask it yourself, such as a***@example.test",
                call.Number);
        }
    }

    private static void JudgeAnswers(Trial trial, IReadOnlyList<Delivery> deliveries)
    {
        foreach (var delivery in deliveries.Where(delivery => delivery.Answer?.Facts.Any(fact => fact.IsContact) == true))
        {
            trial.Breach(
                "the answer to an event carries no telephone number and no e-mail address",
                $"the answer to {delivery.Sent.EventType} ({delivery.Number}) carries {Say.List(delivery.Answer!.Facts.Where(fact => fact.IsContact).Select(fact => fact.Name).Distinct())} in full",
                "answer an event with its status alone; do not send it back",
                delivery.Number);
        }
    }

    // A result is handed to the harness, not to a user.
    private static bool IsShownInFull(Occurrence fact) => fact is { IsContact: true, Where: "message" or "error.code" };
}
