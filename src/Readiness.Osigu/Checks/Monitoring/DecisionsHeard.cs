using Readiness.Recording;

namespace Readiness.Osigu.Checks.Monitoring;

/// <summary>Whose decisions the integration has accepted, so that its work on them need not wait any longer.</summary>
public static class DecisionsHeard
{
    /// <summary>The stimuli of genuine decisions that were answered 2xx. An event of another type decides nothing, however genuine it is.</summary>
    public static IReadOnlySet<string> Of(Journal journal) =>
        journal.Deliveries
            .Where(delivery => delivery is { Acknowledged: true, Sent: { Genuine: true, EventType: "authorization.created" or "authorization.rejected" or "authorization.voided" } })
            .Select(delivery => delivery.Sent.Stimulus)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
}
