namespace Readiness.Recording;

/// <summary>A request before redaction. Never stored.</summary>
public sealed record RawRequest
{
    public required TimeSpan At { get; init; }

    public required TimeSpan BodyAt { get; init; }

    public required string Connection { get; init; }

    public required string Method { get; init; }

    public required string Target { get; init; }

    public string? Operation { get; init; }

    /// <summary>Who was asked where it was not the provider; null for the provider.</summary>
    public string? Party { get; init; }

    /// <summary>The environment whose server was asked; null for the one that is certified.</summary>
    public string? Environment { get; init; }

    public required IReadOnlyList<Header> Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }
}
