using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Webhooks;

/// <summary>Whether a delivery really comes from the provider, and now.</summary>
internal interface ISignatureCheck
{
    /// <param name="header">The value of <c>X-Osigu-Signature</c>; <c>null</c> if it is missing.</param>
    /// <param name="body">The bytes as received: not decoded, not trimmed, not written anew.</param>
    bool Accepts(string? header, ReadOnlySpan<byte> body);
}

/// <summary>
/// <c>t=&lt;seconds&gt;,v1=&lt;hex&gt;[,v1=…]</c>: HMAC-SHA256 over the characters of <c>t</c>, a full stop and the raw body.
/// Any of several values may match, under any active secret. Whatever is wrong is simply no; nothing throws.
/// </summary>
internal sealed class SignatureCheck(ISecrets secrets, TimeProvider time) : ISignatureCheck
{
    /// <summary>Both ways: an old delivery may be a replay, one from the future a forgery or a wrong clock.</summary>
    private const long ToleranceSeconds = 300;

    public bool Accepts(string? header, ReadOnlySpan<byte> body) =>
        SignatureHeader.TryRead(header, out var signature)
        && IsRecent(signature.Time)
        && Matches(signature, body);

    private bool IsRecent(string t) =>
        long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Int128.Abs((Int128)time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= ToleranceSeconds;

    private bool Matches(SignatureHeader signature, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(signature.Time), (byte)'.', .. body];
        var matches = false;
        foreach (var secret in secrets.WebhookSecrets)
        {
            var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
            foreach (var value in signature.Values)
            {
                // No early end: how long it takes must not tell which value was close.
                matches |= CryptographicOperations.FixedTimeEquals(expected, value);
            }
        }

        return matches;
    }
}
