namespace Readiness.Configuration;

/// <summary>The file or folder that is tested.</summary>
/// <param name="Name">As it was written; of a full path, its last part alone.</param>
/// <param name="Path">The full path.</param>
public sealed record ArtefactSettings(string Name, string Path);
