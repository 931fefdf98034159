namespace Readiness.Checks;

/// <summary>One thing that was wrong, told so that the reader knows what to do next.</summary>
public sealed record Finding
{
    /// <summary>What had to be true.</summary>
    public required string Expected { get; init; }

    /// <summary>What was seen instead, with every value that decided.</summary>
    public required string Saw { get; init; }

    /// <summary>What to change in the integration.</summary>
    public required string Next { get; init; }

    /// <summary>Numbers of the journal entries that show it.</summary>
    public IReadOnlyList<int> Exchanges { get; init; } = [];
}
