namespace Readiness.Sandbox.Provider;

/// <summary>Takes the events that a provider's logic emits. Whoever runs the sandbox decides when and how they are delivered.</summary>
public interface IEventOutbox
{
    /// <summary>Hands over an event that is due now. Returns at once.</summary>
    void Publish(ProviderEvent due);
}
