using System.IO.Compression;

namespace Readiness.Sealing.Packages;

/// <summary>A package as one ZIP archive: any program opens it, and the same files give the same bytes.</summary>
/// <remarks>
/// It is read strictly, because programs differ in what they take from a sloppy archive: two files of one name, bytes between the files, a
/// directory that says other than the headers. Such an archive shows one thing to whoever verifies it and another to whoever opens it.
/// </remarks>
public static class PackageArchive
{
    /// <summary>Files and the bytes that they may unpack to; a run has a hundredth of that.</summary>
    private const int MostFiles = 50_000;
    private const long MostBytes = 1L << 30;

    public static byte[] Write(IEnumerable<PackageFile> files)
    {
        using var archive = new MemoryStream();
        var records = new List<ZipRecord>();
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var packed = Deflate(file.Content.Span);
            var record = new ZipRecord(file.Name, Crc32.Of(file.Content.Span), checked((uint)packed.Length), checked((uint)file.Content.Length), checked((uint)archive.Position));
            archive.Write(record.Local());
            archive.Write(packed);
            records.Add(record);
        }

        var directory = archive.Position;
        records.ForEach(record => archive.Write(record.Central()));
        archive.Write(ZipRecord.End(records.Count, directory, archive.Position - directory));
        return archive.ToArray();
    }

    /// <summary>The files of an archive, and what is wrong with it. What cannot be read is not among the files.</summary>
    public static PackageReading Read(ReadOnlySpan<byte> archive)
    {
        if (ZipRecord.ReadEnd(archive) is not var (count, directory) || count > MostFiles)
        {
            return new PackageReading([], ["the archive does not end as a package ends: it is cut off, was added to, or was packed by another program"]);
        }

        List<PackageFile> files = [];
        List<string> problems = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        var (position, next, bytes) = (directory, 0L, 0L);
        for (var index = 0; index < count; index++)
        {
            if (ZipRecord.ReadCentral(archive[(int)position..^ZipRecord.EndLength]) is not { } record)
            {
                return new PackageReading(files, [.. problems, $"the archive's directory cannot be read from its entry {index + 1} on"]);
            }

            var central = record.Central();
            var sound = archive[(int)position..].StartsWith(central);
            position += central.Length;
            if (Wrong(record, sound, next, archive[..(int)directory], names.Add(record.Name)) is { } problem)
            {
                problems.Add($"{record.Name}: {problem}");
            }
            else if ((bytes += record.Length) > MostBytes)
            {
                return new PackageReading(files, [.. problems, $"{record.Name}: the archive unpacks to more than {MostBytes >> 20} MB"]);
            }
            else if (Inflate(archive.Slice((int)next + record.Local().Length, (int)record.Packed), record) is { } content)
            {
                files.Add(new PackageFile(record.Name, content));
            }
            else
            {
                problems.Add($"{record.Name}: its packed bytes were changed");
            }

            next = Math.Max(next, record.Offset) + record.Local().Length + record.Packed;
        }

        if (next != directory || position != archive.Length - ZipRecord.EndLength)
        {
            problems.Add("the archive holds bytes that belong to no file");
        }

        return new PackageReading(files, problems);
    }

    private static string? Wrong(ZipRecord record, bool sound, long next, ReadOnlySpan<byte> bodies, bool isFirst) =>
        !isFirst ? "the archive holds it twice"
        : !PackageNames.IsSound(record.Name) ? "no file of a package has such a name"
        : !sound ? "the archive's directory says of it what no package says"
        : record.Offset != next || next + record.Local().Length + record.Packed > bodies.Length ? "it does not lie where it has to"
        : !bodies[(int)next..].StartsWith(record.Local()) ? "what stands before it differs from the archive's directory"
        : null;

    private static byte[] Deflate(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[]? Inflate(ReadOnlySpan<byte> packed, ZipRecord record)
    {
        try
        {
            using var stream = new MemoryStream(packed.ToArray());
            using var inflate = new DeflateStream(stream, CompressionMode.Decompress);
            var content = new byte[record.Length];
            inflate.ReadExactly(content);
            return inflate.ReadByte() == -1 && Crc32.Of(content) == record.Crc ? content : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }
}
