using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Readiness.Configuration.Mapping;

/// <summary>A JSON Pointer (RFC 6901), such as <c>/data/items/0/id</c>; the empty one is the whole.</summary>
public sealed partial record JsonPointer
{
    private readonly string[] segments;

    private JsonPointer(string text, string[] segments) => (Text, this.segments) = (text, segments);

    public string Text { get; }

    /// <summary>Null where the text is no pointer.</summary>
    public static JsonPointer? Parse(string text) =>
        text.Length == 0 ? new(text, [])
        : text[0] != '/' || Stray().IsMatch(text) ? null
        : new(text, [.. text[1..].Split('/').Select(segment => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]);

    /// <summary>The value there; null where there is none, or null.</summary>
    public JsonNode? In(JsonNode? root) => Walk(root, segments);

    public bool Equals(JsonPointer? other) => other?.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value below a path of names and indices; null where there is none, or null.</summary>
    internal static JsonNode? Walk(JsonNode? root, IEnumerable<string> path) => path.Aggregate(root, Step);

    private static JsonNode? Step(JsonNode? node, string segment) => node switch
    {
        JsonObject holder => holder[segment],
        JsonArray list when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
        _ => null,
    };

    [GeneratedRegex("~(?![01])")]
    private static partial Regex Stray();
}
