namespace Readiness.Configuration;

/// <summary>Files that support a statement: each must be there, and not be larger than a report can carry.</summary>
internal sealed class EvidenceFiles(EffectiveSettings settings, string folder, List<ConfigurationProblem> problems)
{
    public const int MostBytes = 10 * 1024 * 1024;
    private const int MostBytesTogether = 5 * MostBytes;

    private long together;

    /// <summary>The full paths of the files that a section names.</summary>
    public static IReadOnlyList<string> Of(EffectiveSettings settings, string section, string folder) =>
        [.. settings.List($"{section}.evidence").Select(name => Path.GetFullPath(Path.Combine(folder, name)))];

    public void Check(string section)
    {
        var names = settings.List($"{section}.evidence");
        for (var i = 0; i < names.Count; i++)
        {
            var key = $"{section}.evidence.{i}";
            if (Fault(names[i]) is var (problem, next))
                problems.Add(new() { Where = settings.Where(key), Key = key, Problem = problem, Expected = $"a file of at most {MostBytes / 1024 / 1024} MiB that this user may read; its path starts from the folder of the configuration file", Next = next });
        }
    }

    private (string Problem, string Next)? Fault(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) return ("the value is empty", "name a file, or remove the entry");
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (Directory.Exists(path)) return ($"{path} is a folder", "name the files in it");
        try
        {
            using var file = File.OpenRead(path);
            together += file.Length;
            return file.Length > MostBytes ? ($"the file has {file.Length} bytes", "keep it elsewhere, and name that place in the statement")
                : together > MostBytesTogether ? ($"with it all evidence has {together} bytes, more than {MostBytesTogether / 1024 / 1024} MiB together", "keep some of it elsewhere, and name that place in the statement")
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (e is FileNotFoundException or DirectoryNotFoundException ? $"there is no file {path}" : $"the file cannot be read: {e.Message}", "correct the path, or remove the entry");
        }
    }
}
