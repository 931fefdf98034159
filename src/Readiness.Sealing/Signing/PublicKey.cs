using System.Security.Cryptography;

namespace Readiness.Sealing.Signing;

/// <summary>A public key on the curve P-256, by which a seal is verified.</summary>
public sealed class PublicKey
{
    private readonly byte[] info;

    internal PublicKey(ECDsa key) => info = key.ExportSubjectPublicKeyInfo();

    /// <summary>The SHA-256 of the key's SubjectPublicKeyInfo, 64 lower-case hexadecimal digits.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(info));

    /// <summary>In PEM, <c>BEGIN PUBLIC KEY</c>, with line feeds.</summary>
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", info).ReplaceLineEndings("\n") + "\n";

    /// <summary>Reads it from PEM. The public half of a private key is taken where that is given.</summary>
    /// <exception cref="SealKeyException">It is no such key.</exception>
    public static PublicKey Read(string pem)
    {
        using var key = KeyText.Read(pem, isPrivate: false);
        return new PublicKey(key);
    }

    internal bool Verifies(ReadOnlySpan<byte> data, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(info, out _);
        return SignatureForm.Read(signature) is { } plain && key.VerifyData(data, plain, HashAlgorithmName.SHA256);
    }
}
