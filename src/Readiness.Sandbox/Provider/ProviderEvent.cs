namespace Readiness.Sandbox.Provider;

/// <summary>An event that the provider wants delivered to the integration's webhook receiver. Unsigned.</summary>
public sealed record ProviderEvent
{
    public required string EventId { get; init; }

    public required string EventType { get; init; }

    public string? Stimulus { get; init; }

    /// <summary>The exact bytes that are signed and sent.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }
}
