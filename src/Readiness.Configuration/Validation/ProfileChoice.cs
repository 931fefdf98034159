namespace Readiness.Configuration;

/// <summary>Which profile the layers choose; it has to be known before anything else can be checked.</summary>
internal sealed class ProfileChoice(ConfigurationSources sources, List<ConfigurationProblem> problems)
{
    private const string Key = "profile";

    /// <summary>Null where the choice is wrong or missing; then that is reported.</summary>
    /// <param name="layers">The lowest first.</param>
    /// <param name="complete">Whether every layer could be read; else the choice may be in what was not.</param>
    public ProfileVocabulary? Choose(IReadOnlyList<WrittenLayer> layers, bool complete)
    {
        var names = string.Join(" or ", sources.Profiles.Select(p => p.Name));
        var choice = layers.SelectMany(layer => layer.Settings).LastOrDefault(s => string.Equals(s.Path, Key, StringComparison.OrdinalIgnoreCase) && s.Kind != WrittenKind.Nothing);
        if (choice is { Kind: not (WrittenKind.Plain or WrittenKind.Text) }) return null;

        var name = choice?.Value ?? sources.DefaultProfile;
        var profile = sources.Profiles.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
        if (profile is not null) return profile;

        if (name is null && complete)
            problems.Add(new() { Where = "the configuration", Key = Key, Problem = "no profile is named", Expected = names, Next = "set profile, in a file or on the command line" });
        else if (name is { Length: > 0 })
            problems.Add(new() { Where = choice?.Where ?? EffectiveSettings.DefaultSource, Key = Key, Problem = $"there is no profile '{name}'", Expected = names, Next = $"write {NearestName.Of(name, sources.Profiles.Select(p => p.Name)) ?? names}" });
        return null;
    }
}
