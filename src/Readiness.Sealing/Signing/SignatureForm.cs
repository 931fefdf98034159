using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace Readiness.Sealing.Signing;

/// <summary>The one form in which a signature of a seal may be written: DER, with the smaller of the two values of s that both verify.</summary>
/// <remarks>Without that, somebody without the key could change the bytes of a seal, and with them its digest, and it would still verify.</remarks>
internal static class SignatureForm
{
    private const int Size = 32;

    private static readonly BigInteger Order = new(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

    /// <param name="plain">r and s, 32 bytes each.</param>
    public static byte[] Write(ReadOnlySpan<byte> plain)
    {
        var s = Number(plain[Size..]);
        return Encode(Number(plain[..Size]), s > Order / 2 ? Order - s : s);
    }

    /// <summary>r and s, 32 bytes each; null where it is written in another form.</summary>
    public static byte[]? Read(byte[] written)
    {
        try
        {
            var reader = new AsnReader(written, AsnEncodingRules.DER);
            var pair = reader.ReadSequence();
            var (r, s) = (pair.ReadInteger(), pair.ReadInteger());
            return r > 0 && s > 0 && r < Order && s <= Order / 2 && Encode(r, s).AsSpan().SequenceEqual(written) ? [.. Fixed(r), .. Fixed(s)] : null;
        }
        catch (Exception fault) when (fault is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Fixed(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[Size - bytes.Length], .. bytes];
    }

    private static byte[] Encode(BigInteger r, BigInteger s)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(r);
            writer.WriteInteger(s);
        }

        return writer.Encode();
    }
}
