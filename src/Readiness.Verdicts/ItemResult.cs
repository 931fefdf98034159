using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Verdicts;

/// <summary>What a run says of one checklist item.</summary>
public sealed record ItemResult
{
    public required ChecklistItem Item { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>One plain sentence for the report's line: what was seen, or why there is no verdict.</summary>
    public required string Summary { get; init; }

    /// <summary>All findings of all its scenarios; empty unless failed or waived.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Weak, not wrong.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>Deeper scenarios that could not be exercised, each with its reason.</summary>
    public IReadOnlyList<string> NotProven { get; init; } = [];

    public IReadOnlyList<ScenarioResult> Scenarios { get; init; } = [];

    public Attestation? Attestation { get; init; }

    public Waiver? Waiver { get; init; }

    /// <summary>Files that were declared as evidence for its statement or waiver; null where none was.</summary>
    public IReadOnlyList<EvidenceFile>? EvidenceFiles { get; init; }

    /// <summary>Time spent in its scenarios.</summary>
    public TimeSpan Duration => Scenarios.Aggregate(TimeSpan.Zero, (sum, scenario) => sum + (scenario.EndedAt - scenario.StartedAt));
}
