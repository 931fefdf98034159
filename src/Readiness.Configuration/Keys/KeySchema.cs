namespace Readiness.Configuration;

/// <summary>The keys with the profile's names filled in; finds which key a written path means, in any case.</summary>
internal sealed class KeySchema
{
    private static readonly IReadOnlyList<string> ProfileSections = ["sandbox.options", CredentialCheck.Section, "capabilities", "attestations", "waivers"];

    private readonly bool profileKnown;
    private readonly Dictionary<string, ConfigurationKey> scalars;
    private readonly Dictionary<string, ConfigurationKey> lists;
    private readonly IReadOnlyList<ConfigurationKey> maps;
    private readonly Dictionary<string, string> sections = new(StringComparer.OrdinalIgnoreCase);

    public KeySchema(ProfileVocabulary? profile)
    {
        profileKnown = profile is not null;
        IReadOnlyList<ConfigurationKey> keys = [.. ConfigurationKeys.All.SelectMany(key => Expand(key, profile))];
        scalars = keys.Where(k => !k.IsList && !k.IsMap).ToDictionary(k => k.Path, StringComparer.OrdinalIgnoreCase);
        lists = keys.Where(k => k.IsList).ToDictionary(k => k.Base, StringComparer.OrdinalIgnoreCase);
        maps = [.. keys.Where(k => k.IsMap)];
        foreach (var section in ProfileSections) sections[section] = section;
        foreach (var key in keys)
        {
            if (key.IsMap) sections[key.Base] = key.Base;
            for (var dot = key.Base.LastIndexOf('.'); dot > 0; dot = key.Base.LastIndexOf('.', dot - 1))
                sections[key.Base[..dot]] = key.Base[..dot];
        }
    }

    /// <summary>The keys that have one value each.</summary>
    public IEnumerable<ConfigurationKey> Scalars => scalars.Values;

    /// <summary>The names that a section or a value can have, for suggestions.</summary>
    public IEnumerable<string> Names => [.. scalars.Keys, .. lists.Keys, .. sections.Keys];

    public static string Canonical(string path) => path.Replace('.', ':');

    /// <summary>The key of one value: a scalar, an element of a list, or an entry of a map.</summary>
    public KeyMatch? Find(string path)
    {
        if (scalars.TryGetValue(path, out var scalar)) return new(scalar, scalar.Path, Canonical(scalar.Path));

        var dot = path.LastIndexOf('.');
        if (dot > 0 && lists.TryGetValue(path[..dot], out var list) && int.TryParse(path[(dot + 1)..], out var index) && index >= 0)
            return new(list, $"{list.Base}.{index}", $"{Canonical(list.Base)}:{index}");

        var map = maps.FirstOrDefault(m => path.Length > m.Base.Length + 1 && path.StartsWith(m.Base + ".", StringComparison.OrdinalIgnoreCase));
        if (map is null) return null;
        var name = path[(map.Base.Length + 1)..];
        return new(map, $"{map.Base}.{name}", $"{Canonical(map.Base)}:{name}");
    }

    public ConfigurationKey? FindList(string path) => lists.GetValueOrDefault(path);

    /// <summary>The section in its own spelling, or null where the path is none.</summary>
    public string? FindSection(string path) => sections.GetValueOrDefault(path);

    /// <summary>Whether only a profile could say if the path exists, and none is known.</summary>
    public bool IsBeyondJudgement(string path) =>
        !profileKnown && ProfileSections.Any(section => path.StartsWith(section + ".", StringComparison.OrdinalIgnoreCase));

    /// <summary>A key for each of the names that the profile supplies in it.</summary>
    public static IEnumerable<ConfigurationKey> Expand(ConfigurationKey key, ProfileVocabulary? profile) => key.Path switch
    {
        var path when path.EndsWith(".<option>", StringComparison.Ordinal) =>
            (profile?.Options ?? []).Select(option => option with { Path = $"{key.Base}.{option.Path}" }),
        var path when path.EndsWith(".<credential>", StringComparison.Ordinal) =>
            (profile?.Credentials ?? []).Select(credential => key with { Path = $"{key.Base}.{credential.Name}" }),
        var path when path.Contains("<capability>", StringComparison.Ordinal) =>
            (profile?.Capabilities ?? []).Select(name => key with { Path = path.Replace("<capability>", name, StringComparison.Ordinal) }),
        var path when path.Contains("<item>", StringComparison.Ordinal) =>
            (profile?.Items ?? []).Select(item => key with { Path = path.Replace("<item>", item.Value, StringComparison.Ordinal) }),
        _ => [key],
    };
}
