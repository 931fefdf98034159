using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Bytes that mean the same JSON, and break a receiver that signs anything but the raw bytes.</summary>
public enum BodyStyle
{
    /// <summary>A space after every colon and comma of the outer object, and lines within.</summary>
    OddSpacing,

    /// <summary>One LF after the last brace.</summary>
    TrailingLineFeed,

    /// <summary>Keys in reverse order.</summary>
    ReorderedKeys,

    /// <summary>Names and words in UTF-8 beyond ASCII.</summary>
    NonAscii,

    /// <summary>The same characters as <c>\u</c> escapes.</summary>
    UnicodeEscapes,

    /// <summary><c>12.50</c>, which many libraries write back as <c>12.5</c>.</summary>
    TrailingZero,

    /// <summary>An integer beyond what a double can hold.</summary>
    LargeInteger,

    /// <summary>Fields that no client can know, outside and inside <c>data</c>.</summary>
    UnknownFields,

    /// <summary>Lines that end with CR and LF, which text functions turn into LF.</summary>
    WindowsLines,

    /// <summary><c>\/</c> for a slash, as PHP writes it and few others do.</summary>
    EscapedSlash,

    /// <summary>Characters that some writers escape for the sake of HTML.</summary>
    HtmlCharacters,

    /// <summary><c>1.5E3</c>, which many libraries write back as <c>1500</c>.</summary>
    Exponent,

    /// <summary>Accents as characters of their own, which Unicode normalisation would join to their letters.</summary>
    DecomposedAccents,
}

internal static class BodyStyles
{
    private static readonly JsonSerializerOptions Escaping = new() { Encoder = JavaScriptEncoder.Default };
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions WindowsIndented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\r\n" };
    private static readonly JsonSerializerOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, IndentSize = 3 };

    public static byte[] Apply(ReadOnlySpan<byte> body, BodyStyle style)
    {
        var root = JsonNode.Parse(body)!.AsObject();
        var data = root["data"]!.AsObject();
        switch (style)
        {
            case BodyStyle.OddSpacing:
                return Encoding.UTF8.GetBytes(root.ToJsonString(Indented).Replace("\":", "\"  :\t", StringComparison.Ordinal));
            case BodyStyle.TrailingLineFeed:
                return [.. body, (byte)'\n'];
            case BodyStyle.ReorderedKeys:
                return ReplyWriter.Bytes(Reversed(root)!);
            case BodyStyle.NonAscii:
                data["sandbox_note"] = "Señora López, ação nº 3, 你好 🙂";
                // The relaxed encoder still escapes what lies beyond the basic plane.
                return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(ReplyWriter.Bytes(root)).Replace(@"\uD83D\uDE42", "🙂", StringComparison.OrdinalIgnoreCase));
            case BodyStyle.UnicodeEscapes:
                data["sandbox_note"] = "Señora López";
                return Encoding.UTF8.GetBytes(root.ToJsonString(Escaping));
            case BodyStyle.TrailingZero:
                data["sandbox_amount"] = JsonNode.Parse("12.50");
                return ReplyWriter.Bytes(root);
            case BodyStyle.LargeInteger:
                data["sandbox_number"] = JsonNode.Parse("9007199254740993123");
                return ReplyWriter.Bytes(root);
            case BodyStyle.WindowsLines:
                return Encoding.UTF8.GetBytes(root.ToJsonString(WindowsIndented));
            case BodyStyle.EscapedSlash:
                data["sandbox_note"] = "1/2";
                return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(ReplyWriter.Bytes(root)).Replace("1/2", @"1\/2", StringComparison.Ordinal));
            case BodyStyle.HtmlCharacters:
                data["sandbox_note"] = "<b>1 & 2</b> + '3' = 6";
                return Encoding.UTF8.GetBytes(root.ToJsonString(Relaxed));
            case BodyStyle.Exponent:
                data["sandbox_amount"] = JsonNode.Parse("1.5E3");
                return ReplyWriter.Bytes(root);
            case BodyStyle.DecomposedAccents:
                data["sandbox_note"] = "Lo\u0301pez";
                return Encoding.UTF8.GetBytes(root.ToJsonString(Relaxed));
            default:
                data["sandbox_field"] = new JsonObject { ["level"] = 1 };
                root["sandbox_list"] = new JsonArray(1, "two", null);
                return ReplyWriter.Bytes(root);
        }
    }

    /// <summary>The body with one field of the envelope replaced.</summary>
    public static byte[] With(ReadOnlySpan<byte> body, string field, string value)
    {
        var root = JsonNode.Parse(body)!.AsObject();
        root[field] = value;
        return ReplyWriter.Bytes(root);
    }

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        null => null,
        JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reversed)]),
        _ => node.DeepClone(),
    };
}
