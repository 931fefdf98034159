using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Readiness.Recording;

/// <summary>Draws the facts out of raw bytes, then masks them: allow-list for fields, minted secrets and personal values always.</summary>
public sealed class Redactor(Disclosure disclosure, MintedValues minted)
{
    /// <summary>Characters of a body that the journal keeps.</summary>
    public const int KeptCharacters = 64 * 1024;

    // A readable field is a word or an identifier. Anything longer is prose that nobody allowed.
    private const int LongestReadable = 400;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>A keyed digest: equal within this run only for equal bytes.</summary>
    public string Digest(ReadOnlySpan<byte> bytes)
    {
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(key, bytes, mac);
        return Convert.ToHexStringLower(mac[..8]);
    }

    /// <summary>What stands in the place of a text that is not to be read.</summary>
    public string Fingerprint(string text) => $"[{Digest(Encoding.UTF8.GetBytes(text))[..10]}, {text.Length} chars]";

    /// <summary>A body as it is kept.</summary>
    public RecordedBody Body(ReadOnlySpan<byte> raw, string? contentType, Facts facts)
    {
        if (raw.IsEmpty)
        {
            return RecordedBody.None;
        }

        var (format, text) = Read(raw, contentType, facts);
        var cut = text.Length > KeptCharacters;
        return new RecordedBody
        {
            Length = raw.Length,
            Digest = Digest(raw),
            Format = format,
            Text = cut ? text[..KeptCharacters] : text,
            Cut = cut,
        };
    }

    /// <summary>Header lines as they are kept.</summary>
    public IReadOnlyList<Header> Headers(IEnumerable<Header> raw, Facts facts) => [.. raw.Select(header => Header(header, facts))];

    /// <summary>A request target as it is kept: words of the API and minted identifiers stay, the rest is fingerprinted.</summary>
    public string Target(string raw, Facts facts)
    {
        if (raw.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && !raw.StartsWith('/'))
        {
            // An absolute URL: which machine was meant is no secret, what stands before an @ may be one.
            var rest = raw.IndexOfAny(['/', '?'], scheme + 3) is >= 0 and var end ? end : raw.Length;
            var host = raw[(scheme + 3)..rest];
            return $"{facts.Mask($"{raw[..scheme]}://{host[(host.LastIndexOf('@') + 1)..]}", "host")}{Target(raw[rest..], facts)}";
        }

        var question = raw.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? raw : raw[..question];
        var segments = path.Split('/').Select(segment => segment.Length == 0 ? "" : Segment(Uri.UnescapeDataString(segment), facts));
        var clean = string.Join('/', segments);
        return question < 0 ? clean : $"{clean}?{Pairs(raw[(question + 1)..], "query:", facts)}";
    }

    /// <summary>Free text for a reader, such as a message shown to a user: secrets and personal values masked.</summary>
    public string Prose(string text, string where, Facts facts)
    {
        if (minted.Find(text) is { } whole)
        {
            facts.Add(whole, where, "exact");
            return whole.Kind == MintedKind.Identifier ? text : whole.Mask;
        }

        return facts.Mask(text, where);
    }

    /// <summary>JSON as it is kept; text that is no JSON is fingerprinted whole.</summary>
    public string Json(string raw, string where, Facts facts) => Json(Encoding.UTF8.GetBytes(raw), where, facts) ?? $"\"{Fingerprint(raw)}\"";

    private (BodyFormat Format, string Text) Read(ReadOnlySpan<byte> raw, string? contentType, Facts facts)
    {
        var claimsJson = contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;
        if (contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            return (BodyFormat.Form, Pairs(Encoding.UTF8.GetString(raw), "body:", facts));
        }

        if ((claimsJson || raw[0] is (byte)'{' or (byte)'[') && Json(raw.ToArray(), "body:", facts) is { } json)
        {
            return (BodyFormat.Json, json);
        }

        // Not readable field by field, so nothing of it is shown; what was minted is still found.
        var text = Encoding.UTF8.GetString(raw);
        facts.Mask(text, "body");
        return (claimsJson ? BodyFormat.MalformedJson : BodyFormat.Other, Fingerprint(text));
    }

    private string? Json(byte[] raw, string where, Facts facts)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            using var buffer = new MemoryStream(raw.Length + 64);
            using (var writer = new Utf8JsonWriter(buffer, Compact))
            {
                Element(document.RootElement, field: "", where, writer, facts);
            }

            return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Not JSON, or JSON whose strings are not Unicode: kept as a fingerprint by the caller.
            return null;
        }
    }

    private void Element(JsonElement element, string field, string where, Utf8JsonWriter writer, Facts facts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    var name = Name(member.Name, where, facts);
                    writer.WritePropertyName(name);
                    Element(member.Value, member.Name, $"{where}/{name}", writer, facts);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Element(item, field, $"{where}/{index++}", writer, facts);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Field(field, element.GetString()!, where, facts));
                break;
            case JsonValueKind.Number:
                Number(field, element.GetRawText(), where, writer, facts);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private void Number(string field, string text, string where, Utf8JsonWriter writer, Facts facts)
    {
        var shown = Field(field, text, where, facts);
        if (shown == text)
        {
            writer.WriteRawValue(text);
        }
        else
        {
            writer.WriteStringValue(shown);
        }
    }

    private string Name(string name, string where, Facts facts) =>
        disclosure.Fields.Contains(name) ? name
        : name.Length <= 64 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.') && minted.Find(name) is null
            ? facts.Mask(name, where)
            : Fingerprint(name);

    private string Field(string field, string text, string where, Facts facts)
    {
        if (text.Length == 0)
        {
            return text;
        }

        if (minted.Find(text) is { } whole)
        {
            facts.Add(whole, where, "exact");
            return whole.Kind == MintedKind.Identifier ? text : whole.Mask;
        }

        var clean = facts.Mask(text, where);
        return disclosure.Fields.Contains(field) && text.Length <= LongestReadable ? clean : Fingerprint(text);
    }

    private string Segment(string segment, Facts facts) =>
        disclosure.PathSegments.Contains(segment) ? segment : Field("", segment, "path", facts);

    private string Pairs(string raw, string where, Facts facts) =>
        string.Join('&', raw.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Pair(pair, where, facts)));

    private string Pair(string pair, string where, Facts facts)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return Name(Decode(pair), where, facts);
        }

        var field = Decode(pair[..equals]);
        var name = Name(field, where, facts);
        return $"{name}={Field(field, Decode(pair[(equals + 1)..]), where + name, facts)}";
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private Header Header(Header raw, Facts facts)
    {
        var where = $"header:{raw.Name}";
        if (raw.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            return raw with { Value = Authorization(raw.Value, where, facts) };
        }

        var shown = minted.Find(raw.Value) is { } whole ? Whole(whole, raw.Value, where, facts) : facts.Mask(raw.Value, where);
        return raw with { Value = disclosure.Headers.Contains(raw.Name) && raw.Value.Length <= LongestReadable ? shown : Fingerprint(raw.Value) };
    }

    private static string Whole(MintedValue whole, string text, string where, Facts facts)
    {
        facts.Add(whole, where, "exact");
        return whole.Kind == MintedKind.Identifier ? text : whole.Mask;
    }

    private string Authorization(string value, string where, Facts facts)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        var scheme = space < 0 ? "" : value[..space];
        var credentials = space < 0 ? value : value[(space + 1)..].Trim();
        if (scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) && DecodePair(credentials) is { } pair)
        {
            return $"{scheme} {Credential(pair.User, where, facts)}:{Credential(pair.Password, where, facts)}";
        }

        return minted.Find(credentials) is { } token
            ? $"{scheme} {Whole(token, token.Mask, where, facts)}".TrimStart()
            : $"{scheme} {Fingerprint(credentials)}".TrimStart();
    }

    private string Credential(string text, string where, Facts facts)
    {
        // RFC 6749 section 2.3.1 asks for percent-encoding before Base64.
        if ((minted.Find(text) ?? minted.Find(Uri.UnescapeDataString(text))) is not { } known)
        {
            return Fingerprint(text);
        }

        facts.Add(known, where, "basic");
        return known.Mask;
    }

    private static (string User, string Password)? DecodePair(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes.AsSpan(0, length));
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (pair[..colon], pair[(colon + 1)..]);
    }
}
