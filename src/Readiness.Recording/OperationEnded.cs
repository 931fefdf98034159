namespace Readiness.Recording;

/// <summary>How an operation ended, as the integration reported it.</summary>
public sealed record OperationEnded : JournalEntry
{
    /// <summary>The number of the operation.</summary>
    public required int Of { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>What the integration would show its user: minted secrets and personal values masked, else as given.</summary>
    public string? Message { get; init; }

    /// <summary>The provider's status as the integration reports it; null where it reports none.</summary>
    public int? ErrorStatus { get; init; }

    public string? ErrorCode { get; init; }

    /// <summary>The result, redacted JSON; <c>{}</c> where none was given.</summary>
    public string Result { get; init; } = "{}";

    public IReadOnlyList<Occurrence> Facts { get; init; } = [];

    /// <summary>What was wrong with the answer itself, for <see cref="Outcome.Unreadable"/> and <see cref="Outcome.Unanswered"/>.</summary>
    public string? Problem { get; init; }
}
