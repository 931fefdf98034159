namespace Readiness.Configuration;

/// <summary>A named person's acceptance that an item fails, until a day that has not passed.</summary>
public sealed record Waiver
{
    public required string Approver { get; init; }

    public required string Reason { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly Expires { get; init; }
}
