namespace Readiness.Configuration;

/// <summary>Finds and reads the two files: the one for all environments, and the one for the chosen environment.</summary>
internal sealed class FileLayers(ConfigurationSources sources, List<ConfigurationProblem> problems)
{
    public IReadOnlyList<WrittenLayer> Read()
    {
        var file = sources.File ?? ConfigurationSources.DefaultFile;
        List<WrittenLayer> layers = [];
        if (Exists(file))
            layers.Add(ReadFile(file));
        else if (sources.File is not null)
            layers.Add(Missing("--config", file, "create the file, correct the name, or leave --config out to read readiness.json"));

        var (environment, where) = sources.Environment is not null
            ? (sources.Environment, "--environment")
            : (sources.Variables.GetValueOrDefault(ConfigurationSources.EnvironmentVariable) ?? "", ConfigurationSources.EnvironmentVariable);
        if (environment.Length == 0) return layers;
        if (!environment.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || environment.Contains("..", StringComparison.Ordinal))
            return [.. layers, BadName(where, environment)];

        var special = Path.Combine(Path.GetDirectoryName(file) ?? "", $"{Path.GetFileNameWithoutExtension(file)}.{environment}{Path.GetExtension(file)}");
        layers.Add(Exists(special) ? ReadFile(special) : Missing(where, special, $"create the file, correct the name of the environment, or leave {where} out"));
        return layers;
    }

    private bool Exists(string file) => file.Length > 0 && Path.Exists(Path.Combine(sources.Directory, file));

    private WrittenLayer ReadFile(string file) => new JsonLayerReader(file, problems).Read(Path.Combine(sources.Directory, file));

    private WrittenLayer Missing(string where, string file, string next)
    {
        problems.Add(new() { Where = where, Key = file, Problem = $"there is no file {file}", Expected = $"a file in {sources.Directory}", Next = next });
        return new([], Complete: false);
    }

    private WrittenLayer BadName(string where, string environment)
    {
        problems.Add(new()
        {
            Where = where,
            Key = "environment",
            Problem = $"'{environment}' cannot be part of a file's name",
            Expected = "letters, digits, '-', '_' and '.'",
            Next = "name the environment as in readiness.<environment>.json",
        });
        return new([], Complete: false);
    }
}
