namespace Readiness.Recording;

/// <summary>A business act that the harness asked of the integration through its driver.</summary>
public sealed record OperationStarted : JournalEntry
{
    public required string Operation { get; init; }

    public required string? Stimulus { get; init; }

    public required OperationRole Role { get; init; }

    /// <summary>The environment in which it was asked for, one of <see cref="Environments"/>; null for the one that is certified.</summary>
    public string? Environment { get; init; }

    /// <summary>The input, redacted JSON.</summary>
    public required string Input { get; init; }
}
