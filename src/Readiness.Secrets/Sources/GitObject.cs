namespace Readiness.Secrets.Sources;

/// <summary>One object of git that holds text of people: a blob, or the message of a commit or tag.</summary>
internal sealed class GitObject(string id, string path)
{
    public string Id { get; } = id;

    /// <summary>A path under which it is reachable.</summary>
    public string Path { get; set; } = path;

    /// <summary>The first commit that brought it; null until that is known.</summary>
    public string? Commit { get; set; }

    /// <summary><c>blob</c>, <c>commit</c>, <c>tag</c> or <c>tree</c>; null for one that is missing.</summary>
    public string? Kind { get; set; }

    public long Size { get; set; }
}
