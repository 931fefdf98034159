namespace Readiness.Verdicts;

/// <summary>One scenario of an item, judged over the whole journal.</summary>
public sealed record ScenarioResult
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The scenario's own text: what it means and what to do. Shown when it fails.</summary>
    public required string Description { get; init; }

    /// <summary>True for the scenario without which the item cannot pass.</summary>
    public required bool Core { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Why it is inconclusive or was not run; null otherwise.</summary>
    public string? Reason { get; init; }

    public required TimeSpan StartedAt { get; init; }

    public required TimeSpan EndedAt { get; init; }

    public IReadOnlyList<StepResult> Steps { get; init; } = [];

    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>Names of the stimuli it used, to find its exchanges in the journal.</summary>
    public IReadOnlyList<string> Stimuli { get; init; } = [];
}
