namespace Readiness.Recording;

/// <summary>A fact drawn before anything was masked: a value that the harness minted was seen at a place.</summary>
public sealed record Occurrence
{
    /// <summary>The minted value's name, such as <c>client.secret</c>, <c>token-3</c> or <c>document_number</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The stimulus it was minted for, or null for a value of the whole run.</summary>
    public string? Stimulus { get; init; }

    /// <summary>Where: <c>path</c>, <c>query:NAME</c>, <c>header:NAME</c>, <c>body</c> or <c>body:/json/pointer</c>.</summary>
    public required string Where { get; init; }

    /// <summary>How it was written: <c>exact</c>, <c>part</c> (inside a longer text), <c>base64</c>, <c>basic</c>, <c>url</c> or <c>hex</c>.</summary>
    public required string Encoding { get; init; }
}
