namespace Readiness.Configuration;

/// <summary>The environment variables of which somebody says that they may name a production host.</summary>
internal sealed class HarmlessNames(IEnumerable<WrittenLayer> layers)
{
    public const string Section = "integration.harmless";
    public const string Environment = "integration.launch.environment";

    private readonly HashSet<string> names = layers
        .SelectMany(layer => layer.Settings)
        .Where(setting => setting.Path.StartsWith($"{Section}.", StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(setting.Value))
        .Select(setting => setting.Path[(Section.Length + 1)..])
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for such a variable, and for the reason itself, which may well name the host.</summary>
    public bool Covers(Setting setting) =>
        setting.Key.Base == Section || (setting.Key.Base == Environment && names.Contains(setting.Path[(Environment.Length + 1)..]));
}
