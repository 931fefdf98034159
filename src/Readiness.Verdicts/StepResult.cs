namespace Readiness.Verdicts;

/// <summary>A Gherkin step and the journal entries that began while it ran.</summary>
/// <param name="EndedAt">When the next step began, or the scenario ended.</param>
/// <param name="Exchanges">Numbers of the requests, deliveries and operations that began in it.</param>
public sealed record StepResult(string Text, TimeSpan StartedAt, TimeSpan EndedAt, IReadOnlyList<int> Exchanges);
