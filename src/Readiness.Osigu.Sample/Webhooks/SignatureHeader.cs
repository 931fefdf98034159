using System.Diagnostics.CodeAnalysis;

namespace Readiness.Osigu.Sample.Webhooks;

/// <summary>The parts of <c>X-Osigu-Signature</c>.</summary>
/// <param name="Time">The characters after <c>t=</c>: they are signed as they stand.</param>
/// <param name="Values">Every <c>v1</c>, of 32 bytes: several while a secret is rotated.</param>
internal sealed record SignatureHeader(string Time, IReadOnlyList<byte[]> Values)
{
    public const string Name = "X-Osigu-Signature";

    private const int HexLength = 64;

    /// <returns><c>false</c> unless there is exactly one <c>t</c> and at least one readable <c>v1</c>. Unknown parts are ignored.</returns>
    public static bool TryRead(string? header, [NotNullWhen(true)] out SignatureHeader? signature)
    {
        string? time = null;
        var times = 0;
        var values = new List<byte[]>();

        foreach (var part in (header ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("t=", StringComparison.Ordinal))
            {
                time = part[2..];
                times++;
            }
            else if (part.StartsWith("v1=", StringComparison.Ordinal) && part.Length == 3 + HexLength && part.Skip(3).All(char.IsAsciiHexDigit))
            {
                values.Add(Convert.FromHexString(part.AsSpan(3)));
            }
        }

        signature = times == 1 && values.Count > 0 ? new SignatureHeader(time!, values) : null;
        return signature is not null;
    }
}
