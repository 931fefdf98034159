namespace Readiness.SelfCheck;

/// <summary>What the reports say of a matrix beside its cells.</summary>
public sealed record MatrixFacts
{
    public required string HarnessVersion { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How many runs went on side by side.</summary>
    public required int AtOnce { get; init; }

    public required int Cores { get; init; }

    /// <summary>True where a loop kept each core busy all the while.</summary>
    public required bool Busy { get; init; }

    /// <summary>How the programs that ran were built, in words: as they are, or compiled ahead of time.</summary>
    public required string Build { get; init; }
}
