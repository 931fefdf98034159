using System.Security.Cryptography;
using System.Text;

namespace Readiness.Recording;

/// <summary>Draws the facts out of raw bytes, then masks them: allow-list for fields, minted secrets and personal values always.</summary>
public sealed class Redactor
{
    /// <summary>Characters of a body that the journal keeps.</summary>
    public const int KeptCharacters = 64 * 1024;

    // A readable field is a word or an identifier. Anything longer is prose that nobody allowed.
    private const int LongestReadable = 400;

    private readonly KeyedDigest digest = new(RandomNumberGenerator.GetBytes(16));
    private readonly Disclosure disclosure;
    private readonly MintedValues minted;
    private readonly CleanTexts<Header, Header> headers;
    private readonly CleanTexts<string, string> targets;

    public Redactor(Disclosure disclosure, MintedValues minted)
    {
        this.disclosure = disclosure;
        this.minted = minted;
        headers = new(minted, Header);
        targets = new(minted, NewTarget);
    }

    /// <summary>A keyed digest: equal within this run only for equal bytes.</summary>
    public string Digest(ReadOnlySpan<byte> bytes) => digest.Of(bytes);

    /// <summary>What stands in the place of a text that is not to be read.</summary>
    public string Fingerprint(ReadOnlySpan<char> text) => $"[{digest.Of(text).AsSpan(0, 10)}, {text.Length} chars]";

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
    public IReadOnlyList<Header> Headers(IReadOnlyList<Header> raw, Facts facts)
    {
        var kept = new Header[raw.Count];
        for (var index = 0; index < kept.Length; index++)
        {
            kept[index] = headers.Redact(raw[index], facts);
        }

        return kept;
    }

    /// <summary>A request target as it is kept: words of the API and minted identifiers stay, the rest is fingerprinted.</summary>
    public string Target(string raw, Facts facts) => targets.Redact(raw, facts);

    private string NewTarget(string raw, Facts facts)
    {
        if (raw.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && !raw.StartsWith('/'))
        {
            // An absolute URL: which machine was meant is no secret, what stands before an @ may be one.
            var rest = raw.IndexOfAny(['/', '?'], scheme + 3) is >= 0 and var end ? end : raw.Length;
            var host = raw[(scheme + 3)..rest];
            return $"{facts.Mask($"{raw[..scheme]}://{host[(host.LastIndexOf('@') + 1)..]}", new Place("host"))}{Target(raw[rest..], facts)}";
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

        return facts.Mask(text, new Place(where));
    }

    /// <summary>JSON as it is kept; text that is no JSON is fingerprinted whole.</summary>
    public string Json(string raw, string where, Facts facts) => JsonRedaction.Redact(Encoding.UTF8.GetBytes(raw), where, this, facts) ?? $"\"{Fingerprint(raw)}\"";

    private (BodyFormat Format, string Text) Read(ReadOnlySpan<byte> raw, string? contentType, Facts facts)
    {
        var claimsJson = contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;
        if (contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            return (BodyFormat.Form, Pairs(Encoding.UTF8.GetString(raw), "body:", facts));
        }

        if ((claimsJson || raw[0] is (byte)'{' or (byte)'[') && JsonRedaction.Redact(raw, "body:", this, facts) is { } json)
        {
            return (BodyFormat.Json, json);
        }

        // Not readable field by field, so nothing of it is shown; what was minted is still found.
        var text = Encoding.UTF8.GetString(raw);
        facts.Mask(text, new Place("body"));
        return (claimsJson ? BodyFormat.MalformedJson : BodyFormat.Other, Fingerprint(text));
    }

    /// <summary>The name of a JSON field; those of the allow-list share one string.</summary>
    internal string FieldName(ReadOnlySpan<char> name) =>
        disclosure.Fields.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known) && name.SequenceEqual(known) ? known : name.ToString();

    /// <summary>A field's name as it is shown.</summary>
    internal string Name(string name, Place place, Facts facts) =>
        disclosure.Fields.Contains(name) ? name
        : name.Length <= 64 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.') && minted.Find(name) is null
            ? facts.Mask(name, place)
            : Fingerprint(name);

    /// <summary>What stands in the place of a field's value; null where the value itself may stand.</summary>
    internal string? Hidden(string field, ReadOnlySpan<char> text, Place place, Facts facts)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        if (minted.Find(text) is { } whole)
        {
            facts.Add(whole, place.ToString(), "exact");
            return whole.Kind == MintedKind.Identifier ? null : whole.Mask;
        }

        var clean = minted.IsClean(text) ? null : facts.Mask(text.ToString(), place);
        return disclosure.Fields.Contains(field) && text.Length <= LongestReadable ? clean : Fingerprint(text);
    }

    private string Field(string field, string text, string where, Facts facts) => Hidden(field, text, new Place(where), facts) ?? text;

    private string Segment(string segment, Facts facts) =>
        disclosure.PathSegments.Contains(segment) ? segment : Field("", segment, "path", facts);

    private string Pairs(string raw, string where, Facts facts) =>
        string.Join('&', raw.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Pair(pair, where, facts)));

    private string Pair(string pair, string where, Facts facts)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return Name(Decode(pair), new Place(where), facts);
        }

        var field = Decode(pair[..equals]);
        var name = Name(field, new Place(where), facts);
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

        var shown = minted.Find(raw.Value) is { } whole ? Whole(whole, raw.Value, where, facts) : facts.Mask(raw.Value, new Place(where));
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
