namespace Readiness.Configuration;

/// <summary>The folder with a partner's own mapping files: it must be there, hold some, and none of them may name production.</summary>
internal sealed class MappingFolder(EffectiveSettings settings, ProviderHosts hosts, string folder, List<ConfigurationProblem> problems)
{
    public const string Key = "sandbox.mappings";

    public void Check()
    {
        if (settings.Text(Key) is { } written && Fault(written) is { } fault)
        {
            problems.Add(new()
            {
                Where = settings.Where(Key),
                Key = Key,
                Problem = fault,
                Expected = "a folder with .json files that this user may read; its path starts from the folder of the configuration file",
                Next = "correct the path or its permissions, or remove the entry",
            });
        }
    }

    private string? Fault(string written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return "the value is empty";
        }

        var path = Path.GetFullPath(Path.Combine(folder, written));
        try
        {
            if (!Directory.Exists(path))
            {
                return $"there is no folder {path}";
            }

            string[] files = [.. Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
            foreach (var file in files)
            {
                new ProductionInFile(hosts.Production, Key, problems).Check(Path.Combine(written, Path.GetRelativePath(path, file)), File.ReadLines(file));
            }

            return files.Length > 0 ? null : $"{path} holds no .json file";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read: {fault.Message}";
        }
    }
}
