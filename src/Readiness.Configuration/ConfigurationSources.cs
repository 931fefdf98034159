using System.Collections;

namespace Readiness.Configuration;

/// <summary>Everything that a configuration is read from. Nothing else is looked at.</summary>
public sealed record ConfigurationSources
{
    /// <summary>The file that is read where none is named.</summary>
    public const string DefaultFile = "readiness.json";

    /// <summary>The variable that names the environment where the command line does not.</summary>
    public const string EnvironmentVariable = "READINESS_ENVIRONMENT";

    /// <summary>What a variable's name starts with that sets a key: <c>READINESS__driver__url</c>.</summary>
    public const string VariablePrefix = "READINESS__";

    /// <summary>The folder that relative paths start from: where the harness was started.</summary>
    public required string Directory { get; init; }

    /// <summary>The profiles to choose from.</summary>
    public required IReadOnlyList<ProfileVocabulary> Profiles { get; init; }

    /// <summary>The profile that the program supplies where no layer names one.</summary>
    public string? DefaultProfile { get; init; }

    /// <summary>The file named by <c>--config</c>, which then must exist; null reads <see cref="DefaultFile"/> if it is there.</summary>
    public string? File { get; init; }

    /// <summary>The folder of the configuration file, which evidence and policy start from.</summary>
    internal string FileFolder => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(Directory, File ?? DefaultFile))) ?? Directory;

    /// <summary>The value of <c>--environment</c>; null takes <see cref="EnvironmentVariable"/>. Its file then must exist beside the first.</summary>
    public string? Environment { get; init; }

    /// <summary>The process's environment variables, such as <see cref="ProcessVariables"/>.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Parameters of a <c>.runsettings</c> file, by keys with dots.</summary>
    public IReadOnlyDictionary<string, string> RunSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>What the command line sets, by keys with dots.</summary>
    public IReadOnlyDictionary<string, string> CommandLine { get; init; } = new Dictionary<string, string>();

    /// <summary>The option behind a key of <see cref="CommandLine"/> where it is not called like the key: <c>run.maxMinutes</c> → <c>--max-minutes</c>.</summary>
    public IReadOnlyDictionary<string, string> OptionNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Says what day it is.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The variables of this process.</summary>
    public static IReadOnlyDictionary<string, string> ProcessVariables() =>
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
}
