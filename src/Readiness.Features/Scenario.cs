namespace Readiness.Features;

/// <summary>A scenario: a row of an outline is one of its own.</summary>
public sealed record Scenario
{
    /// <summary>NUnit's full name, unique in an assembly.</summary>
    public required string Id { get; init; }

    /// <summary>The title of the feature.</summary>
    public required string Feature { get; init; }

    /// <summary>The title of the scenario; rows of an outline share it.</summary>
    public required string Title { get; init; }

    /// <summary>The scenario's tags and its feature's, without <c>@</c>.</summary>
    public required IReadOnlyList<string> Tags { get; init; }
}
