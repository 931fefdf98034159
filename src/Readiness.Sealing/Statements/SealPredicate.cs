using System.Text.Json.Serialization;

namespace Readiness.Sealing.Statements;

/// <summary>What a seal says beside the digests of the files.</summary>
public sealed record SealPredicate
{
    /// <summary>The number that stands on the certificate.</summary>
    public required string Certificate { get; init; }

    public required SealedRun Run { get; init; }

    /// <summary>Every item's verdict, by its id.</summary>
    public required IReadOnlyDictionary<string, string> Items { get; init; }

    public required SealedJournal Journal { get; init; }

    public required SealIssuer Issuer { get; init; }

    /// <summary>By the clock of the machine that sealed.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>The last day on which the certificate is valid: yyyy-MM-dd.</summary>
    public required string ValidUntil { get; init; }

    /// <summary>What the provider gave out for this run, so that no older one can be handed in for it; null where it gave nothing out.</summary>
    public string? Nonce { get; init; }

    public required LeakSearch LeakSearch { get; init; }
}

/// <summary>Which run it was and how it ended, for those who read the statement alone. <c>run.json</c> holds the same.</summary>
public sealed record SealedRun
{
    public required string Id { get; init; }

    public required string Profile { get; init; }

    public required string ChecklistVersion { get; init; }

    public required string HarnessVersion { get; init; }

    public required string Integration { get; init; }

    public required string IntegrationVersion { get; init; }

    public required string Pace { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string Overall { get; init; }

    public required string Headline { get; init; }
}

/// <summary>The journal as a tree, so that a line can be withheld later without breaking the seal.</summary>
/// <param name="Tree">The way of counting.</param>
/// <param name="Lines">How many lines the journal has.</param>
/// <param name="Root">64 lower-case hexadecimal digits.</param>
public sealed record SealedJournal(string Tree, int Lines, string Root);

/// <summary>Whose seal it is.</summary>
/// <param name="Identified">False where the key was made for this package alone: then nobody is known by it.</param>
/// <param name="KeyId">The id of the key.</param>
/// <param name="PublicKey">In PEM.</param>
public sealed record SealIssuer(bool Identified, string KeyId, string PublicKey);

/// <summary>What was searched for in every file before it was packed. A package with a hit is not made.</summary>
/// <param name="Secrets">How many secrets of the run, in every encoding; null where they were not known any more, as the run was over.</param>
/// <param name="PersonalValues">How many values of invented or given people; null as for secrets.</param>
/// <param name="Files">In how many files.</param>
public sealed record LeakSearch(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Secrets,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? PersonalValues,
    int Files);
