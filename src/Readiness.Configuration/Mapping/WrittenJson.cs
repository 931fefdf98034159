using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Configuration.Mapping;

/// <summary>A JSON value as it is written in a file, with its line.</summary>
internal sealed record WrittenJson(JsonValueKind Kind, int Line)
{
    /// <summary>A string's text; a number, true, false and null as written.</summary>
    public string Text { get; init; } = "";

    /// <summary>Of an object, in order; a name can stand there twice.</summary>
    public List<WrittenMember> Members { get; } = [];

    /// <summary>Of an array.</summary>
    public List<WrittenJson> Elements { get; } = [];

    public bool IsScalar => Kind is not (JsonValueKind.Object or JsonValueKind.Array);

    public WrittenJson? Find(string name) => Members.FirstOrDefault(member => member.Name == name)?.Value;

    /// <summary>A scalar as a node.</summary>
    public JsonNode? Node => Kind switch
    {
        JsonValueKind.String => JsonValue.Create(Text),
        JsonValueKind.Null => null,
        _ => JsonNode.Parse(Text),
    };

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static WrittenJson Read(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        var root = Take(ref reader, json);
        reader.Read();
        return root;
    }

    private static WrittenJson Take(ref Utf8JsonReader reader, byte[] json)
    {
        var line = json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var holder = new WrittenJson(JsonValueKind.Object, line);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var (name, at) = (reader.GetString()!, json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1);
                    reader.Read();
                    holder.Members.Add(new(name, at, Take(ref reader, json)));
                }

                return holder;
            case JsonTokenType.StartArray:
                var list = new WrittenJson(JsonValueKind.Array, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Elements.Add(Take(ref reader, json));
                }

                return list;
            case JsonTokenType.String:
                return new(JsonValueKind.String, line) { Text = reader.GetString()! };
            default:
                var kind = reader.TokenType switch
                {
                    JsonTokenType.Number => JsonValueKind.Number,
                    JsonTokenType.True => JsonValueKind.True,
                    JsonTokenType.False => JsonValueKind.False,
                    _ => JsonValueKind.Null,
                };
                return new(kind, line) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
        }
    }
}

/// <summary>One member of an object.</summary>
internal sealed record WrittenMember(string Name, int Line, WrittenJson Value);
