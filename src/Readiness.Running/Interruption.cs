using System.Runtime.InteropServices;
using Readiness.Drivers.Launch;

namespace Readiness.Running;

/// <summary>Ctrl-C and kill: the first asks the run to end with its reports, the second ends at once, and neither leaves a process behind.</summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interruption(TextWriter output)
    {
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Take(context, Verdicts.ExitCode.Interrupted, output)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Take(context, Verdicts.ExitCode.Terminated, output)),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>The exit code of the signal that came; null where none did.</summary>
    public int? ExitCode { get; private set; }

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Take(PosixSignalContext context, int exitCode, TextWriter output)
    {
        context.Cancel = true;
        if (ExitCode is not null)
        {
            OwnedProcesses.EndOwn();
            Environment.Exit(exitCode);
        }

        ExitCode = exitCode;
        output.WriteLine("stopping; the reports of what ran are being written (once more to stop at once)");
        source.Cancel();
    }
}
