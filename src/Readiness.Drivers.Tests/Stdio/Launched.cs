using Readiness.Drivers.Launch;
using Readiness.Drivers.Stdio;

namespace Readiness.Drivers.Tests.Stdio;

/// <summary>A shell script that plays the integration under test, and the driver that talks to it.</summary>
internal sealed class Launched : IAsyncDisposable
{
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("readiness-drivers-").FullName;
    private readonly List<string> searched = [];
    private readonly ProcessOutput output;

    private Launched(string script)
    {
        output = new ProcessOutput(LogFile, (line, _) =>
        {
            searched.Add(line);
            return line;
        });
        Process = new IntegrationProcess(
            new LaunchPlan { Command = "/bin/sh", Arguments = ["-c", script], WorkingDirectory = folder, ReadyLimit = Long }, output, TimeProvider.System);
        Driver = new StdioDriver(Process, TimeProvider.System);
    }

    public StdioDriver Driver { get; }

    public IntegrationProcess Process { get; }

    /// <summary>Everything that was searched for secrets, in order.</summary>
    public IReadOnlyList<string> Searched => searched;

    /// <summary>What was kept of its output.</summary>
    public IReadOnlyList<string> Log => File.ReadAllLines(LogFile);

    private string LogFile => Path.Combine(folder, "output.txt");

    public static async Task<Launched> Start(string script)
    {
        var launched = new Launched(script);
        await launched.Process.Start(CancellationToken.None);
        return launched;
    }

    public Task<DriverAnswer> Ask(string input = "{}", TimeSpan? limit = null) => Driver.Perform("beneficiary.search", input, limit ?? Long, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Driver.Dispose();
        await Process.DisposeAsync();
        output.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
