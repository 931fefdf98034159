using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Readiness.Drivers.Launch;

/// <summary>
/// Finds and ends every process that a run started, also grandchildren that left the process tree: each inherits an environment variable
/// that names the harness process which owns it.
/// </summary>
public static class OwnedProcesses
{
    /// <summary>The variable that every launched process inherits.</summary>
    public const string Variable = "READINESS_OWNER";

    // Seconds. Start times are computed from the boot time, which moves when the machine's clock is set.
    private const long StartTolerance = 5;

    private static int launches;

    /// <summary>The mark of this harness process: its id and start time, so that a recycled id is not taken for it.</summary>
    public static string Mark { get; } = MarkOf(Process.GetCurrentProcess());

    /// <summary>A mark for one program among several that this harness process starts.</summary>
    public static string NextMark() => string.Create(CultureInfo.InvariantCulture, $"{Mark}:{Interlocked.Increment(ref launches)}");

    /// <summary>Ends everything that this harness process started.</summary>
    public static int EndOwn() => End(mark => mark == Mark || mark.StartsWith(Mark + ":", StringComparison.Ordinal));

    /// <summary>Ends what carries that very mark, and nothing else that this harness process started.</summary>
    public static int EndMarked(string own) => End(mark => mark == own);

    /// <summary>Ends what harness processes started that are no longer there: the orphans of a killed run.</summary>
    /// <returns>How many processes were ended.</returns>
    public static int EndOrphans() => End(mark => mark != Mark && !OwnerLives(mark));

    private static int End(Func<string, bool> belongs)
    {
        // Only here can the environment of another process be read; elsewhere the process tree has to do.
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        var ended = 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && id != Environment.ProcessId
                && MarkIn(folder) is { } mark
                && belongs(mark)
                && Kill(id))
            {
                ended++;
            }
        }

        return ended;
    }

    private static string? MarkIn(string folder)
    {
        try
        {
            var environment = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "environ")));
            return environment.Split('\0').FirstOrDefault(entry => entry.StartsWith(Variable + "=", StringComparison.Ordinal))?[(Variable.Length + 1)..];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It belongs to another user, or is gone: not ours either way.
            return null;
        }
    }

    private static bool OwnerLives(string mark)
    {
        var parts = mark.Split(':');
        if (parts.Length < 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var started))
        {
            return true;
        }

        try
        {
            using var owner = Process.GetProcessById(id);
            return Math.Abs(StartOf(owner) - started) <= StartTolerance;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string MarkOf(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{process.Id}:{StartOf(process)}");

    private static long StartOf(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();

    private static bool Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
            return true;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // Gone in the meantime.
            return false;
        }
    }
}
