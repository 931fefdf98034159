using System.Diagnostics;
using System.Globalization;
using Readiness.Recording;

namespace Readiness.Benchmarks.Certifying;

/// <summary>One certification of the bundled sample, as a process of its own.</summary>
internal sealed record MeasuredRun
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public required int ExitCode { get; init; }

    public required Journal Journal { get; init; }

    /// <summary>From the start of the process to its end: the run, and besides it the start of .NET and the writing of the reports.</summary>
    public required TimeSpan Process { get; init; }

    /// <summary>The most memory that the harness had resident, in bytes.</summary>
    public required long HarnessPeak { get; init; }

    /// <summary>The same of the integration; the largest of its processes.</summary>
    public required long IntegrationPeak { get; init; }

    public required IReadOnlyList<Wait> Path { get; init; }

    /// <summary>The journal's last moment.</summary>
    public TimeSpan Wall => Journal.End;

    public TimeSpan Waits => Path.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait.Length);

    /// <summary>Certifies.</summary>
    /// <param name="program">The command line program's assembly.</param>
    public static async Task<MeasuredRun> Certify(string program, TimeProvider clock)
    {
        var reports = Directory.CreateTempSubdirectory("readiness-benchmark-");
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath is { } host && System.IO.Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
            {
                ArgumentList = { program, "certify", "--reports", reports.FullName },
                WorkingDirectory = reports.FullName,
                RedirectStandardOutput = true,
            };
            var began = clock.GetTimestamp();
            using var process = System.Diagnostics.Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var (harness, integration) = await Watch(process, clock);
            await output;
            var journal = reports.GetFiles("journal.ndjson", SearchOption.AllDirectories).SingleOrDefault()
                ?? throw new InvalidOperationException($"the run left no journal; it said:\n{await output}");
            var seen = JournalFormat.Read(journal.FullName);
            return new MeasuredRun
            {
                ExitCode = process.ExitCode,
                Journal = seen,
                Process = clock.GetElapsedTime(began),
                HarnessPeak = harness,
                IntegrationPeak = integration,
                Path = WaitPath.Of(seen),
            };
        }
        finally
        {
            reports.Delete(recursive: true);
        }
    }

    private static async Task<(long Harness, long Integration)> Watch(Process process, TimeProvider clock)
    {
        var (harness, integration) = (0L, 0L);
        var ended = process.WaitForExitAsync();
        while (!ended.IsCompleted)
        {
            harness = Math.Max(harness, Peak(process.Id));
            foreach (var child in Children(process.Id).Where(IsTheSample))
            {
                integration = Math.Max(integration, Peak(child));
            }

            await Task.WhenAny(ended, Task.Delay(BetweenLooks, clock));
        }

        await ended;
        return (harness, integration);
    }

    /// <summary>The high-water mark that the kernel keeps, in bytes; 0 where the process is gone, or the system keeps none.</summary>
    private static long Peak(int process) =>
        Read($"/proc/{process}/status").Split('\n').FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
            ? long.Parse(line.AsSpan(6).Trim().TrimEnd("kB "), CultureInfo.InvariantCulture) * 1024
            : 0;

    private static IEnumerable<int> Children(int process)
    {
        var tasks = $"/proc/{process}/task";
        string[] threads = Directory.Exists(tasks) ? Directory.GetDirectories(tasks) : [];
        return threads.SelectMany(thread => Read($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture));
    }

    private static bool IsTheSample(int process) => Read($"/proc/{process}/cmdline").Contains("/sample/", StringComparison.Ordinal);

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // It ended between the list and the look.
            return "";
        }
    }
}
