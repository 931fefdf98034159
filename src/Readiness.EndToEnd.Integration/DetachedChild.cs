using System.Diagnostics;

namespace Readiness.EndToEnd.Integration;

/// <summary>A process that leaves the process tree: its parent ends at once, and it has a session of its own.</summary>
internal static class DetachedChild
{
    /// <param name="pidFile">Gets its process id.</param>
    public static async Task Start(string pidFile)
    {
        var start = new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", "setsid sleep 1800 </dev/null >/dev/null 2>&1 & echo $! > \"$0\"", pidFile } };
        using var shell = Process.Start(start)!;
        await shell.WaitForExitAsync();
    }
}
