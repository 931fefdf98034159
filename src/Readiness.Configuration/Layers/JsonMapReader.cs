using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Readiness.Configuration;

/// <summary>Maps a JSON text in one pass; the values keep their lines, which the configuration library does not tell.</summary>
internal ref struct JsonMapReader(ReadOnlySpan<byte> json)
{
    private readonly ReadOnlySpan<byte> json = json;
    private readonly List<JsonPlace> places = [];
    private readonly List<JsonDuplicate> duplicates = [];
    private readonly Dictionary<string, int> firstLines = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<Container> containers = new();
    private int scanned;
    private int line = 1;

    public static JsonMap Read(ReadOnlySpan<byte> json) => new JsonMapReader(json).Read();

    private JsonMap Read()
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        JsonFault? fault = null;
        try
        {
            while (fault is null && reader.Read())
            {
                if (places.Count == 0 && containers.Count == 0 && reader.TokenType != JsonTokenType.StartObject)
                    fault = new(LineAt(reader.TokenStartIndex), 1, "The file does not hold a JSON object.");
                else
                    Take(ref reader);
            }
        }
        catch (JsonException e)
        {
            fault = FaultOf(e);
        }
        catch (InvalidOperationException)
        {
            // A string with half a surrogate pair is well-formed JSON that no text can hold.
            fault = new(LineAt(reader.TokenStartIndex), 1, "A text here is not valid Unicode.");
        }

        return new() { Places = places, Duplicates = duplicates, Fault = fault };
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                TakeName(ref reader);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var kind = reader.TokenType == JsonTokenType.StartObject ? WrittenKind.Section : WrittenKind.List;
                var path = containers.Count == 0 ? "" : Place(ref reader, kind, null);
                containers.Push(new(path, kind == WrittenKind.List));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                containers.Pop();
                break;
            case JsonTokenType.String:
                Place(ref reader, WrittenKind.Text, reader.GetString());
                break;
            case JsonTokenType.Number:
                Place(ref reader, WrittenKind.Number, Encoding.UTF8.GetString(reader.ValueSpan));
                break;
            case JsonTokenType.True or JsonTokenType.False:
                Place(ref reader, WrittenKind.Flag, reader.TokenType == JsonTokenType.True ? "true" : "false");
                break;
            default:
                Place(ref reader, WrittenKind.Nothing, null);
                break;
        }
    }

    private void TakeName(ref Utf8JsonReader reader)
    {
        var container = containers.Peek();
        container.Line = LineAt(reader.TokenStartIndex);
        var name = reader.GetString()!;
        // The configuration library would take it for a path: "a:b" for the key b within a.
        if (name.Contains(':', StringComparison.Ordinal)) throw new JsonException($"The name '{name}' holds a colon, which no key has.", null, container.Line - 1, 0);
        container.Name = Join(container.Path, name);
        if (firstLines.TryAdd(container.Name, container.Line)) return;

        duplicates.Add(new(container.Name, firstLines[container.Name], container.Line));
        reader.Skip();
    }

    private string Place(ref Utf8JsonReader reader, WrittenKind kind, string? value)
    {
        var container = containers.Peek();
        var path = container.IsArray ? Join(container.Path, (container.Count++).ToString(CultureInfo.InvariantCulture)) : container.Name;
        places.Add(new(path, kind, value, container.IsArray ? LineAt(reader.TokenStartIndex) : container.Line));
        return path;
    }

    private int LineAt(long index)
    {
        line += json[scanned..(int)index].Count((byte)'\n');
        scanned = (int)index;
        return line;
    }

    private readonly JsonFault FaultOf(JsonException e)
    {
        // The reader adds its own zero-based position to the text; ours follows in the words that an editor uses.
        // What it quotes from the file may hold a line end, and a message is one line.
        var message = e.Message.Split(" LineNumber:")[0].ReplaceLineEndings(" ");
        var rest = json;
        for (var lines = e.LineNumber ?? 0; lines > 0; lines--) rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        var before = rest[..(int)Math.Min(rest.Length, e.BytePositionInLine ?? 0)];
        return new((int)(e.LineNumber ?? 0) + 1, Encoding.UTF8.GetCharCount(before) + 1, message);
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}:{name}";

    private sealed class Container(string path, bool isArray)
    {
        public string Path { get; } = path;

        public bool IsArray { get; } = isArray;

        public string Name { get; set; } = "";

        public int Line { get; set; }

        public int Count { get; set; }
    }
}
