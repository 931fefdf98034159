namespace Readiness.Conventions.Tests;

/// <summary>One text file of the repository.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
internal sealed record RepositoryFile(string Path, string Text)
{
    public IReadOnlyList<string> Lines { get; } = Text.TrimEnd('\n').Split('\n');

    public string Extension => System.IO.Path.GetExtension(Path);
}
