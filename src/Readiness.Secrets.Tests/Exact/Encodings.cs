using System.Text;
using System.Text.RegularExpressions;

namespace Readiness.Secrets.Tests.Exact;

/// <summary>The ways in which a secret is written, made here without the code under test.</summary>
internal static class Encodings
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "plain", "base64 0", "base64 1", "base64 2", "base64url 0", "base64url 1", "base64url 2", "hex lower", "hex upper", "url upper", "url lower", "url strict", "utf-16le", "utf-16be", "basic", "json",
    ];

    /// <summary>The secret with random neighbours, all of it encoded.</summary>
    public static byte[] Write(string encoding, string id, string secret, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return encoding.Split(' ') switch
        {
            ["plain"] => bytes,
            ["base64", var before] => Ascii(Base64(bytes, before, random)),
            ["base64url", var before] => Ascii(Base64(bytes, before, random).Replace('+', '-').Replace('/', '_').TrimEnd('=')),
            ["hex", "lower"] => Ascii(Convert.ToHexStringLower(bytes)),
            ["hex", "upper"] => Ascii(Convert.ToHexString(bytes)),
            ["url", "upper"] => Ascii(Uri.EscapeDataString(secret)),
            ["url", "lower"] => Ascii(Regex.Replace(System.Net.WebUtility.UrlEncode(secret), "%..", escape => escape.Value.ToLowerInvariant())),
            ["url", "strict"] => Ascii(string.Concat(bytes.Select(one => char.IsAsciiLetterOrDigit((char)one) ? ((char)one).ToString() : $"%{one:x2}"))),
            ["utf-16le"] => Encoding.Unicode.GetBytes(secret),
            ["utf-16be"] => Encoding.BigEndianUnicode.GetBytes(secret),
            ["basic"] => Ascii(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"))),
            ["json"] => Ascii(System.Text.Json.JsonSerializer.Serialize(secret)),
            _ => throw new ArgumentException(encoding, nameof(encoding)),
        };
    }

    private static string Base64(byte[] bytes, string before, Random random) =>
        Convert.ToBase64String([.. Random(random, before[0] - '0'), .. bytes, .. Random(random, random.Next(3))]);

    private static byte[] Random(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
