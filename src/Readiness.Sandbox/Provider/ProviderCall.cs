using Readiness.Recording;

namespace Readiness.Sandbox.Provider;

/// <summary>A request as the provider's logic sees it: raw bytes, nothing parsed.</summary>
public sealed record ProviderCall
{
    /// <summary>Its number in the journal.</summary>
    public required int Number { get; init; }

    /// <summary>When it arrived, from the start of the run.</summary>
    public required TimeSpan At { get; init; }

    public required string Method { get; init; }

    /// <summary>Path and query as they stood on the wire.</summary>
    public required string Target { get; init; }

    /// <summary>Null for an address that the provider does not have.</summary>
    public required Route? Route { get; init; }

    public required IReadOnlyList<Header> Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The stimulus whose values stand in the request; null where none does. What the call creates is minted for it.</summary>
    public required string? Stimulus { get; init; }
}
