using Readiness.Secrets.Allowing;

namespace Readiness.Secrets.Sources;

/// <summary>Brings what a request names to the scanner, side by side: first the files, then the histories.</summary>
internal sealed class ScanWork(ScanRequest request, BasePaths paths, ContentScanner scanner, ContentVisitor visitor, Tally tally)
{
    private const int BufferSize = 1;

    public async Task Run(CancellationToken cancellation)
    {
        var tree = new FileTree(paths, [.. request.Excluded.Select(glob => new Glob(glob))], tally);
        string[] roots = [.. request.Roots.Select(paths.Full)];
        // On threads of the pool: reading files from a disk never truly waits for anything else.
        await Task.Run(() => Parallel.ForEach(roots.SelectMany(tree.Files), Options(cancellation), path => File(path, cancellation)), cancellation);
        if (request.History)
        {
            await new GitHistories(request, paths, visitor, scanner, tally).Run([.. roots.Where(Directory.Exists), .. tree.Repositories], cancellation);
        }
    }

    private ParallelOptions Options(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = request.Parallelism, CancellationToken = cancellation };

    private void File(string path, CancellationToken cancellation)
    {
        var shown = paths.Shown(path);
        var place = new ContentPlace(shown);
        scanner.ScanName(shown, place);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.SequentialScan);
            if (stream.CanSeek && stream.Length > request.MaximumFileSize)
            {
                tally.Unread(shown, $"it has {stream.Length} bytes, and at most {request.MaximumFileSize} are asked for");
                return;
            }

            tally.File(visitor.Visit(stream, place, cancellation));
        }
        catch (FileNotFoundException) when (!request.Roots.Any(root => paths.Full(root) == path))
        {
            // Temporary files go while a scan runs; what is gone holds nothing.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (request.Roots.Any(root => paths.Full(root) == path))
            {
                tally.Failed(shown, $"the file cannot be read: {fault.Message}");
            }
            else
            {
                tally.Unread(shown, $"the file cannot be read: {fault.Message}");
            }
        }
    }
}
