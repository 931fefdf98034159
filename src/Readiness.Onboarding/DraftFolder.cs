using System.Text;

namespace Readiness.Onboarding;

/// <summary>Puts drafts into a folder: all of them or none, and nothing in the place of what is there unless that was agreed to.</summary>
public sealed class DraftFolder(string folder)
{
    /// <summary>The drafts that would take the place of something else.</summary>
    public IReadOnlyList<DraftFile> InTheWay(IEnumerable<DraftFile> drafts) => [.. drafts.Where(draft => !draft.IsAddition && Path.Exists(Full(draft)) && !IsThere(draft))];

    /// <summary>Whether there is nothing to do for a draft.</summary>
    public bool IsThere(DraftFile draft)
    {
        var path = Full(draft);
        return File.Exists(path) && (draft.IsFirstOnly || (draft.IsAddition ? Missing(draft).Count == 0 : File.ReadAllText(path) == draft.Text));
    }

    /// <summary>Writes them. Each is complete under another name before the first one gets its own, so that a fault or an interruption leaves no half of a file.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(IEnumerable<DraftFile> drafts)
    {
        List<(string From, string To)> ready = [];
        List<string> made = [];
        try
        {
            foreach (var draft in drafts.Where(draft => !IsThere(draft)))
            {
                var path = Full(draft);
                MakeFolder(Path.GetDirectoryName(path)!, made);
                ready.Add(($"{path}.{Path.GetRandomFileName()}", path));
                WriteNew(ready[^1].From, draft);
            }

            if (ready.FirstOrDefault(file => Directory.Exists(file.To)) is { To: { } folderInTheWay }) throw new IOException($"{folderInTheWay} is a folder");
            foreach (var (from, to) in ready) File.Move(from, to, overwrite: true);
            made.Clear();
        }
        finally
        {
            foreach (var (from, _) in ready) File.Delete(from);
            foreach (var empty in made.AsEnumerable().Reverse().Where(empty => !Directory.EnumerateFileSystemEntries(empty).Any())) Directory.Delete(empty);
        }
    }

    private static void MakeFolder(string path, List<string> made)
    {
        if (Directory.Exists(path)) return;
        MakeFolder(Path.GetDirectoryName(path)!, made);
        Directory.CreateDirectory(path);
        made.Add(path);
    }

    private void WriteNew(string path, DraftFile draft)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (draft.IsPrivate && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(draft.IsAddition ? Joined(draft) : draft.Text));
    }

    private string Joined(DraftFile draft)
    {
        var path = Full(draft);
        if (!File.Exists(path)) return draft.Text;
        var there = File.ReadAllText(path);
        return there + (there.Length == 0 || there.EndsWith('\n') ? "" : "\n") + string.Concat(Missing(draft).Select(line => line + "\n"));
    }

    private List<string> Missing(DraftFile draft)
    {
        var there = File.Exists(Full(draft)) ? File.ReadAllLines(Full(draft)).Select(line => line.Trim().Trim('/')).ToHashSet() : [];
        return [.. draft.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !there.Contains(line.Trim('/')))];
    }

    private string Full(DraftFile draft) => Path.GetFullPath(Path.Combine(folder, draft.Path));
}
