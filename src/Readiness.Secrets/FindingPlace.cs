using System.Globalization;

namespace Readiness.Secrets;

/// <summary>One place where a secret stands.</summary>
public sealed record FindingPlace
{
    /// <summary>Relative to the base folder of the scan, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The way through archives, outermost entry first; empty where the file itself holds it.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];

    /// <summary>From 1; null in what has no lines, and in a name.</summary>
    public int? Line { get; init; }

    /// <summary>The commit that brought it; null for what is in the working tree.</summary>
    public string? Commit { get; init; }

    /// <summary>How a known secret is encoded there: <c>plain</c>, <c>base64</c>, <c>basic</c>, <c>hex</c>, <c>url</c>, <c>json</c>, <c>html</c> or <c>utf-16</c>; null for what a rule found.</summary>
    public string? Encoding { get; init; }

    /// <summary>One line for people: <c>lib/app.jar!/application.yml:12 (commit 1a2b3c4d)</c>.</summary>
    public override string ToString()
    {
        var text = string.Concat(Entries.Select(entry => $"!/{entry}").Prepend(Path));
        if (Line is { } line)
        {
            text += string.Create(CultureInfo.InvariantCulture, $":{line}");
        }

        return Commit is null ? text : $"{text} (commit {Commit[..Math.Min(Commit.Length, 10)]})";
    }
}
