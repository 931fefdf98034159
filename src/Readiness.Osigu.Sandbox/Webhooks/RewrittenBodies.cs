using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>The forms in which common JSON libraries write a body anew. A receiver that signs what it wrote itself takes the form of its own library, and no other.</summary>
public static class RewrittenBodies
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true, IndentSize = 2, NewLine = "\n" };
    private static readonly JsonSerializerOptions DeeplyIndented = new(Indented) { IndentSize = 4 };

    /// <summary>Each with what it does, in words that go on after <c>a body that was</c>.</summary>
    public static IReadOnlyList<(string Words, Func<byte[], byte[]> Write)> All { get; } =
    [
        ("written with a space after each colon and comma, as Python does", body => Spaced(Parsed(body))),
        ("written with its keys in order, as Go does with maps", body => Text(Sorted(Parsed(body)).ToJsonString(Compact))),
        ("written with its keys in order and a space after each colon and comma", body => Spaced(Sorted(Parsed(body)))),
        ("indented by two", body => Text(Parsed(body).ToJsonString(Indented))),
        ("indented by four", body => Text(Parsed(body).ToJsonString(DeeplyIndented))),
        ("written with a line end behind it", body => [.. body, (byte)'\n']),
    ];

    private static JsonNode Parsed(byte[] body) => JsonNode.Parse(body)!;

    private static byte[] Text(string json) => Encoding.UTF8.GetBytes(json);

    private static byte[] Spaced(JsonNode node)
    {
        var json = node.ToJsonString(Compact);
        var spaced = new StringBuilder(json.Length * 5 / 4);
        var quoted = false;
        for (var index = 0; index < json.Length; index++)
        {
            spaced.Append(json[index]);
            quoted ^= json[index] == '"' && (index == 0 || json[index - 1] != '\\');
            if (!quoted && json[index] is (':' or ','))
            {
                spaced.Append(' ');
            }
        }

        return Text(spaced.ToString());
    }

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Sorted(member.Value)))),
        _ => node.DeepClone(),
    };
}
