namespace Readiness.Configuration;

/// <summary>A named person's acceptance that an item fails, until a day that has not passed.</summary>
public sealed record Waiver
{
    public required string Approver { get; init; }

    /// <summary>The approver's role.</summary>
    public required string Role { get; init; }

    public required string Reason { get; init; }

    /// <summary>The day of the decision.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Full paths of files that support it.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Whether the policy lets this item be waived.</summary>
    public required bool Allowed { get; init; }
}
