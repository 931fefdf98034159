using System.Text.Json;

namespace Readiness.Osigu.Matrix.Tests;

/// <summary>A switch of the sample as its list declares it.</summary>
/// <param name="Breaks">What must fail with it, and nothing else; empty for a variant.</param>
public sealed record SampleSwitch(string Name, bool IsFlaw, IReadOnlyList<string> Breaks)
{
    public static IReadOnlyList<SampleSwitch> All { get; } = Read();

    public override string ToString() => Name;

    private static List<SampleSwitch> Read()
    {
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "switches.json")));
        return [.. list.RootElement.GetProperty("switches").EnumerateArray().Select(From)];
    }

    private static SampleSwitch From(JsonElement entry)
    {
        var flaw = entry.GetProperty("kind").GetString() == "flaw";
        return new SampleSwitch(
            entry.GetProperty("name").GetString()!,
            flaw,
            flaw ? [.. entry.GetProperty("alsoBreaks").EnumerateArray().Select(also => also.GetProperty("item").GetString()!).Prepend(entry.GetProperty("breaks").GetString()!).Order()] : []);
    }
}
