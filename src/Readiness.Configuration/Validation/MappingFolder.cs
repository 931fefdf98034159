namespace Readiness.Configuration;

/// <summary>The folder with a partner's own mapping files: it must be there and hold some.</summary>
internal sealed class MappingFolder(EffectiveSettings settings, string folder, List<ConfigurationProblem> problems)
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
            return !Directory.Exists(path) ? $"there is no folder {path}"
                : Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Any() ? null
                : $"{path} holds no .json file";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read: {fault.Message}";
        }
    }
}
