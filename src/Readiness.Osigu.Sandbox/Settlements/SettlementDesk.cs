using Readiness.Sandbox.Provider;

namespace Readiness.Osigu.Sandbox;

/// <summary>Decides dispatched settlements: when a scenario asks for it, or after the delay that the options name.</summary>
public sealed class SettlementDesk
{
    private readonly OsiguWorld world;
    private readonly EventComposer events;

    internal SettlementDesk(OsiguWorld world, EventComposer events)
    {
        this.world = world;
        this.events = events;
    }

    /// <summary>Decides a dispatched batch, quietly; the caller sends the event.</summary>
    /// <returns>The event about it.</returns>
    /// <exception cref="InvalidOperationException">The batch is not dispatched, or decided already.</exception>
    public ProviderEvent Decide(Settlement settlement, SettlementOutcome outcome) => world.Change(() => settlement.Decide(outcome)
        ? events.Settlement(settlement, outcome)
        : throw new InvalidOperationException($"Only a submitted settlement can be decided; this one is {settlement.Status}."));

    internal void Schedule(Settlement settlement)
    {
        if (world.Options.SettlementDelay is { } delay)
        {
            settlement.Decision = world.Clock.CreateTimer(_ => Due(settlement), null, delay, Timeout.InfiniteTimeSpan);
        }
    }

    private void Due(Settlement settlement) => world.Change(() =>
    {
        if (settlement.Decide(SettlementOutcome.Paid))
        {
            world.Emit(events.Settlement(settlement, SettlementOutcome.Paid));
        }
    });
}
