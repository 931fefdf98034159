using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Readiness.Osigu.Sandbox;

/// <summary>The signature of webhooks: HMAC-SHA256 over the decimal time, a full stop and the raw body.</summary>
public static class OsiguSignature
{
    /// <summary>The header that carries it.</summary>
    public const string HeaderName = "X-Osigu-Signature";

    /// <summary>How far the time may be from the receiver's clock, in both directions; exactly that far is inside.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromSeconds(300);

    /// <summary><c>t=…,v1=…</c> without a space.</summary>
    public static string Header(string secret, long unixSeconds, ReadOnlySpan<byte> body) => Header([secret], unixSeconds, body);

    /// <summary>The header during a rotation: a <c>v1</c> for each secret, in that order.</summary>
    public static string Header(IEnumerable<string> secrets, long unixSeconds, ReadOnlySpan<byte> body)
    {
        var header = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"t={unixSeconds}"));
        foreach (var secret in secrets)
        {
            header.Append(",v1=").Append(Mac(secret, unixSeconds, body));
        }

        return header.ToString();
    }

    /// <summary>The value after <c>v1=</c>, in lower-case hex. The key is the secret's UTF-8 bytes as they stand.</summary>
    public static string Mac(string secret, long unixSeconds, ReadOnlySpan<byte> body)
    {
        var prefix = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{unixSeconds}."));
        byte[] signed = [.. prefix, .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    /// <summary>The older scheme of the same header name: the MAC of the body alone.</summary>
    public static string BodyMac(string secret, ReadOnlySpan<byte> body) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
