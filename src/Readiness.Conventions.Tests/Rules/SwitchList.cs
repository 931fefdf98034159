using System.Text.Json;
using Readiness.Checklist;

namespace Readiness.Conventions.Tests.Rules;

/// <summary>What the switches of a sample integration break and pass.</summary>
internal sealed class SwitchList
{
    private readonly IReadOnlyList<(string Name, bool Flaw, string Item, IReadOnlyList<string> Also)> switches;

    public SwitchList(string json)
    {
        using var file = JsonDocument.Parse(json);
        switches =
        [
            .. file.RootElement.GetProperty("switches").EnumerateArray().Select(one =>
            {
                var flaw = Word(one, "kind") == "flaw";
                return (Word(one, "name"), flaw, Word(one, flaw ? "breaks" : "passes"), Also(one, flaw ? "alsoBreaks" : "alsoPasses"));
            }),
        ];
    }

    /// <summary>Switches that name an item which does not exist or is not judged.</summary>
    public IEnumerable<string> WithoutItem(ProviderChecklist checklist) =>
        from one in switches
        from item in one.Also.Prepend(one.Item)
        where ItemCoverage.Judged(checklist).All(judged => judged.Id.Value != item)
        select $"{one.Name} names {item}, which is no judged item";

    /// <summary>Judged items without a flaw that breaks them; statements of people cannot be broken by software.</summary>
    public IEnumerable<string> WithoutFlaw(ProviderChecklist checklist) => Without(checklist, flaw: true, "no flaw breaks");

    /// <summary>Judged items without something unusual that they must let through.</summary>
    public IEnumerable<string> WithoutVariant(ProviderChecklist checklist) => Without(checklist, flaw: false, "no variant passes");

    private IEnumerable<string> Without(ProviderChecklist checklist, bool flaw, string words) =>
        ItemCoverage.Judged(checklist)
            .Where(item => item.Proof != ProofClass.Attest && !switches.Any(one => one.Flaw == flaw && (one.Item == item.Id.Value || (!flaw && one.Also.Contains(item.Id.Value)))))
            .Select(item => $"{words} {item.Id}");

    private static IReadOnlyList<string> Also(JsonElement one, string name) =>
        one.TryGetProperty(name, out var also) ? [.. also.EnumerateArray().Select(entry => Word(entry, "item"))] : [];

    private static string Word(JsonElement one, string name) => one.GetProperty(name).GetString()!;
}
