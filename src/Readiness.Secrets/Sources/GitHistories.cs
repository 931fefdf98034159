namespace Readiness.Secrets.Sources;

/// <summary>The histories of all repositories that the roots lie in or hold, each once.</summary>
internal sealed class GitHistories(ScanRequest request, BasePaths paths, ContentVisitor visitor, ContentScanner scanner, Tally tally)
{
    /// <param name="folders">Roots, and folders that hold a <c>.git</c>.</param>
    public async Task Run(IEnumerable<string> folders, CancellationToken cancellation)
    {
        var git = new GitProgram(request.Git);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var folder in folders.Distinct())
        {
            if (!LiesInRepository(folder))
            {
                continue;
            }

            try
            {
                var repository = await git.Repository(folder, cancellation);
                if (seen.Add(repository.CommonFolder))
                {
                    await new GitHistory(git, repository, request, paths, visitor, scanner, tally).Scan(cancellation);
                }
            }
            catch (Exception fault) when (fault is GitException or IOException)
            {
                tally.Failed(paths.Shown(folder), $"the history of its git repository cannot be read: {fault.Message}");
            }
        }
    }

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
