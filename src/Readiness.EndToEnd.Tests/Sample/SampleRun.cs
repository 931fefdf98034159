using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Sample;

/// <summary>One complete run of the bundled sample, shared by everything that only reads it.</summary>
[SetUpFixture]
public sealed class SampleRun
{
    private static readonly Lazy<Task<Finished>> Shared = new(Start);
    private static readonly Workplace Place = new();

    /// <summary>The run, once it has ended.</summary>
    internal static Task<Finished> Once() => Shared.Value;

    [OneTimeTearDown]
    public void Remove() => Place.Dispose();

    private static async Task<Finished> Start()
    {
        await using var certify = RunningProgram.Readiness(Place.Folder, "certify");
        await certify.Line("ok  a well-signed event");
        var clinic = ProcessTable.OwnedBy(certify.Id).Single(id => ProcessTable.CommandLine(id).Contains("Sample.dll", StringComparison.Ordinal));
        var known = new KnownToTheClinic(ProcessTable.Variable(clinic, "SECRETS_DIR")!, ProcessTable.Variable(clinic, "STATE_DIR")!);

        // What the clinic knows of people changes while it works, and is gone with the run.
        foreach (var item in new[] { "OSG-TOKEN-02 ", "OSG-FLOW-03 ", "OSG-DISP-01 ", "OSG-HOOK-04 " })
        {
            await certify.Line(item);
            known.Look();
        }

        var exit = await certify.Exit();
        return new Finished(Place.Run, exit, certify.Output, known);
    }

    /// <summary>A run that ended.</summary>
    /// <param name="Known">Secrets and people that must be in none of its files.</param>
    internal sealed record Finished(RunOnDisk Run, int ExitCode, string Output, KnownToTheClinic Known);
}
