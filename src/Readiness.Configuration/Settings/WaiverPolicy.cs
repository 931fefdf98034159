using Readiness.Checklist;

namespace Readiness.Configuration;

/// <summary>What an organisation allows: which items may be waived, and how old a statement may be.</summary>
public sealed record WaiverPolicy
{
    /// <summary>The file as the configuration names it.</summary>
    public required string File { get; init; }

    /// <summary>Of the file's bytes, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The items that may be waived.</summary>
    public required IReadOnlyDictionary<ItemId, WaiverAllowance> Waivable { get; init; }

    /// <summary>How many days after its date a statement still counts; null without a limit.</summary>
    public required int? StatementDays { get; init; }
}

/// <summary>That one item may be waived.</summary>
/// <param name="MostDays">The longest that a waiver may last, from its date to its last day; null without a limit.</param>
/// <param name="AllowedBy">Who allows it.</param>
public sealed record WaiverAllowance(int? MostDays, string AllowedBy);
