using Readiness.Checklist;

namespace Readiness.Configuration;

/// <summary>What is run, and for how long.</summary>
public sealed record RunSettings
{
    /// <summary>Whether working files are kept.</summary>
    public required bool Keep { get; init; }

    /// <summary>1 min to 24 h; null without a budget.</summary>
    public required TimeSpan? Budget { get; init; }

    /// <summary>The items to run; empty means all.</summary>
    public required IReadOnlyList<ItemId> Items { get; init; }

    /// <summary>The tags of the scenarios to run, as an expression; null means all.</summary>
    public required string? Tags { get; init; }

    /// <summary>Whether only what failed or was not decided in the last run is run again.</summary>
    public required bool Failed { get; init; }
}
