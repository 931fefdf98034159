namespace Readiness.Configuration;

/// <summary>One layer whose keys are known.</summary>
internal sealed class Layer
{
    /// <summary>By canonical key.</summary>
    public Dictionary<string, Setting> Settings { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where sections are written, by their path with dots.</summary>
    public Dictionary<string, string> Sections { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Canonical keys of which nothing from lower layers remains: those set to null, and lists, which replace each
    /// other as a whole, for two argument lists merged entry by entry make a command line that nobody wrote.
    /// </summary>
    public HashSet<string> Replaced { get; } = new(StringComparer.OrdinalIgnoreCase);
}
