using System.Text;
using System.Text.Json;

namespace Readiness.Drivers.Manual;

/// <summary>The data of an operation as a person reads it: a line each, indented where something belongs to something.</summary>
public static class InputText
{
    private const int Column = 30;

    /// <param name="json">The input, an object as JSON text.</param>
    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var text = new StringBuilder();
        Append(text, document.RootElement, 1);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>A key in words: <c>sponsor_slug</c> as <c>Sponsor slug</c>.</summary>
    public static string Words(string key)
    {
        var words = key.Replace('_', ' ').Replace('.', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static void Append(StringBuilder text, JsonElement element, int depth)
    {
        foreach (var property in element.EnumerateObject())
        {
            Append(text, Words(property.Name), property.Value, depth);
        }
    }

    private static void Append(StringBuilder text, string label, JsonElement value, int depth)
    {
        var indent = new string(' ', depth * 2);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append(indent).Append(label).Append('\n');
                Append(text, value, depth + 1);
                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                var number = 0;
                foreach (var entry in value.EnumerateArray())
                {
                    Append(text, $"{label} {++number}", entry, depth);
                }

                break;
            default:
                text.Append((indent + label).PadRight(Column)).Append("  ").Append(Shown(value)).Append('\n');
                break;
        }
    }

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => OneLine(value.GetString()!),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null or JsonValueKind.Array => "(none)",
        _ => value.GetRawText(),
    };

    // What comes from a profile has no control characters; a terminal must not be steered by what does.
    private static string OneLine(string text) => new([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);
}
