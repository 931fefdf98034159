using System.Security.Cryptography;

namespace Readiness.Sealing.Signing;

/// <summary>Reads keys from PEM (RFC 7468).</summary>
internal static class KeyText
{
    private const string Curve = "1.2.840.10045.3.1.7";
    private const string WindowsCurve = "nistP256";

    /// <exception cref="SealKeyException">It is no key on the curve P-256.</exception>
    public static ECDsa Read(string pem, bool isPrivate)
    {
        var kind = isPrivate ? "private" : "public";
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            key.Dispose();
            throw new SealKeyException($"it is no {kind} key in PEM without a password: 'readiness seal key' makes one that is");
        }

        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid is not ({ Value: Curve } or { FriendlyName: WindowsCurve }))
        {
            key.Dispose();
            throw new SealKeyException("it is a key on another curve than P-256");
        }

        if (isPrivate && !IsPrivate(key))
        {
            key.Dispose();
            throw new SealKeyException("it is a public key, and sealing takes the private one");
        }

        return key;
    }

    private static bool IsPrivate(ECDsa key)
    {
        try
        {
            return key.ExportParameters(includePrivateParameters: true).D is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
