namespace Readiness.Drivers.Launch;

/// <summary>The ways in which a start can fail.</summary>
public enum LaunchProblem
{
    /// <summary>None of the others; the message says it.</summary>
    Other,

    /// <summary>The working directory does not exist.</summary>
    NoFolder,

    /// <summary>No program of that name is found.</summary>
    NoCommand,

    /// <summary>The system does not start it.</summary>
    NotStarted,

    /// <summary>It ended before it was ready.</summary>
    Ended,

    /// <summary>It runs, and was not ready in time.</summary>
    NotReady,
}
