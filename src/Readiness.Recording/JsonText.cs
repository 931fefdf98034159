using System.Globalization;
using System.Text.Json;

namespace Readiness.Recording;

/// <summary>Reads single values out of recorded JSON, by JSON Pointer (RFC 6901).</summary>
public static class JsonText
{
    /// <summary>The value at that pointer as text, or null where the body is no JSON or has nothing there.</summary>
    public static string? At(RecordedBody body, string pointer) => Parse(body) is { } root ? At(root, pointer) : null;

    /// <summary>The value at that pointer as text, or null where there is nothing.</summary>
    public static string? At(JsonElement root, string pointer) => Find(root, pointer) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };

    /// <summary>The element at that pointer, or null.</summary>
    public static JsonElement? Find(JsonElement root, string pointer)
    {
        var here = root;
        foreach (var raw in pointer.Split('/').Skip(1))
        {
            var name = raw.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (here.ValueKind == JsonValueKind.Object && here.TryGetProperty(name, out var member))
            {
                here = member;
            }
            else if (here.ValueKind == JsonValueKind.Array
                && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < here.GetArrayLength())
            {
                here = here[index];
            }
            else
            {
                return null;
            }
        }

        return here;
    }

    /// <summary>The items of the array at that pointer; none where there is no array.</summary>
    public static IReadOnlyList<JsonElement> Items(JsonElement root, string pointer) =>
        Find(root, pointer) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    /// <summary>The parsed body, or null where it is no JSON.</summary>
    public static JsonElement? Parse(RecordedBody body) =>
        body.Format == BodyFormat.Json && !body.Cut ? Parse(body.Text) : null;

    /// <summary>The parsed text, or null where it is no JSON.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Hostile bodies are part of the trade; whoever asks is told that there is nothing.
            return null;
        }
    }
}
