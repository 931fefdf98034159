using System.Diagnostics;

namespace Readiness.Conventions.Tests;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotSource = [".git", "bin", "obj", "artifacts", "reports", "TestResults", "node_modules", "__pycache__"];

    private static readonly string Root = FindRoot();

    private static readonly Lazy<IReadOnlyList<RepositoryFile>> Read = new(() =>
    [
        .. (Tracked() ?? Found(Root))
            // Samples for the secret scanner are written as strangers write, and hold what no file of ours may.
            .Where(path => !path.Contains("/Corpus/development/", StringComparison.Ordinal) && !path.Contains("/Corpus/held-out/", StringComparison.Ordinal))
            .Select(path => (Path: path, Full: Path.Combine(Root, path)))
            .Where(file => File.Exists(file.Full))
            .Select(file => new RepositoryFile(file.Path, File.ReadAllText(file.Full)))
            .Where(file => !file.Text.Contains('\0', StringComparison.Ordinal)),
    ]);

    /// <summary>Every tracked text file, as it is on disk now.</summary>
    public static IReadOnlyList<RepositoryFile> Files => Read.Value;

    /// <summary>The files below a folder.</summary>
    public static IReadOnlyList<RepositoryFile> Below(string folder) => [.. Files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal))];

    /// <summary>The full path of a file of the repository.</summary>
    public static string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>Null where git, or its folder, is not there, as in a copy of the sources.</summary>
    private static string[]? Tracked()
    {
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "-C", Root, "ls-files", "-z"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var names = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0 ? names : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> Found(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')),
        .. Directory.EnumerateDirectories(folder).Where(child => !NotSource.Contains(Path.GetFileName(child))).SelectMany(Found),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder.EnumerateFiles("*.sln").Any())
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from within the repository.");
        }

        return folder.FullName;
    }
}
