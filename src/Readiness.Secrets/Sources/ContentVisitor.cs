using System.Formats.Tar;
using System.IO.Compression;

namespace Readiness.Secrets.Sources;

/// <summary>Opens a content as far as it can be opened, and hands what is in it to the scanner.</summary>
internal sealed class ContentVisitor(ContentScanner scanner, ArchiveLimits limits, Tally tally)
{
    private static readonly string[] ZipNames = [".zip", ".jar", ".war", ".ear", ".nupkg", ".aar", ".apk", ".whl", ".vsix"];

    /// <summary>A content with all that is in it.</summary>
    /// <param name="stream">Stays open.</param>
    /// <param name="place">Where it comes from. What goes wrong is listed under it.</param>
    /// <returns>How many bytes it has itself; fewer where it could not be read to its end.</returns>
    public long Visit(Stream stream, ContentPlace place, CancellationToken cancellation) => Visit(stream, place, new ArchiveBudget(limits), 0, cancellation);

    private long Visit(Stream stream, ContentPlace place, ArchiveBudget budget, int depth, CancellationToken cancellation)
    {
        using var content = new PeekedStream(stream);
        try
        {
            Open(content, place, budget, depth, cancellation);
        }
        catch (ArchiveLimitException) when (depth > 0)
        {
            // The outermost archive tells it, once.
            throw;
        }
        catch (Exception fault) when (IsOfContent(fault))
        {
            tally.Unread(place.ToString(), $"it cannot be read to its end: {fault.Message}");
        }

        return content.Consumed;
    }

    private static bool IsOfContent(Exception fault) =>
        fault is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException or ArgumentException or OverflowException or FormatException or ArchiveLimitException;

    private void Open(PeekedStream content, ContentPlace place, ArchiveBudget budget, int depth, CancellationToken cancellation)
    {
        var format = ArchiveFormats.Of(content.Head);
        if (format == ArchiveFormat.None && ZipNames.Any(ending => place.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            // A program in front of an archive is still an archive to those who open it.
            format = ArchiveFormat.Zip;
        }

        if (format is ArchiveFormat.Zip or ArchiveFormat.Gzip or ArchiveFormat.Tar && depth >= limits.Depth)
        {
            tally.Unread(place.ToString(), $"archives within archives are opened {limits.Depth} deep");
            format = ArchiveFormat.None;
        }

        switch (format)
        {
            case ArchiveFormat.Zip:
                Zip(content, place, budget, depth, cancellation);
                break;
            case ArchiveFormat.Gzip:
                Gzip(content, place, budget, depth, cancellation);
                break;
            case ArchiveFormat.Tar:
                Tar(content, place, budget, depth, cancellation);
                break;
            case ArchiveFormat.Foreign:
                tally.Unread(place.ToString(), $"it is compressed by {ArchiveFormats.ForeignName(content.Head)}, which this scan cannot open");
                scanner.Scan(content, place, cancellation);
                break;
            default:
                scanner.Scan(content, place, cancellation);
                break;
        }
    }

    private void Zip(PeekedStream content, ContentPlace place, ArchiveBudget budget, int depth, CancellationToken cancellation)
    {
        using var seekable = content.Seekable();
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException fault)
        {
            // Cut off, or none at all: its bytes are there nevertheless.
            tally.Unread(place.ToString(), $"it cannot be opened as an archive: {fault.Message}");
            seekable.Position = 0;
            scanner.Scan(seekable, place, cancellation);
            return;
        }

        using (archive)
        {
            tally.Archive();
            scanner.ScanName(archive.Comment, place);
            foreach (var entry in archive.Entries)
            {
                cancellation.ThrowIfCancellationRequested();
                var inside = place.Entry(entry.FullName);
                budget.Entry();
                scanner.ScanName(entry.FullName, inside);
                if (entry.IsEncrypted)
                {
                    tally.Unread(inside.ToString(), "it is encrypted");
                }
                else if (!entry.FullName.EndsWith('/'))
                {
                    ZipEntry(entry, inside, budget, depth, cancellation);
                }
            }
        }
    }

    private void ZipEntry(ZipArchiveEntry entry, ContentPlace inside, ArchiveBudget budget, int depth, CancellationToken cancellation)
    {
        try
        {
            using var stream = entry.Open();
            Inside(stream, inside, budget, depth, cancellation);
        }
        catch (Exception fault) when (IsOfContent(fault) && fault is not ArchiveLimitException)
        {
            // One entry that is compressed in a strange way does not hide the others.
            tally.Unread(inside.ToString(), $"it cannot be read to its end: {fault.Message}");
        }
    }

    private void Gzip(PeekedStream content, ContentPlace place, ArchiveBudget budget, int depth, CancellationToken cancellation)
    {
        tally.Archive();
        using var inflated = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
        var name = Path.GetFileName(place.Name);
        name = name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? $"{name[..^4]}.tar" : name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : $"{name} (inflated)";
        Inside(inflated, place.Entry(name), budget, depth, cancellation);
    }

    private void Tar(PeekedStream content, ContentPlace place, ArchiveBudget budget, int depth, CancellationToken cancellation)
    {
        tally.Archive();
        using var reader = new TarReader(content, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            cancellation.ThrowIfCancellationRequested();
            var inside = place.Entry(entry.Name);
            budget.Entry();
            scanner.ScanName(entry.Name, inside);
            if (entry.DataStream is { } data)
            {
                Inside(data, inside, budget, depth, cancellation);
            }
        }
    }

    private void Inside(Stream stream, ContentPlace inside, ArchiveBudget budget, int depth, CancellationToken cancellation)
    {
        using var bounded = new BudgetStream(stream, budget);
        tally.Entry(Visit(bounded, inside, budget, depth + 1, cancellation));
    }
}
