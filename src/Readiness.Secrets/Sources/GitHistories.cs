namespace Readiness.Secrets.Sources;

/// <summary>The histories of all repositories that the roots lie in or hold, each once: of a repository that holds more than a root, the past of that root.</summary>
internal sealed class GitHistories(ScanRequest request, BasePaths paths, ContentVisitor visitor, ContentScanner scanner, Tally tally)
{
    /// <param name="folders">Roots, and folders that hold a <c>.git</c>.</param>
    public async Task Run(IEnumerable<string> folders, CancellationToken cancellation)
    {
        var git = new GitProgram(request.Git);
        Dictionary<string, List<GitRepository>> seen = new(StringComparer.Ordinal);
        foreach (var folder in folders.Distinct())
        {
            if (!LiesInRepository(folder))
            {
                continue;
            }

            try
            {
                var repository = await git.Repository(folder, cancellation);
                if (!seen.TryAdd(repository.CommonFolder, [repository]))
                {
                    seen[repository.CommonFolder].Add(repository);
                }
            }
            catch (Exception fault) when (fault is GitException or IOException)
            {
                Failed(folder, fault);
            }
        }

        foreach (var roots in seen.Values)
        {
            try
            {
                await new GitHistory(git, Asked(roots), request, paths, visitor, scanner, tally).Scan(cancellation);
            }
            catch (Exception fault) when (fault is GitException or IOException)
            {
                Failed(roots[0].Folder, fault);
            }
        }
    }

    /// <summary>One repository for all roots that lie in it. Whoever names a part of it did not ask for the past of the rest.</summary>
    private static GitRepository Asked(List<GitRepository> roots) =>
        roots.Find(root => root.Prefix.Length == 0) ?? roots[0] with { Parts = [.. roots.Select(root => root.Prefix).Distinct()] };

    private void Failed(string folder, Exception fault) =>
        tally.Failed(paths.Shown(folder), $"the history of its git repository cannot be read: {fault.Message}");

    // Asked of the disk, so that a missing git is not taken for a missing repository.
    private static bool LiesInRepository(string folder)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            if (Path.Exists(Path.Combine(parent.FullName, ".git")) || IsBare(parent.FullName))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBare(string folder) =>
        File.Exists(Path.Combine(folder, "HEAD")) && Directory.Exists(Path.Combine(folder, "objects")) && Directory.Exists(Path.Combine(folder, "refs"));
}
