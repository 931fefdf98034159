using System.Net;
using System.Text;
using System.Text.Json;
using Readiness.Recording;

namespace Readiness.Secrets.Exact;

/// <summary>One sequence of bytes that gives a known secret away.</summary>
/// <param name="Encoding">As in <see cref="FindingPlace.Encoding"/>.</param>
internal sealed record SecretForm(byte[] Bytes, string Encoding, KnownSecret Secret)
{
    /// <summary>Every form of a secret that must not be read anywhere, without repetitions. The first of equal forms stays.</summary>
    public static IEnumerable<SecretForm> Of(KnownSecret secret)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. Every(secret)
                .Where(form => form.Bytes.Length >= KnownSecret.ShortestLength && seen.Add(Convert.ToHexString(form.Bytes)))
                .Select(form => new SecretForm(form.Bytes, form.Encoding, secret)),
        ];
    }

    private static IEnumerable<(byte[] Bytes, string Encoding)> Every(KnownSecret secret)
    {
        var value = secret.Value;
        var bytes = Utf8(value);
        yield return (bytes, "plain");
        foreach (var escaped in Escaped(value))
        {
            yield return (Utf8(escaped), "url");
            // A pair is escaped before it is encoded (RFC 6749, section 2.3.1).
            foreach (var text in Base64Of(Utf8(escaped)))
            {
                yield return (Utf8(text), "base64");
            }
        }

        // A Basic pair holds one of these too; the whole pair says more, so it wins as the longer one.
        if (secret.Id is { } id)
        {
            yield return (Utf8(Convert.ToBase64String(Utf8($"{id}:{value}")).TrimEnd('=')), "basic");
            yield return (Utf8(Convert.ToBase64String(Utf8($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(value)}")).TrimEnd('=')), "basic");
        }

        foreach (var text in Base64Of(bytes))
        {
            yield return (Utf8(text), "base64");
        }

        yield return (Utf8(Convert.ToHexStringLower(bytes)), "hex");
        yield return (Utf8(Convert.ToHexString(bytes)), "hex");
        yield return (Utf8(JsonEncodedText.Encode(value).Value), "json");
        yield return (Utf8(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal)), "json");
        // As pages and XML show it: what has to be escaped, and whatever is not ASCII.
        yield return (Utf8(WebUtility.HtmlEncode(value)), "html");
        yield return (Utf8(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(value)), "html");
        yield return (System.Text.Encoding.Unicode.GetBytes(value), "utf-16");
        yield return (System.Text.Encoding.BigEndianUnicode.GetBytes(value), "utf-16");
        // What a shell of Windows takes as an encoded command.
        foreach (var text in Base64Of(System.Text.Encoding.Unicode.GetBytes(value)))
        {
            yield return (Utf8(text), "base64");
        }
    }

    /// <summary>In both alphabets.</summary>
    private static IEnumerable<string> Base64Of(byte[] bytes) =>
        Base64.AtEveryAlignment(bytes).SelectMany(text => (string[])[text, text.Replace('+', '-').Replace('/', '_')]);

    /// <summary>Escaped for a URL: as usual, as scripts and forms do it, and every character that is neither letter nor digit; with hexadecimal digits of either case.</summary>
    private static IEnumerable<string> Escaped(string value)
    {
        var usual = Uri.EscapeDataString(value);
        var asScripts = new[] { '!', '\'', '(', ')', '*' }.Aggregate(usual, (text, kept) => text.Replace($"%{(int)kept:X2}", kept.ToString(), StringComparison.Ordinal));
        string[] forms = [usual, asScripts, usual.Replace("%20", "+", StringComparison.Ordinal), WebUtility.UrlEncode(value), Strictly(value)];
        return forms.SelectMany(form => (string[])[form, LowerHex(form)]).Where(form => form != value).Distinct();
    }

    private static string Strictly(string value) =>
        string.Concat(Utf8(value).Select(one => char.IsAsciiLetterOrDigit((char)one) ? ((char)one).ToString() : $"%{one:X2}"));

    private static string LowerHex(string escaped)
    {
        var text = new StringBuilder(escaped);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '%' && index + 2 < text.Length)
            {
                (text[index + 1], text[index + 2]) = (char.ToLowerInvariant(text[index + 1]), char.ToLowerInvariant(text[index + 2]));
                index += 2;
            }
        }

        return text.ToString();
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
