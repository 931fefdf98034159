using System.Buffers.Binary;
using System.Text;

namespace Readiness.Sandbox.Hosting;

/// <summary>Reads from a TLS client hello (RFC 8446 section 4.1.2) for which host it is meant.</summary>
internal static class ClientHello
{
    /// <summary>The first byte of a TLS record that carries a handshake.</summary>
    public const byte FirstByte = 0x16;

    /// <summary>Bytes before the record's content: type, version, length.</summary>
    public const int RecordHead = 5;

    private const int HandshakeHead = 4;
    private const int VersionAndRandom = 34;
    private const ushort ServerNameExtension = 0;

    /// <summary>How long the whole record is.</summary>
    /// <param name="head">Its first five bytes.</param>
    public static int Length(ReadOnlySpan<byte> head) => RecordHead + BinaryPrimitives.ReadUInt16BigEndian(head[3..]);

    /// <summary>The host that the client asks for (RFC 6066 section 3); null where it asks for none, as for an address, and where the bytes cannot be read.</summary>
    public static string? ServerName(ReadOnlySpan<byte> record)
    {
        try
        {
            var rest = record[(RecordHead + HandshakeHead + VersionAndRandom)..];
            Skip(ref rest, rest[0] + 1);
            Skip(ref rest, BinaryPrimitives.ReadUInt16BigEndian(rest) + 2);
            Skip(ref rest, rest[0] + 1);
            Skip(ref rest, 2);
            while (rest.Length >= 4)
            {
                var (kind, length) = (BinaryPrimitives.ReadUInt16BigEndian(rest), BinaryPrimitives.ReadUInt16BigEndian(rest[2..]));
                if (kind == ServerNameExtension)
                {
                    // The length of the list, the kind of the first name, its length, and the name.
                    return Encoding.ASCII.GetString(rest.Slice(9, BinaryPrimitives.ReadUInt16BigEndian(rest[7..])));
                }

                Skip(ref rest, 4 + length);
            }
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            // Cut off, or no client hello after all.
        }

        return null;
    }

    private static void Skip(ref ReadOnlySpan<byte> bytes, int count) => bytes = bytes[count..];
}
