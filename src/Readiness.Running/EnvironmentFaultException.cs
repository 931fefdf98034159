namespace Readiness.Running;

/// <summary>The integration or its surroundings do not work, so that nothing can be judged. Never a failed item.</summary>
/// <param name="step">What was tried.</param>
/// <param name="message">What came back.</param>
/// <param name="remedy">What to do about it.</param>
/// <param name="exitCode">2 where the configuration is wrong, else 3.</param>
public sealed class EnvironmentFaultException(string step, string message, string remedy, int exitCode = Verdicts.ExitCode.Environment) : Exception(message)
{
    public string Step { get; } = step;

    public string Remedy { get; } = remedy;

    public int ExitCode { get; } = exitCode;
}
