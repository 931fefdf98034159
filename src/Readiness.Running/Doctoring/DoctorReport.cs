namespace Readiness.Running.Doctoring;

/// <summary>What an examination found.</summary>
public sealed record DoctorReport
{
    /// <summary>The provider profile; null where the configuration was refused.</summary>
    public string? Profile { get; init; }

    /// <summary>The integration's name; null where the configuration was refused.</summary>
    public string? Integration { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>In the order in which they were tried.</summary>
    public required IReadOnlyList<ExaminedStep> Steps { get; init; }

    /// <summary>The folder with the journal and the integration's output; null where nothing was wrong, and where nothing was started.</summary>
    public string? Evidence { get; init; }

    /// <summary>The signal that ended it early, as an exit code; null where it came to its end.</summary>
    public int? Interrupted { get; init; }

    public IReadOnlyList<ExaminedStep> Faults => [.. Steps.Where(step => step.State == StepState.Fault)];

    /// <summary>0 where everything works; otherwise that of the first fault.</summary>
    public int ExitCode => Interrupted ?? (Faults is [var first, ..] ? first.ExitCode!.Value : Verdicts.ExitCode.Ready);
}
