using System.Security.Cryptography;
using System.Text;

namespace Readiness.Secrets.Exact;

/// <summary>A few digits that tell one secret from another.</summary>
internal static class Fingerprint
{
    // Without a stretched digest, a list of usual passwords would be tried against a report in no time.
    private const int Rounds = 20_000;
    private const int Bytes = 5;

    private static readonly byte[] Salt = "readiness secrets, fingerprint 1"u8.ToArray();

    /// <summary>Ten hexadecimal digits, the same on every machine: an allow file names them.</summary>
    public static string Of(string value) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(value), Salt, Rounds, HashAlgorithmName.SHA256, Bytes));
}
