using System.Text;
using System.Text.Json;
using Readiness.Sealing.Packages;

namespace Readiness.Sealing.Withholding;

/// <summary>Words of withheld lines that files which stay repeat, such as a message that a verdict quotes.</summary>
internal static class Quotes
{
    // Shorter ones, such as a status or a name of the API, say nothing of one exchange.
    private const int Shortest = 12;
    private const int Most = 60;

    /// <summary>One line a file and text.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<ReadOnlyMemory<byte>> withheld, IEnumerable<ReadOnlyMemory<byte>> staying, IEnumerable<PackageFile> files)
    {
        var common = staying.SelectMany(Texts).ToHashSet(StringComparer.Ordinal);
        string[] own = [.. withheld.SelectMany(Texts).Distinct().Where(text => !common.Contains(text))];
        return [.. files.SelectMany(file => In(file, own))];
    }

    private static IEnumerable<string> In(PackageFile file, string[] texts)
    {
        var content = Encoding.UTF8.GetString(file.Content.Span);
        return texts
            .Where(text => content.Contains(text, StringComparison.Ordinal)
                || content.Contains(JsonEncodedText.Encode(text).Value, StringComparison.Ordinal)
                || content.Contains(System.Net.WebUtility.HtmlEncode(text), StringComparison.Ordinal))
            .Select(text => $"{file.Name} holds \"{(text.Length > Most ? $"{text[..Most]}…" : text)}\"");
    }

    private static IEnumerable<string> Texts(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return [.. Strings(json.RootElement)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String when element.GetString() is { Length: >= Shortest } text => [text, .. text[0] is '{' or '[' ? Within(text) : []],
        _ => [],
    };

    // Bodies are JSON within the journal's JSON.
    private static IEnumerable<string> Within(string text) => Texts(Encoding.UTF8.GetBytes(text));
}
