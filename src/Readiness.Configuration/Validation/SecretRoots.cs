namespace Readiness.Configuration;

/// <summary>Folders and files that are searched for secrets: each must be there and be readable, for a fault of the configuration must not look like one of the integration.</summary>
internal sealed class SecretRoots(EffectiveSettings settings, string folder, List<ConfigurationProblem> problems)
{
    public const string Key = "secrets.roots";
    public const string AllowKey = "secrets.allow";

    public void Check()
    {
        var roots = settings.List(Key);
        for (var index = 0; index < roots.Count; index++)
        {
            if (ConfigurationTemplates.UsedIn(roots[index]).Count == 0 && Fault(roots[index]) is { } fault)
            {
                Report($"{Key}.{index}", fault, "a folder or a file that this user may read; its path starts from the folder of the configuration file");
            }
        }

        if (settings.Text(AllowKey) is { } allow && Fault(allow) is { } problem)
        {
            Report(AllowKey, problem, "a JSON file that this user may read; its path starts from the folder of the configuration file");
        }
    }

    /// <summary>As written where a template stands in it, and as a full path otherwise.</summary>
    public static string Full(string root, string folder) => ConfigurationTemplates.UsedIn(root).Count == 0 ? Path.GetFullPath(Path.Combine(folder, root)) : root;

    private string? Fault(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "the value is empty";
        }

        var path = Path.GetFullPath(Path.Combine(folder, name));
        try
        {
            if (Directory.Exists(path))
            {
                using var entries = Directory.EnumerateFileSystemEntries(path).GetEnumerator();
                entries.MoveNext();
                return null;
            }

            using var file = File.OpenRead(path);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault is FileNotFoundException or DirectoryNotFoundException ? $"there is neither a folder nor a file {path}" : $"{path} cannot be read: {fault.Message}";
        }
    }

    private void Report(string key, string problem, string expected) =>
        problems.Add(new() { Where = settings.Where(key), Key = key, Problem = problem, Expected = expected, Next = "correct the path or its permissions, or remove the entry" });
}
