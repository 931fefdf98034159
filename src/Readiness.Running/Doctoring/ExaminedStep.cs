namespace Readiness.Running.Doctoring;

/// <summary>One step of the way from the configuration to the first events.</summary>
/// <param name="Step">What was tried.</param>
/// <param name="Found">What came back; for a step that was not tried, why.</param>
public sealed record ExaminedStep(string Step, StepState State, string Found)
{
    /// <summary>The fault's name in <c>docs/doctor.md</c>; null for a step that works, and for a fault that is not listed there.</summary>
    public string? Fault { get; init; }

    /// <summary>What to do about a fault; null elsewhere.</summary>
    public string? Remedy { get; init; }

    /// <summary>The exit code of a fault; null elsewhere.</summary>
    public int? ExitCode { get; init; }
}

/// <summary>What became of a step.</summary>
public enum StepState
{
    /// <summary>It works.</summary>
    Works,

    /// <summary>It does not.</summary>
    Fault,

    /// <summary>It rests on one that does not.</summary>
    NotTried,
}
