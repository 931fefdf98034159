namespace Readiness.Secrets.Sources;

/// <summary>Where a content comes from.</summary>
/// <param name="Path">As in findings.</param>
/// <param name="Commit">The commit that brought it; null for a file.</param>
internal sealed record ContentPlace(string Path, string? Commit = null)
{
    /// <summary>The way through archives, outermost entry first.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];

    /// <summary>The name by which its format is known: of the innermost entry, or of the file.</summary>
    public string Name => Entries is [.., var last] ? last : Path;

    public ContentPlace Entry(string name) => this with { Entries = [.. Entries, name] };

    public FindingPlace At(int? line, string? encoding) => new() { Path = Path, Entries = Entries, Commit = Commit, Line = line, Encoding = encoding };

    public override string ToString() => At(null, null).ToString();
}
