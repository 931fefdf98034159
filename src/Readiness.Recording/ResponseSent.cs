namespace Readiness.Recording;

/// <summary>How the sandbox answered a request, or how it ended without an answer.</summary>
public sealed record ResponseSent : JournalEntry
{
    /// <summary>The number of the request.</summary>
    public required int Of { get; init; }

    /// <summary>When the last byte was written, or the connection was gone.</summary>
    public required TimeSpan LastByteAt { get; init; }

    /// <summary>The status that was sent; 0 where none was.</summary>
    public required int Status { get; init; }

    public IReadOnlyList<Header> Headers { get; init; } = [];

    public RecordedBody Body { get; init; } = RecordedBody.None;

    public required Transmission Transmission { get; init; }

    /// <summary>The planned fault that shaped this answer; null for the provider's own.</summary>
    public string? Fault { get; init; }

    /// <summary>What the provider's logic knows of the call: the token it came with, what was missing, which state it left.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
}
