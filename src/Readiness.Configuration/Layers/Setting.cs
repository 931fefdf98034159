namespace Readiness.Configuration;

/// <summary>A setting whose key is known.</summary>
/// <param name="Key">The key it sets.</param>
/// <param name="Path">With dots, in the key's spelling.</param>
/// <param name="Canonical">With colons, as it is looked up.</param>
/// <param name="Value">The text as written.</param>
/// <param name="Where">What a message names as its place.</param>
internal sealed record Setting(ConfigurationKey Key, string Path, string Canonical, string Value, string Where);
