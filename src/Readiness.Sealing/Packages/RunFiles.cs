namespace Readiness.Sealing.Packages;

/// <summary>The files of a run's folder that go into its package: those that are named, and nothing that merely lies beside them.</summary>
internal static class RunFiles
{
    /// <summary>All of them, by name.</summary>
    /// <exception cref="IOException">One cannot be read.</exception>
    public static IReadOnlyList<PackageFile> Read(string folder) =>
    [
        .. PackageNames.Files.Where(name => File.Exists(Path.Combine(folder, name)))
            .Concat(PackageNames.Folders.SelectMany(name => Below(folder, name)))
            .Order(StringComparer.Ordinal)
            .Select(name => new PackageFile(name, File.ReadAllBytes(Path.Combine(folder, name)))),
    ];

    private static IEnumerable<string> Below(string folder, string name) =>
        Directory.Exists(Path.Combine(folder, name))
            ? Directory.EnumerateFiles(Path.Combine(folder, name), "*", Files).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            : [];

    // A link leads to somewhere that nobody asked to be sent.
    private static EnumerationOptions Files { get; } = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
}
