using System.Text.Json;
using Readiness.Checklist;
using Readiness.Reports.Terminal;

namespace Readiness.Cli;

/// <summary>The switches of the bundled sample, as the list beside it tells them.</summary>
internal static class SampleSwitches
{
    private static readonly string List = Path.Combine(AppContext.BaseDirectory, "sample", "Switches", "switches.json");

    /// <summary>Flaws that break the item, and variants that it has to let through; none where the sample is not on board.</summary>
    public static (IReadOnlyList<ExplainedSwitch> Flaws, IReadOnlyList<ExplainedSwitch> Variants) Of(ItemId item)
    {
        if (!File.Exists(List))
        {
            return ([], []);
        }

        using var list = JsonDocument.Parse(File.ReadAllBytes(List));
        JsonElement[] own = [.. list.RootElement.GetProperty("switches").EnumerateArray().Where(one => Word(one, "breaks") == item.Value || Word(one, "passes") == item.Value)];
        return (Told(own, "flaw"), Told(own, "variant"));
    }

    private static ExplainedSwitch[] Told(IEnumerable<JsonElement> switches, string kind) =>
        [.. switches.Where(one => Word(one, "kind") == kind).Select(one => new ExplainedSwitch(Word(one, "name") ?? "", Word(one, "where") ?? ""))];

    private static string? Word(JsonElement one, string name) => one.TryGetProperty(name, out var value) ? value.GetString() : null;
}
