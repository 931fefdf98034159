namespace Readiness.Features;

/// <summary>What became of a run.</summary>
public sealed record FeatureRunResult
{
    /// <summary>Every selected scenario, in the order in which they run.</summary>
    public required IReadOnlyList<ScenarioOutcome> Scenarios { get; init; }

    /// <summary>
    /// What failed outside of any scenario, such as a hook before or after the whole run; empty as a rule. Where the start of
    /// the run failed, the scenarios are failed with the same words, and prove nothing about what they test.
    /// </summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Whether the run was cancelled.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>
    /// A cancelled scenario did not heed the token: its thread is still busy and keeps the process from ending by itself, so the
    /// host has to leave by <see cref="Environment.Exit"/>.
    /// </summary>
    public required bool LeftRunning { get; init; }
}
