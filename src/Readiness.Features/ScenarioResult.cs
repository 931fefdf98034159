namespace Readiness.Features;

/// <summary>How a scenario ended, as its steps left it; the verdict on an item is another matter.</summary>
public enum ScenarioResult
{
    /// <summary>Every step ran to its end.</summary>
    Passed,

    /// <summary>A step or a hook threw, or no step definition fits.</summary>
    Failed,

    /// <summary>A step or a hook declared that it proves nothing.</summary>
    Inconclusive,

    /// <summary>A step, a hook or a tag took it out.</summary>
    Skipped,

    /// <summary>It was under way when the run was cancelled.</summary>
    GivenUp,

    /// <summary>The run was cancelled before it.</summary>
    NotRun,
}
