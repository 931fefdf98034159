using Readiness.Checklist;

namespace Readiness.Running;

/// <summary>A scenario that the checklist has, whether this run takes it or not.</summary>
/// <param name="Times">How often it runs: once for each row of an outline.</param>
/// <param name="Taken">False where the run was asked to leave it out.</param>
public sealed record PlannedScenario(ItemId Item, string Title, int Times, bool Taken);
