namespace Readiness.Configuration;

/// <summary>A named person's statement that an item holds which cannot be seen from outside.</summary>
public sealed record Attestation
{
    public required string Name { get; init; }

    public required string Role { get; init; }

    public required DateOnly Date { get; init; }

    public required string Statement { get; init; }

    /// <summary>The last day on which it holds; null without an end.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>Full paths of files that support it.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Whether it only demonstrates the form.</summary>
    public required bool Demonstration { get; init; }
}
