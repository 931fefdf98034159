namespace Readiness.Sandbox.Faults;

/// <summary>A fault that a scenario planned for requests to one operation.</summary>
public sealed record PlannedFault
{
    /// <summary>Its name in the journal, such as <c>F3</c>. Given by the plan.</summary>
    public string Id { get; init; } = "";

    /// <summary>The operation, or null for every operation but the token's.</summary>
    public required string? Operation { get; init; }

    /// <summary>Only requests in which a value of this stimulus stands; null for any.</summary>
    public string? Stimulus { get; init; }

    /// <summary>How many matching requests pass before it begins to act.</summary>
    public int Skip { get; init; }

    /// <summary>How many requests it acts on; <see cref="int.MaxValue"/> until it is cleared.</summary>
    public int Times { get; init; } = 1;

    public required FaultAction Action { get; init; }
}
