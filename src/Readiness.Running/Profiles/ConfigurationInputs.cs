namespace Readiness.Running.Profiles;

/// <summary>What a user said, by where it was said.</summary>
public sealed record ConfigurationInputs
{
    /// <summary>The folder that relative paths start from.</summary>
    public required string Directory { get; init; }

    public string? File { get; init; }

    public string? Environment { get; init; }

    public IReadOnlyDictionary<string, string> Variables { get; init; } = Configuration.ConfigurationSources.ProcessVariables();

    public IReadOnlyDictionary<string, string> RunSettings { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> CommandLine { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> OptionNames { get; init; } = new Dictionary<string, string>();
}
