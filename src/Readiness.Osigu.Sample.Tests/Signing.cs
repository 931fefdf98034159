using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>Signs as the provider does.</summary>
internal static class Signing
{
    public static (string Header, byte[] Body) Sign(string body, string secret, long t)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        byte[] signed = [.. Encoding.ASCII.GetBytes(t.ToString(CultureInfo.InvariantCulture)), (byte)'.', .. bytes];
        return ($"t={t},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}", bytes);
    }
}
