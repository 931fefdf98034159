using System.Text.Json.Serialization;

namespace Readiness.Checklist;

/// <summary>A provider's go-live checklist, as data.</summary>
public sealed record ProviderChecklist
{
    /// <summary>The profile's name, as configured.</summary>
    public required string Profile { get; init; }

    /// <summary>The provider's name, as a reader knows it.</summary>
    public required string Provider { get; init; }

    /// <summary>The version of this checklist, raised whenever an item changes.</summary>
    public required string Version { get; init; }

    /// <summary>Every item, in the order of the provider's own material.</summary>
    public required IReadOnlyList<ChecklistItem> Items { get; init; }

    /// <summary>The provider's own lines, by key: what the partner confirms in the request e-mail.</summary>
    public required IReadOnlyList<OfficialLine> OfficialLines { get; init; }

    /// <summary>How a partner asks to go live; null where the provider has no address for that.</summary>
    public GoLiveRequest? Request { get; init; }

    /// <summary>What the provider's material mentions and no item judges, in plain words, so that nothing is silently missing.</summary>
    public IReadOnlyList<string> NotJudged { get; init; } = [];

    /// <summary>Its words in other languages, by language (<c>es</c>): statements by the id of their item or the key of their line, what is not judged as <c>not-judged.1</c> and so on, and what the request asks for as <c>request</c>. Empty where it has none.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>The digest of its text, 64 hexadecimal digits.</summary>
    [JsonIgnore]
    public string Digest => ChecklistDigest.Of(Profile, Version, OfficialLines, Items);

    /// <summary>The item of that id, or null where the checklist has none.</summary>
    public ChecklistItem? Find(ItemId id) => Items.FirstOrDefault(item => item.Id == id);
}
