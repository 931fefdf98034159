namespace Readiness.Configuration;

/// <summary>The layers that are dictionaries of text.</summary>
internal static class PlainLayers
{
    /// <summary>What the place of a profile's default starts with.</summary>
    public const string OfProfile = "profile '";

    public static WrittenLayer OfKeys() => From(
        ConfigurationKeys.All.Where(key => key.Default is not null).Select(key => (key.Path, key.Default!, EffectiveSettings.DefaultSource)));

    public static WrittenLayer Of(ProfileVocabulary profile) => From(
        [
            .. profile.Options.Where(option => option.Default is not null)
                .Select(option => ("sandbox.options." + option.Path, option.Default!, EffectiveSettings.DefaultSource)),
            .. profile.Defaults.Select(pair => (pair.Key, pair.Value, $"{OfProfile}{profile.Name}'")),
        ]);

    public static WrittenLayer OfRunSettings(IReadOnlyDictionary<string, string> parameters) =>
        From(parameters.Select(pair => (pair.Key, pair.Value, $".runsettings '{pair.Key}'")));

    public static WrittenLayer OfCommandLine(ConfigurationSources sources) =>
        From(sources.CommandLine.Select(pair => (pair.Key, pair.Value, sources.OptionNames.GetValueOrDefault(pair.Key) ?? $"--{pair.Key}")));

    /// <summary>An empty variable counts as none: that is what build servers make of an input left blank.</summary>
    public static WrittenLayer OfVariables(IReadOnlyDictionary<string, string> variables) => From(
        variables
            .Where(pair => pair.Key.StartsWith(ConfigurationSources.VariablePrefix, StringComparison.OrdinalIgnoreCase) && pair.Value.Length > 0)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key[ConfigurationSources.VariablePrefix.Length..].Replace("__", ".", StringComparison.Ordinal), pair.Value, pair.Key)));

    private static WrittenLayer From(IEnumerable<(string Path, string Value, string Where)> settings) =>
        new([.. settings.Select(s => new WrittenSetting(s.Path, WrittenKind.Plain, s.Value, s.Where))]);
}
