namespace Readiness.Recording;

/// <summary>A webhook delivery before redaction. Never stored.</summary>
public sealed record RawDelivery
{
    public required TimeSpan At { get; init; }

    public required string EventId { get; init; }

    public required string EventType { get; init; }

    public string? Stimulus { get; init; }

    public required bool Genuine { get; init; }

    public required string Manner { get; init; }

    public string? Group { get; init; }

    /// <summary>The environment that a trial of two is about, one of <see cref="Environments"/>; null for the one that is certified.</summary>
    public string? Environment { get; init; }

    public required string Url { get; init; }

    public required IReadOnlyList<Header> Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }
}
