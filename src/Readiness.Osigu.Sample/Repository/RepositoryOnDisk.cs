namespace Readiness.Osigu.Sample.Repository;

/// <summary>Lays the clinic's source tree down in a folder, with its history and what was built of it: the sample has nothing else that a search for secrets could read.</summary>
internal static class RepositoryOnDisk
{
    /// <summary>Does nothing where the folder is there already, as after a restart.</summary>
    public static void Lay(string folder, ISourceTree tree)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        foreach (var file in tree.Commits[^1].Concat(tree.Built))
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
        }

        var git = Path.Combine(folder, ".git");
        Directory.CreateDirectory(git);
        new GitObjects(git).Write(tree.Commits);
    }
}
