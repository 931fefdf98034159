namespace Readiness.Sealing;

/// <summary>A package that was made.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Certificate">The certificate's number.</param>
/// <param name="SealDigest">The SHA-256 of the seal, 64 hexadecimal digits. Handed over by another way than the package, it shows that nobody sealed again.</param>
/// <param name="KeyId">The id of the key.</param>
/// <param name="IsIdentified">False where the key was made for this package alone.</param>
/// <param name="Bytes">The package's length.</param>
public sealed record SealedPackage(string Path, string Certificate, string SealDigest, string KeyId, bool IsIdentified, long Bytes);
