using System.Diagnostics;
using System.Globalization;

namespace Readiness.EndToEnd.Tests.Processes;

/// <summary>Signals, as a terminal or a service manager sends them.</summary>
internal static class Signals
{
    /// <summary>Sends one. A process that is gone in the meantime is no fault.</summary>
    public static async Task Send(string name, int process)
    {
        using var shell = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {process} 2>/dev/null || true")]);
        await shell.WaitForExitAsync();
    }
}
