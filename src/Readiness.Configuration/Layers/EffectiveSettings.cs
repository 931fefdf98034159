using Microsoft.Extensions.Configuration;

namespace Readiness.Configuration;

/// <summary>The layers put on top of each other: what holds, and where it comes from.</summary>
internal sealed class EffectiveSettings
{
    /// <summary>The place of a value that no layer sets.</summary>
    public const string DefaultSource = "default";

    private readonly IConfigurationRoot root;
    private readonly Dictionary<string, Setting> origins = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> sections = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last layer wins.</summary>
    public EffectiveSettings(IReadOnlyList<Layer> layers)
    {
        var builder = new ConfigurationBuilder();
        for (var i = 0; i < layers.Count; i++)
        {
            var above = layers.Skip(i + 1).SelectMany(layer => layer.Replaced).ToList();
            var remaining = layers[i].Settings.Values.Where(s => s.Where == DefaultSource || !above.Any(replaced => IsWithin(s.Canonical, replaced))).ToList();
            builder.AddInMemoryCollection(remaining.Select(s => KeyValuePair.Create(s.Canonical, (string?)s.Value)));
            foreach (var setting in remaining) origins[setting.Canonical] = setting;
            foreach (var (path, where) in layers[i].Sections.Where(s => !above.Any(replaced => IsWithin(KeySchema.Canonical(s.Key), replaced))))
                sections[path] = where;
        }

        root = builder.Build();
    }

    public IEnumerable<Setting> All => origins.Values.OrderBy(s => s.Path, StringComparer.Ordinal);

    public string? Text(string path) => root[KeySchema.Canonical(path)];

    public bool IsTrue(string path) => bool.TryParse(Text(path), out var flag) && flag;

    /// <summary>The elements in their order; empty where there is none.</summary>
    public IReadOnlyList<string> List(string path) =>
        [.. root.GetSection(KeySchema.Canonical(path)).GetChildren().Select(element => element.Value ?? "")];

    /// <summary>The entries by their names, which may hold dots.</summary>
    public IReadOnlyDictionary<string, string> Map(string path) =>
        root.GetSection(KeySchema.Canonical(path)).GetChildren().ToDictionary(entry => entry.Key, entry => entry.Value ?? "");

    /// <summary>Whether any layer sets the key or something below it; a key's own default does not count.</summary>
    public bool IsGiven(string path) => Given(path).Any();

    /// <summary>Whether a layer above the profile's sets the key or something below it, or has the section, be it empty: somebody wrote it for this integration.</summary>
    public bool IsWritten(string path) => sections.ContainsKey(path) || Given(path).Any(s => !s.Where.StartsWith(PlainLayers.OfProfile, StringComparison.Ordinal));

    /// <summary>Whether any layer sets the key or something below it, or has the section, be it empty.</summary>
    public bool IsMentioned(string path) => sections.ContainsKey(path) || IsGiven(path);

    /// <summary>Where the key, or the section, or the first key below it, is written.</summary>
    public string Where(string path) =>
        Given(path).FirstOrDefault(s => s.Path == path)?.Where
        ?? sections.GetValueOrDefault(path)
        ?? Given(path).FirstOrDefault()?.Where
        ?? "the configuration";

    private IEnumerable<Setting> Given(string path) =>
        All.Where(s => s.Where != DefaultSource && IsWithin(s.Canonical, KeySchema.Canonical(path)));

    private static bool IsWithin(string canonical, string parent) =>
        canonical.StartsWith(parent, StringComparison.OrdinalIgnoreCase)
        && (canonical.Length == parent.Length || canonical[parent.Length] == ':');
}
