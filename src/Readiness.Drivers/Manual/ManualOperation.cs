namespace Readiness.Drivers.Manual;

/// <summary>An operation in the words of whoever sits at the counter.</summary>
public sealed record ManualOperation
{
    /// <summary>Its name in the driver protocol.</summary>
    public required string Operation { get; init; }

    /// <summary>What to do, as a sentence.</summary>
    public required string Task { get; init; }

    /// <summary>What the screen is asked for, in the order of asking.</summary>
    public IReadOnlyList<ManualQuestion> Results { get; init; } = [];
}
