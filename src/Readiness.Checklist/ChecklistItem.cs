using System.Text.Json.Serialization;

namespace Readiness.Checklist;

/// <summary>One thing that must be true before go-live.</summary>
public sealed record ChecklistItem
{
    /// <summary>The stable identifier, which is also the tag of its scenarios.</summary>
    public required ItemId Id { get; init; }

    /// <summary>One plain sentence that is true of an integration that is ready.</summary>
    public required string Statement { get; init; }

    /// <summary>The chapter it stands in, also the feature's name in reports.</summary>
    public required string Chapter { get; init; }

    public required Level Level { get; init; }

    public required ProofClass Proof { get; init; }

    /// <summary>The provider's page that it rests on.</summary>
    public required SourcePage Source { get; init; }

    /// <summary>The optional capability without which the item does not apply; null where it always does.</summary>
    public string? Capability { get; init; }

    /// <summary>True where a partner may have no way to show it to the harness. Where the configuration declares none, a named person states it instead.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool StatementMayStandIn { get; init; }

    /// <summary>What no harness can see of the item, and a named person has to state beside the proof, such as who has access in production; null where nothing is left.</summary>
    public string? LeftToState { get; init; }

    /// <summary>True where a statement about the item is read.</summary>
    [JsonIgnore]
    public bool TakesStatement => Proof == ProofClass.Attest || StatementMayStandIn || LeftToState is not null;

    /// <summary>The lines of the provider's own checklist that this item belongs to, such as <c>C2</c>; empty for contract items.</summary>
    public IReadOnlyList<string> OfficialLines { get; init; } = [];
}
