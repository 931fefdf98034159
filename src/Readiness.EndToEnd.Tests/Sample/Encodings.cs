using System.Text;
using System.Text.RegularExpressions;

namespace Readiness.EndToEnd.Tests.Sample;

/// <summary>The forms in which a text can hide in another.</summary>
internal static class Encodings
{
    /// <summary>A text as it stands, and in every encoding that a report or a request may put it into.</summary>
    public static IEnumerable<string> Of(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return
        [
            value,
            Uri.EscapeDataString(value),
            value.Replace("+", "\\u002B", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal),
            value.Replace("+", "\\u002B", StringComparison.Ordinal),
            Convert.ToHexString(bytes),
            Convert.ToHexStringLower(bytes),
            .. Enumerable.Range(0, 3).Select(before => Inside(bytes, before)),
            .. Enumerable.Range(0, 3).Select(before => Inside(bytes, before).Replace('+', '-').Replace('/', '_')),
        ];
    }

    /// <summary>A file's bytes as text.</summary>
    public static string Text(byte[] content) => Encoding.UTF8.GetString(content);

    /// <summary>What is embedded in a file as Base64, decoded.</summary>
    public static string Decoded(byte[] content) =>
        string.Concat(Regex.Matches(Text(content), "[A-Za-z0-9+/]{64,}").Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Value[..(match.Value.Length / 4 * 4)]))));

    /// <summary>The characters of Base64 that depend on these bytes alone, where so many other bytes stand before them.</summary>
    private static string Inside(byte[] bytes, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var first = ((before * 8) + 5) / 6;
        var last = (before + bytes.Length) * 8 / 6;
        return text[first..last];
    }
}
