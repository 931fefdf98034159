namespace Readiness.Recording;

/// <summary>An answer of the sandbox before redaction. Never stored.</summary>
public sealed record RawResponse
{
    public required int Of { get; init; }

    /// <summary>When its first byte was written, or the connection was gone.</summary>
    public required TimeSpan At { get; init; }

    public required TimeSpan LastByteAt { get; init; }

    public required int Status { get; init; }

    public IReadOnlyList<Header> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    public required Transmission Transmission { get; init; }

    public string? Fault { get; init; }

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
}
