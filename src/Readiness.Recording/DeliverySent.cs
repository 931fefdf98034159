namespace Readiness.Recording;

/// <summary>A webhook request that the harness sent to the integration's receiver.</summary>
public sealed record DeliverySent : JournalEntry
{
    public required string EventId { get; init; }

    public required string EventType { get; init; }

    /// <summary>The stimulus it belongs to; null for the doctor's own.</summary>
    public string? Stimulus { get; init; }

    /// <summary>True where a correct receiver must accept it: signature and time are good.</summary>
    public required bool Genuine { get; init; }

    /// <summary>How it was sent: <c>first</c>, <c>again</c>, <c>wrong-secret</c>, <c>flipped-byte</c>, <c>stale</c> and so on.</summary>
    public required string Manner { get; init; }

    /// <summary>Groups deliveries whose last bytes were released together; null for one alone.</summary>
    public string? Group { get; init; }

    /// <summary>The environment that a trial of two is about, one of <see cref="Environments"/>; null for the one that is certified.</summary>
    public string? Environment { get; init; }

    public required string Url { get; init; }

    public required IReadOnlyList<Header> Headers { get; init; }

    public required RecordedBody Body { get; init; }
}
