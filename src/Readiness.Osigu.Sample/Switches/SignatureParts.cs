using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The signature header as text, for receivers that take it apart in ways of their own.</summary>
internal sealed record SignatureParts(string? Time, IReadOnlyList<string> Values)
{
    private const long ToleranceSeconds = 300;

    public static SignatureParts Of(string? header)
    {
        var parts = (header ?? "").Split(',', StringSplitOptions.TrimEntries);
        return new SignatureParts(
            parts.FirstOrDefault(part => part.StartsWith("t=", StringComparison.Ordinal))?[2..],
            [.. parts.Where(part => part.StartsWith("v1=", StringComparison.Ordinal)).Select(part => part[3..])]);
    }

    /// <summary>The header again, with these values.</summary>
    public static string Header(string? time, IEnumerable<string> values) => string.Join(',', values.Select(value => $"v1={value}").Prepend($"t={time}"));

    /// <summary>True where the time is one, and within five minutes of now.</summary>
    public bool IsRecent(DateTimeOffset now) =>
        long.TryParse(Time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= ToleranceSeconds;

    /// <summary>What a good value would be, in lower-case hex.</summary>
    public string Expected(string secret, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(Time ?? ""), (byte)'.', .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
