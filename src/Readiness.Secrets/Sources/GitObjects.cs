using System.Globalization;

namespace Readiness.Secrets.Sources;

/// <summary>What is reachable from all references of a repository, and which commit brought it.</summary>
internal sealed class GitObjects(GitProgram git, GitRepository repository)
{
    private const char CommitMark = '\u0001';

    /// <summary>Every object that is reachable, each once.</summary>
    public async Task<IReadOnlyCollection<GitObject>> Reachable(CancellationToken cancellation)
    {
        Dictionary<string, GitObject> objects = new(StringComparer.Ordinal);
        using (var list = git.Start(repository.Folder, ["rev-list", "--objects", "--all", .. repository.Limits]))
        {
            list.Input.Close();
            using var reader = new StreamReader(list.Output);
            while (await reader.ReadLineAsync(cancellation) is { } line)
            {
                var blank = line.IndexOf(' ', StringComparison.Ordinal);
                var id = blank < 0 ? line : line[..blank];
                objects.TryAdd(id, new GitObject(id, blank < 0 ? "" : line[(blank + 1)..]));
            }

            await list.End(cancellation);
        }

        await Describe(objects, cancellation);
        await Introduce(objects, cancellation);
        return objects.Values;
    }

    private async Task Describe(Dictionary<string, GitObject> objects, CancellationToken cancellation)
    {
        using var check = git.Start(repository.Folder, "cat-file", "--batch-check", "--buffer");
        var asking = Task.Run(
            async () =>
            {
                await using var writer = new StreamWriter(check.Input);
                foreach (var id in objects.Keys)
                {
                    await writer.WriteAsync($"{id}\n".AsMemory(), cancellation);
                }
            },
            cancellation);
        using var reader = new StreamReader(check.Output);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Split(' ') is [var id, var kind, var size] && objects.TryGetValue(id, out var found))
            {
                (found.Kind, found.Size) = (kind, long.Parse(size, CultureInfo.InvariantCulture));
            }
        }

        await asking;
        await check.End(cancellation);
    }

    // From the oldest commit on, so that the first one that mentions a blob is the one that brought it. A merge is listed with
    // what none of its parents had.
    private async Task Introduce(Dictionary<string, GitObject> objects, CancellationToken cancellation)
    {
        using var log = git.Start(
            repository.Folder,
            [
                "log", "--all", "--reverse", "--topo-order", "--raw", "-z", "-c", "--root", "--no-abbrev", "--no-renames", "--no-textconv", "--no-ext-diff", "--no-color",
                $"--format={CommitMark}%H", .. repository.Limits,
            ]);
        log.Input.Close();
        var reader = new ZeroSeparatedReader(log.Output);
        string? commit = null;
        while (await reader.Next(cancellation) is { } token)
        {
            token = token.TrimStart('\n');
            if (token.StartsWith(CommitMark))
            {
                // Where a commit has changes, they follow on the next line of the same token.
                var end = token.IndexOf('\n', StringComparison.Ordinal);
                commit = end < 0 ? token[1..] : token[1..end];
                token = end < 0 ? "" : token[end..].TrimStart('\n');
            }

            if (token.StartsWith(':') && await reader.Next(cancellation) is { } path && objects.TryGetValue(token.Split(' ')[^2], out var found) && found.Commit is null)
            {
                (found.Commit, found.Path) = (commit, path);
            }
        }

        await log.End(cancellation);
    }
}
