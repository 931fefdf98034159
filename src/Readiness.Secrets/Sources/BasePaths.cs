namespace Readiness.Secrets.Sources;

/// <summary>How findings call a file.</summary>
internal sealed class BasePaths(string folder)
{
    private readonly string root = Path.GetFullPath(folder);

    public string Full(string path) => Path.GetFullPath(path, root);

    /// <summary>Relative to the base folder where it lies below it, else whole; with forward slashes.</summary>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(root, path);
        return (relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative).Replace('\\', '/');
    }
}
