using System.Globalization;
using System.Text.Json;
using Readiness.Checks;
using Readiness.Osigu.Checks.Webhooks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorChanges;

/// <summary>A change that the sponsor made to an approved authorization, as the integration was told of it.</summary>
/// <param name="Told">The genuine deliveries of the event, in order.</param>
/// <param name="Undeliverable">Noted instead where the integration's own subscription leaves such events out.</param>
internal sealed record SponsorChange(Stimulus Stimulus, string EventType, IReadOnlyList<Delivery> Told, Note? Undeliverable)
{
    /// <summary>How long an accepted event may wait in a queue of the integration's own.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    // Some note an event first and act on it a moment later.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    // The provider repeats what is not accepted; a machine under load needs a moment for each.
    private static readonly TimeSpan DeliveryLimit = TimeSpan.FromSeconds(60);

    /// <summary>The first delivery that was accepted; null where none was.</summary>
    public Delivery? Accepted => Told.FirstOrDefault(delivery => delivery.Acknowledged);

    /// <summary>The entry of the journal that shows it.</summary>
    public int Number => Accepted?.Number ?? Undeliverable?.Number ?? Told[^1].Number;

    /// <summary>How a finding refers to it.</summary>
    public string Words => Accepted is { } accepted ? $"{EventType} ({accepted.Number}) was accepted" : $"{EventType} could not be delivered ({Number}): subscribed to {Undeliverable?["subscribed"]}";

    /// <summary>The change of the only stimulus of that purpose; null where there is none, which is noted.</summary>
    public static SponsorChange? Read(Trial trial, ScenarioEvidence evidence, string purpose, string eventType)
    {
        if (evidence.StimuliFor(purpose) is not [var stimulus, ..])
        {
            trial.Lacks($"no authorization was changed by the sponsor ({purpose})");
            return null;
        }

        return new SponsorChange(
            stimulus,
            eventType,
            [.. evidence.DeliveriesOf(stimulus).Where(delivery => delivery.Sent.Genuine && delivery.Sent.EventType == eventType)],
            evidence.Journal.NotesNamed(OsiguNotes.DecisionNotDeliverable).FirstOrDefault(note => note["stimulus"] == stimulus.Id && note["event_type"] == eventType));
    }

    /// <summary>The moment from which the integration has to act on it.</summary>
    /// <param name="shown">True for a result of <c>authorization.status</c> that shows the change.</param>
    /// <returns>Null where the integration was not told, or has refused to be; that is noted.</returns>
    public TimeSpan? KnownAt(Trial trial, ScenarioEvidence evidence, Func<JsonElement, bool> shown)
    {
        if (Undeliverable is not null)
        {
            trial.Rest(Undeliverable.Number);
            return Undeliverable.At;
        }

        if (Told.Count == 0)
        {
            trial.Awaits(Stimulus.At + DeliveryLimit, $"the event {EventType}", $"{EventType} was not delivered before the run ended");
            return null;
        }

        if (Accepted is null)
        {
            if (Receiver.HasAnswered(trial, Told) && Receiver.IsSetUp(trial))
            {
                Refused(trial);
            }

            return null;
        }

        trial.Rest(Accepted.Number);
        var accepted = Accepted.Answer!.LastByteAt;
        return evidence.OperationsOf(Stimulus)
            .Where(call => call is { Asked.Role: OperationRole.Probe, EndedAt: not null } && call.At >= accepted)
            .Select(call => Shows(call, shown) ? call.EndedAt!.Value : Counts(call) > 0 ? call.EndedAt!.Value + Settling : TimeSpan.MaxValue)
            .Append(accepted + Limit)
            .Min();
    }

    /// <summary>How many effects of the event the integration counts in that answer; 0 where it is about something else.</summary>
    public int Counts(OperationCall call) =>
        call.Operation == "effects.count"
        && JsonText.Parse(call.Asked.Input) is { } input && JsonText.At(input, "/event_id") == Accepted?.Sent.EventId
        && int.TryParse(call.Result("/count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : 0;

    /// <summary>The stimulus's dispensations that were asked for once the change had to be known.</summary>
    public IReadOnlyList<OperationCall> DispensedAfter(Trial trial, ScenarioEvidence evidence, TimeSpan known)
    {
        OperationCall[] asked = [.. evidence.OperationsOf(Stimulus).Where(call => call is { Operation: "dispensation.dispense", Asked.Role: OperationRole.Stimulus })];
        if (asked.Length == 0)
        {
            trial.Lacks($"nothing was dispensed after {EventType}");
        }
        else if (asked.Any(call => call.At < known))
        {
            trial.Lacks($"dispensation.dispense ({asked[0].Number}) was asked for before {EventType} had to be known");
        }

        return [.. asked.Where(call => call.At >= known)];
    }

    private void Refused(Trial trial) => trial.Breach(
        $"{EventType} is answered 2xx",
        Receiver.Answers(Told),
        "accept every event whose signature is right, and act on it; anything else makes the provider repeat it for days",
        Told.Select(delivery => delivery.Number));

    private static bool Shows(OperationCall call, Func<JsonElement, bool> shown) => call is { Operation: "authorization.status", ResultJson: { } result } && shown(result);
}
