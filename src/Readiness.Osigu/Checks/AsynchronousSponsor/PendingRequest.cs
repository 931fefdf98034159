using Readiness.Checks;
using Readiness.Osigu.Checks.Webhooks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.AsynchronousSponsor;

/// <summary>An authorization that the sponsor decides later.</summary>
/// <param name="Pending">The completion that was answered <c>PENDING_SPONSOR</c>.</param>
/// <param name="Decisions">The genuine deliveries of the decision, in order.</param>
internal sealed record PendingRequest(Stimulus Stimulus, Exchange Pending, IReadOnlyList<Delivery> Decisions)
{
    /// <summary>Longer than a sponsor takes at documented pace, with the delivery.</summary>
    private static readonly TimeSpan DecisionLimit = TimeSpan.FromSeconds(90);

    /// <summary>The first delivery of the decision that was accepted; null where none was.</summary>
    public Delivery? Accepted => Decisions.FirstOrDefault(delivery => delivery.Acknowledged);

    /// <summary>When the decision was sent first; beyond every run where it was not yet.</summary>
    public TimeSpan DecidedAt => Decisions.Count > 0 ? Decisions[0].At : TimeSpan.MaxValue;

    /// <summary>True while the sponsor is silent: from the completion on, until the decision is sent.</summary>
    public bool IsSilentAt(TimeSpan moment) => moment >= Pending.At && moment < DecidedAt;

    /// <summary>Reads the only request of that purpose, and notes what hinders the verdict.</summary>
    /// <returns>Null where nothing waits for the sponsor (yet).</returns>
    public static PendingRequest? Read(Trial trial, ScenarioEvidence evidence, string purpose)
    {
        if (evidence.StimuliFor(purpose) is not [var stimulus, ..])
        {
            trial.Lacks($"no authorization was asked for ({purpose})");
            return null;
        }

        var pending = evidence.ExchangesOf(stimulus, "complete-authorization").FirstOrDefault(exchange => exchange.Succeeded && exchange.Answered("/status") == "PENDING_SPONSOR");
        if (pending is null)
        {
            if (trial.Answered(stimulus, "authorization.request") is { } call)
            {
                trial.Lacks($"no completion of the request was answered PENDING_SPONSOR before authorization.request ({call.Number}) ended as {UserMessages.Word(call)}");
            }

            return null;
        }

        trial.Rest(pending.Number);
        return new PendingRequest(
            stimulus,
            pending,
            [.. evidence.DeliveriesOf(stimulus).Where(delivery => delivery.Sent is { Genuine: true, EventType: "authorization.created" or "authorization.rejected" })]);
    }

    /// <summary>The accepted delivery; where there is none yet, waits for it.</summary>
    /// <param name="refused">What it means that every delivery was refused.</param>
    public Delivery? Await(Trial trial, Action<IReadOnlyList<Delivery>> refused)
    {
        if (Accepted is { } accepted)
        {
            trial.Rest(accepted.Number);
            return accepted;
        }

        if (Decisions.Count == 0)
        {
            trial.Awaits(Pending.EndedAt!.Value + DecisionLimit, "the sponsor's decision", "the sponsor's decision was not delivered before the run ended");
        }
        else if (Receiver.HasAnswered(trial, Decisions) && Receiver.IsSetUp(trial))
        {
            refused(Decisions);
        }

        return null;
    }
}
