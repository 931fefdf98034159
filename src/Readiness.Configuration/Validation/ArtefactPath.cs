namespace Readiness.Configuration;

/// <summary>What is tested: it must be there, so that its digest can be taken.</summary>
internal sealed class ArtefactPath(EffectiveSettings settings, string folder, List<ConfigurationProblem> problems)
{
    public const string Key = "integration.artefact";

    public void Check()
    {
        if (settings.Text(Key) is not { } name)
        {
            return;
        }

        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (string.IsNullOrWhiteSpace(name) || !Path.Exists(path))
        {
            problems.Add(new()
            {
                Where = settings.Where(Key),
                Key = Key,
                Problem = string.IsNullOrWhiteSpace(name) ? "the value is empty" : $"there is no file or folder {path}",
                Expected = "the file or folder that is tested; its path starts from the folder of the configuration file",
                Next = "build it first, correct the path, or remove the entry: the certificate then names no digest",
            });
        }
    }
}
