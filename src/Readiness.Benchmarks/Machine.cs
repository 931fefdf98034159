using System.Globalization;
using System.Runtime.InteropServices;

namespace Readiness.Benchmarks;

/// <summary>On what a benchmark ran, and how busy that was with other work.</summary>
internal sealed class Machine
{
    private readonly string before = Load();

    public static Machine Now() => new();

    /// <summary>One line of Markdown, from the moment of this instance until now.</summary>
    public string Line() => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {RuntimeInformation.RuntimeIdentifier}, .NET {Environment.Version}; load average of the last minute {before} before and {Load()} after.\n\n");

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
