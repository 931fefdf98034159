namespace Readiness.Recording;

/// <summary>A request of the integration that reached the sandbox, or somebody else whom the harness plays.</summary>
public sealed record RequestReceived : JournalEntry
{
    /// <summary>When the last byte of the body was in.</summary>
    public required TimeSpan BodyAt { get; init; }

    /// <summary>The transport connection it came over; equal for requests that shared one.</summary>
    public required string Connection { get; init; }

    public required string Method { get; init; }

    /// <summary>Path and query, redacted.</summary>
    public required string Target { get; init; }

    /// <summary>The provider's operation it was routed to, such as <c>search-beneficiary</c>; null for an address the provider does not have.</summary>
    public string? Operation { get; init; }

    /// <summary>Who was asked where it was not the provider, such as <c>vault</c>: somebody else whom the harness plays as well.</summary>
    public string? Party { get; init; }

    /// <summary>The environment whose server was asked, one of <see cref="Environments"/>; null for the one that is certified.</summary>
    public string? Environment { get; init; }

    public required IReadOnlyList<Header> Headers { get; init; }

    public required RecordedBody Body { get; init; }

    public IReadOnlyList<Occurrence> Facts { get; init; } = [];
}
