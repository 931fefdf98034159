using System.Text;

namespace Readiness.Secrets.Sources;

/// <summary>Everything that one repository keeps: each blob once, with the commit that brought it, and the messages.</summary>
internal sealed class GitHistory(GitProgram git, GitRepository repository, ScanRequest request, BasePaths paths, ContentVisitor visitor, ContentScanner scanner, Tally tally)
{
    /// <summary>Objects that are asked for at once: their names fit into any pipe, so that asking never waits for the answers.</summary>
    private const int AtOnce = 64;

    private readonly string shown = paths.Shown(repository.Top);
    private long bytes;

    public async Task Scan(CancellationToken cancellation)
    {
        var objects = await new GitObjects(git, repository).Reachable(cancellation);
        List<GitObject> wanted = [.. objects.Where(IsWanted)];
        tally.ExpectObjects(wanted.Count);
        await Parallel.ForEachAsync(
            Partitions(wanted),
            new ParallelOptions { MaxDegreeOfParallelism = request.Parallelism, CancellationToken = cancellation },
            async (part, token) => await Read(part, token));
        tally.History(new HistoryCoverage
        {
            Repository = repository.Parts.Count == 0 ? shown : $"{shown} ({string.Join(", ", repository.Parts)})",
            Commits = objects.LongCount(one => one.Kind == "commit"),
            Blobs = wanted.LongCount(one => one.Kind == "blob"),
            Messages = wanted.LongCount(one => one.Kind != "blob"),
            Bytes = bytes,
            IsShallow = repository.IsShallow,
        });
    }

    private bool IsWanted(GitObject one)
    {
        if (one.Kind is null)
        {
            tally.Unread(Place(one).ToString(), "git does not have the object: the clone is partial, or damaged");
        }
        else if (one.Kind == "blob" && one.Size > request.MaximumFileSize)
        {
            tally.Unread(Place(one).ToString(), $"it has {one.Size} bytes, and at most {request.MaximumFileSize} are asked for");
            return false;
        }

        return one.Kind is "blob" or "commit" or "tag" && one.Size > 0;
    }

    // One part for each reader. Objects that lie near each other in git's packs stay together.
    private IEnumerable<List<GitObject>> Partitions(List<GitObject> wanted)
    {
        var size = Math.Max(AtOnce, (wanted.Count / (request.Parallelism * 4)) + 1);
        for (var from = 0; from < wanted.Count; from += size)
        {
            yield return wanted.GetRange(from, Math.Min(size, wanted.Count - from));
        }
    }

    private async Task Read(List<GitObject> part, CancellationToken cancellation)
    {
        using var cat = git.Start(repository.Folder, "cat-file", "--batch");
        using var output = new BufferedStream(cat.Output, 1 << 16);
        for (var from = 0; from < part.Count; from += AtOnce)
        {
            var chunk = part.GetRange(from, Math.Min(AtOnce, part.Count - from));
            await cat.Input.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(chunk.Select(one => $"{one.Id}\n"))), cancellation);
            await cat.Input.FlushAsync(cancellation);
            foreach (var one in chunk)
            {
                Visit(one, output, cancellation);
            }
        }

        cat.Input.Close();
        await cat.End(cancellation);
    }

    private void Visit(GitObject one, Stream output, CancellationToken cancellation)
    {
        var header = Line(output);
        if (!header.EndsWith($" {one.Size}", StringComparison.Ordinal))
        {
            tally.Unread(Place(one).ToString(), $"git cannot read the object: {header}");
            return;
        }

        var place = Place(one);
        using var content = new BoundedStream(output, one.Size);
        if (one.Kind == "blob")
        {
            scanner.ScanName(one.Path, place);
            visitor.Visit(content, place, cancellation);
        }
        else
        {
            scanner.Scan(content, place, cancellation);
        }

        content.Drain();
        output.ReadByte();
        Interlocked.Add(ref bytes, one.Size);
        tally.Object();
    }

    private ContentPlace Place(GitObject one) => one.Kind switch
    {
        "commit" => new ContentPlace($"{Prefix}(message of a commit)", one.Id),
        "tag" => new ContentPlace($"{Prefix}(message of a tag)", one.Id),
        // Without a commit it hangs from a tag; its own id shows it just as well.
        _ => new ContentPlace(Prefix + (one.Path.Length > 0 ? one.Path : "(no name)"), one.Commit ?? one.Id),
    };

    private string Prefix => shown == "." ? "" : $"{shown}/";

    private static string Line(Stream output)
    {
        var line = new List<byte>();
        while (output.ReadByte() is > -1 and not '\n' and var one)
        {
            line.Add((byte)one);
        }

        return Encoding.UTF8.GetString([.. line]);
    }
}
