using System.IO.Enumeration;
using Readiness.Secrets.Allowing;

namespace Readiness.Secrets.Sources;

/// <summary>The files of the roots.</summary>
internal sealed class FileTree(BasePaths paths, IReadOnlyList<Glob> excluded, Tally tally)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> gitFolders = new(StringComparer.Ordinal);

    /// <summary>Folders that hold a <c>.git</c>, and were met so far.</summary>
    public IReadOnlyCollection<string> Repositories => gitFolders;

    /// <summary>Every file of a root, each once over all roots. Symbolic links are not followed, but for the root itself.</summary>
    /// <param name="root">The whole path.</param>
    public IEnumerable<string> Files(string root)
    {
        var target = Target(root);
        if (File.Exists(target))
        {
            return seen.Add(target) ? [target] : [];
        }

        if (Directory.Exists(target))
        {
            return Below(target);
        }

        tally.Failed(paths.Shown(root), "there is no such file or folder");
        return [];
    }

    private static string Target(string root)
    {
        try
        {
            return new FileInfo(root).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? root;
        }
        catch (IOException)
        {
            // A link that leads in circles: it does not exist, which is then told.
            return root;
        }
    }

    private IEnumerable<string> Below(string root)
    {
        var open = new Stack<string>([root]);
        while (open.TryPop(out var folder))
        {
            foreach (var (path, kind) in Entries(folder, isRoot: folder == root))
            {
                if (kind == EntryKind.Link)
                {
                    // What it leads to is found by its own way, where that lies below a root.
                    tally.Link();
                }
                else if (IsExcluded(path))
                {
                    tally.Excluded();
                }
                else if (kind == EntryKind.Folder)
                {
                    if (Path.GetFileName(path) == ".git")
                    {
                        gitFolders.Add(folder);
                    }

                    // The history is asked of git; what else is in its folder (configuration, hooks) are files like any other.
                    if (!(Path.GetFileName(path) is "objects" or "logs" && File.Exists(Path.Combine(folder, "HEAD"))))
                    {
                        open.Push(path);
                    }
                }
                else if (path.EndsWith("_EDITMSG", StringComparison.Ordinal))
                {
                    // The message of the last commit, which the history holds too.
                }
                else if (kind == EntryKind.Empty)
                {
                    tally.Empty();
                }
                else if (seen.Add(path))
                {
                    if (Path.GetFileName(path) == ".git")
                    {
                        gitFolders.Add(folder);
                    }

                    yield return path;
                }
            }
        }
    }

    private bool IsExcluded(string path) => excluded.Count > 0 && paths.Shown(path) is var shown && excluded.Any(glob => glob.Matches(shown));

    private IReadOnlyList<(string Path, EntryKind Kind)> Entries(string folder, bool isRoot)
    {
        try
        {
            var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };
            return [.. new FileSystemEnumerable<(string Path, EntryKind Kind)>(folder, Entry, options).OrderBy(entry => entry.Path, StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (isRoot)
            {
                tally.Failed(paths.Shown(folder), $"the folder cannot be listed: {fault.Message}");
            }
            else
            {
                tally.Unread(paths.Shown(folder), $"the folder cannot be listed: {fault.Message}");
            }

            return [];
        }
    }

    // Pipes, sockets and devices have no length; they are told from files without opening them, which could wait for ever.
    private static (string Path, EntryKind Kind) Entry(ref FileSystemEntry entry) =>
        (entry.ToFullPath(), (entry.Attributes & FileAttributes.ReparsePoint) != 0 ? EntryKind.Link
            : entry.IsDirectory ? EntryKind.Folder
            : entry.Length == 0 ? EntryKind.Empty
            : EntryKind.File);
}
