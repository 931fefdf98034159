using Readiness.Checks;

namespace Readiness.Verdicts;

/// <summary>What one check concluded in one scenario.</summary>
public sealed record CheckResult
{
    public required string Check { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What was seen, in one sentence; for an inconclusive check, what is missing.</summary>
    public required string Saw { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>Numbers of the journal entries that it rests on.</summary>
    public IReadOnlyList<int> Evidence { get; init; } = [];
}
