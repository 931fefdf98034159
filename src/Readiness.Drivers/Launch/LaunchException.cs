namespace Readiness.Drivers.Launch;

/// <summary>The integration could not be started. A fault of the environment, never of an item.</summary>
public sealed class LaunchException(string message, string remedy, LaunchProblem problem = LaunchProblem.Other) : Exception(message)
{
    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>Which kind of problem it is.</summary>
    public LaunchProblem Problem { get; } = problem;

    /// <summary>How it ended, where it did; null elsewhere.</summary>
    public ProcessEnd? End { get; init; }

    /// <summary>What the system or the address that it was waited for said last; null where that has no meaning.</summary>
    public string? Answer { get; init; }
}
