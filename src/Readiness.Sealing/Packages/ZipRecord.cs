using System.Buffers.Binary;
using System.Text;

namespace Readiness.Sealing.Packages;

/// <summary>What a ZIP archive says of one file (APPNOTE 6.3, sections 4.3.7 and 4.3.12), in the one way in which a package says it: no time, no permissions, no comment.</summary>
/// <param name="Name">In UTF-8.</param>
/// <param name="Packed">Bytes as they stand in the archive.</param>
/// <param name="Length">Bytes of the file.</param>
/// <param name="Offset">Where its local header begins.</param>
internal sealed record ZipRecord(string Name, uint Crc, uint Packed, uint Length, uint Offset)
{
    public const int LocalLength = 30;
    public const int CentralLength = 46;
    public const int EndLength = 22;

    private const ushort Version = 20;
    private const ushort Utf8Names = 0x0800;
    private const ushort Deflated = 8;

    // The first day that the format knows. A package says when it was sealed in its statement.
    private const ushort NoDay = 0x0021;

    public byte[] Local()
    {
        var name = Encoding.UTF8.GetBytes(Name);
        var bytes = new byte[LocalLength + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x04034b50);
        Common(bytes.AsSpan(4), name);
        name.CopyTo(bytes, LocalLength);
        return bytes;
    }

    public byte[] Central()
    {
        var name = Encoding.UTF8.GetBytes(Name);
        var bytes = new byte[CentralLength + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x02014b50);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), Version);
        Common(bytes.AsSpan(6), name);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(42), Offset);
        name.CopyTo(bytes, CentralLength);
        return bytes;
    }

    /// <summary>Reads the central record that begins here; null where it is none, or is cut off.</summary>
    public static ZipRecord? ReadCentral(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < CentralLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != 0x02014b50)
        {
            return null;
        }

        var name = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        return bytes.Length < CentralLength + name ? null : new ZipRecord(
            Encoding.UTF8.GetString(bytes.Slice(CentralLength, name)),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[42..]));
    }

    public static byte[] End(int files, long directoryAt, long directoryLength)
    {
        var bytes = new byte[EndLength];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), checked((ushort)files));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), checked((ushort)files));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), checked((uint)directoryLength));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), checked((uint)directoryAt));
        return bytes;
    }

    /// <summary>Where the directory begins and how many files it lists; null where the archive does not end as a package ends.</summary>
    public static (int Files, long DirectoryAt)? ReadEnd(ReadOnlySpan<byte> archive)
    {
        if (archive.Length < EndLength)
        {
            return null;
        }

        var end = archive[^EndLength..];
        var (files, at, length) = (BinaryPrimitives.ReadUInt16LittleEndian(end[8..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]));
        return end.SequenceEqual(End(files, at, length)) && (long)at + length + EndLength == archive.Length ? (files, at) : null;
    }

    private void Common(Span<byte> at, byte[] name)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(at[4..], Deflated);
        BinaryPrimitives.WriteUInt16LittleEndian(at[8..], NoDay);
        BinaryPrimitives.WriteUInt32LittleEndian(at[10..], Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(at[14..], Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(at[18..], Length);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], checked((ushort)name.Length));
    }
}
