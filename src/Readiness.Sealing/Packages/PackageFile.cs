using System.Security.Cryptography;

namespace Readiness.Sealing.Packages;

/// <summary>One file of a package.</summary>
/// <param name="Name">Below the package's root, with forward slashes, such as <c>evidence/policy.pdf</c>.</param>
public sealed record PackageFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The SHA-256 of its bytes, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content.Span));
}
