namespace Readiness.Configuration;

/// <summary>A key that a written path meant, and the path in the key's own spelling.</summary>
/// <param name="Key">The key.</param>
/// <param name="Path">With dots, as messages show it.</param>
/// <param name="Canonical">With colons, as Microsoft.Extensions.Configuration looks it up.</param>
internal sealed record KeyMatch(ConfigurationKey Key, string Path, string Canonical);
