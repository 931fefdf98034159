using Readiness.Checklist;

namespace Readiness.Running;

/// <summary>A scenario as its feature tells it.</summary>
/// <param name="Core">True where the item cannot pass without it.</param>
/// <param name="Chapter">The feature's title.</param>
public sealed record ChecklistScenario(ItemId Item, string Title, string Description, bool Core, string Chapter);
