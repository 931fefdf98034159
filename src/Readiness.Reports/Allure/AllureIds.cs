using System.Security.Cryptography;
using System.Text;

namespace Readiness.Reports.Allure;

/// <summary>Identifiers that come out the same whenever a report is made again.</summary>
internal static class AllureIds
{
    /// <summary>The identifier of one scenario in one run.</summary>
    public static Guid OfRun(string run, string test) => new(Digest($"{run}\n{test}").AsSpan(0, 16), bigEndian: true);

    /// <summary>The identifier of one scenario over all runs, by which Allure draws its history.</summary>
    public static string OfTest(string profile, string test) => Convert.ToHexStringLower(Digest($"{profile}\n{test}").AsSpan(0, 16));

    private static byte[] Digest(string text)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        // RFC 9562, version 8: an identifier made by a rule of one's own.
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return digest;
    }
}
