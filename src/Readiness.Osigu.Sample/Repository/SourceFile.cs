namespace Readiness.Osigu.Sample.Repository;

/// <summary>One file of the clinic's source tree.</summary>
/// <param name="Path">From the tree's root, with forward slashes.</param>
internal sealed record SourceFile(string Path, byte[] Content)
{
    /// <summary>A file of text, in UTF-8.</summary>
    public static SourceFile Of(string path, string text) => new(path, System.Text.Encoding.UTF8.GetBytes(text));
}
