using System.Text.Json;

namespace Readiness.Secrets.Tests.Corpus;

/// <summary>A piece of a file that somebody labelled who did not know the rules.</summary>
/// <param name="Lines">Where the secret stands, from 1; empty for a harmless one.</param>
internal sealed record Sample(string Id, string File, string What, IReadOnlyList<int> Lines, string Text)
{
    /// <summary>Splits the prefixes of well-known tokens, so that no guard of a code host takes a sample for a leak.</summary>
    private const string Splitter = "¦";

    public bool IsLeak => Lines.Count > 0;

    /// <summary>The samples of a half of the corpus.</summary>
    public static IReadOnlyList<Sample> In(string half) =>
        [.. Directory.EnumerateFiles(Path.Combine(TestContext.CurrentContext.TestDirectory, "Corpus", half), "*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    public override string ToString() => $"{Id}: {What}";

    private static IEnumerable<Sample> Read(string path)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        foreach (var one in document.RootElement.EnumerateArray())
        {
            yield return new Sample(
                one.GetProperty("id").GetString()!,
                one.GetProperty("file").GetString()!,
                one.GetProperty("what").GetString()!,
                one.TryGetProperty("line", out var line) ? Numbers(line) : one.TryGetProperty("lines", out var lines) ? Numbers(lines) : [],
                string.Join('\n', one.GetProperty("text").EnumerateArray().Select(text => text.GetString())).Replace(Splitter, "", StringComparison.Ordinal) + "\n");
        }
    }

    private static IReadOnlyList<int> Numbers(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(number => number.GetInt32())] : [element.GetInt32()];
}
