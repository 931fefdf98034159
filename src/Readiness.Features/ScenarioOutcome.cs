namespace Readiness.Features;

/// <summary>What became of a scenario.</summary>
public sealed record ScenarioOutcome
{
    /// <summary>Which one.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>How it ended.</summary>
    public required ScenarioResult Result { get; init; }

    /// <summary>Why it did not pass; empty if it did.</summary>
    public required string Message { get; init; }

    /// <summary>What it wrote to <see cref="Console"/>, the trace of its steps included.</summary>
    public required string Output { get; init; }
}
