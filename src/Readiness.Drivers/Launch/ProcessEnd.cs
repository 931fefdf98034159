namespace Readiness.Drivers.Launch;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">As the runtime reports it: above 128 on Unix for a process that a signal ended.</param>
public sealed record ProcessEnd(int ExitCode)
{
    private const int FirstSignal = 128;

    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "SIGHUP", [2] = "SIGINT", [3] = "SIGQUIT", [4] = "SIGILL", [6] = "SIGABRT", [7] = "SIGBUS", [8] = "SIGFPE", [9] = "SIGKILL", [11] = "SIGSEGV", [13] = "SIGPIPE", [15] = "SIGTERM",
    };

    /// <summary>The signal that ended it; null where it ended by itself, and where the system has no signals.</summary>
    public string? Signal => !OperatingSystem.IsWindows() && Names.TryGetValue(ExitCode - FirstSignal, out var name) ? name : null;

    /// <summary>In words: <c>exit code 7</c>, or <c>SIGKILL</c>.</summary>
    public override string ToString() => Signal ?? $"exit code {ExitCode}";
}
