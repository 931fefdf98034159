using System.Security.Cryptography;
using Readiness.Secrets;

namespace Readiness.Sealing.Signing;

/// <summary>A private key on the curve P-256, by which a package is sealed.</summary>
public sealed class SealKey : IDisposable
{
    private readonly ECDsa key;
    private readonly string pem;

    private SealKey(ECDsa key, string pem, bool isIdentified)
    {
        this.key = key;
        this.pem = pem;
        IsIdentified = isIdentified;
        Public = new PublicKey(key);
    }

    /// <summary>False for a key that was made for one package and is gone after it: it shows that nothing was changed since, and not who sealed.</summary>
    public bool IsIdentified { get; }

    public PublicKey Public { get; }

    /// <summary>What of the key must stand in no file of a package.</summary>
    internal IReadOnlyList<KnownSecret> Secrets =>
        [.. pem.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= 32 && !line.StartsWith('-')).Select(line => new KnownSecret("seal.key", line))];

    /// <summary>A key for one package.</summary>
    public static SealKey Ephemeral() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), "", isIdentified: false);

    /// <summary>Reads it from PEM: <c>BEGIN PRIVATE KEY</c> or <c>BEGIN EC PRIVATE KEY</c>.</summary>
    /// <exception cref="SealKeyException">It is no such key.</exception>
    public static SealKey Read(string pem) => new(KeyText.Read(pem, isPrivate: true), pem, isIdentified: true);

    /// <summary>A new key in PEM, to be kept where only its owner reads it.</summary>
    public static string New()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem().ReplaceLineEndings("\n") + "\n";
    }

    internal byte[] Sign(ReadOnlySpan<byte> data) => SignatureForm.Write(key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public void Dispose() => key.Dispose();
}
