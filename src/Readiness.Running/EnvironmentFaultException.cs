namespace Readiness.Running;

/// <summary>The integration or its surroundings do not work, so that nothing can be judged. Never a failed item.</summary>
/// <param name="step">What was tried.</param>
/// <param name="message">What came back.</param>
/// <param name="remedy">What to do about it.</param>
/// <param name="exitCode">2 where the configuration is wrong, else 3.</param>
/// <param name="fault">The fault's name in <c>docs/doctor.md</c>; null for one that is not listed there.</param>
public sealed class EnvironmentFaultException(string step, string message, string remedy, int exitCode = Verdicts.ExitCode.Environment, string? fault = null) : Exception(message)
{
    public string Step { get; } = step;

    public string Remedy { get; } = remedy;

    public int ExitCode { get; } = exitCode;

    public string? Fault { get; } = fault;

    /// <summary>This fault as the reason for which a run ended.</summary>
    public RunCause AsCause() =>
        new(ExitCode == Verdicts.ExitCode.Usage ? RunCause.Configuration : RunCause.Environment, $"{Step}: {Message}. Next: {Remedy}", ExitCode);
}
