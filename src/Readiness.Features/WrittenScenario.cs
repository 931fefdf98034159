namespace Readiness.Features;

/// <summary>A scenario as it stands in its feature; an outline with all of its rows is one.</summary>
public sealed record WrittenScenario
{
    /// <summary>The file, as it was embedded: <c>features/provider/04-safe-retries.feature</c>.</summary>
    public required string File { get; init; }

    /// <summary>The title of the feature.</summary>
    public required string Feature { get; init; }

    public required string Title { get; init; }

    /// <summary>Its own text, without line ends.</summary>
    public required string Description { get; init; }

    /// <summary>Its tags and its feature's, without <c>@</c>.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Each as it is written, keyword first; steps of a background come before its own.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>The rows of its examples, each as <c>status 400, place body</c>; empty where it is no outline.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>How often it runs.</summary>
    public int Times => Math.Max(1, Rows.Count);
}
