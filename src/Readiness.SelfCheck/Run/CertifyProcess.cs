using System.Diagnostics;
using System.Text.Json;
using Readiness.Drivers.Launch;
using Readiness.Recording;
using Readiness.Reports;
using Readiness.Running;
using Readiness.Running.Profiles;
using Readiness.SelfCheck.Plan;
using Readiness.Verdicts;

namespace Readiness.SelfCheck.Run;

/// <summary>Certifies a cell by the command line in a process of its own, as a user would, and judges its journal again in this one.</summary>
/// <param name="command">The program and its first arguments; those of the cell are added.</param>
/// <param name="folder">Where each run gets a folder of its own.</param>
/// <param name="limit">The most that one run may take.</param>
public sealed class CertifyProcess(
    IProviderProfile profile, IReadOnlyList<string> command, Func<Cell, string, IEnumerable<string>> arguments, string folder, TimeSpan limit, TimeProvider clock) : ICellRunner
{
    private const int QuotedLines = 6;

    public async Task<CellRun> Run(Cell cell, int attempt, CancellationToken cancellation)
    {
        var place = Place(cell, attempt);
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }

        Directory.CreateDirectory(place);
        var began = clock.GetTimestamp();
        var (exitCode, output) = await Execute([.. command.Skip(1), .. arguments(cell, place)], place, cancellation);
        var took = clock.GetElapsedTime(began);
        return exitCode is { } code
            ? Read(place, code, output) with { Took = took }
            : new CellRun { ExitCode = ExitCode.Environment, Took = took, Problem = $"it did not end within {limit.TotalMinutes:0} minutes", Folder = place };
    }

    public void AsDeclared(Cell cell)
    {
        // A run that came out as declared says nothing that the matrix does not say; 150 journals would fill a CI machine's disk.
        foreach (var attempt in new[] { 1, 2 })
        {
            if (Directory.Exists(Place(cell, attempt)))
            {
                Directory.Delete(Place(cell, attempt), recursive: true);
            }
        }
    }

    private string Place(Cell cell, int attempt) =>
        Path.Combine(folder, $"{cell.Name}{(cell.Round == 1 ? "" : $"-{cell.Round}")}{(attempt == 1 ? "" : "-again")}");

    private CellRun Read(string place, int exitCode, string output)
    {
        var run = new CellRun { ExitCode = exitCode, Took = TimeSpan.Zero, Folder = place };
        var latest = Path.Combine(place, "latest");
        if (!File.Exists(latest))
        {
            return run with { Problem = $"it ended with exit code {exitCode} and left no reports: {End(output)}" };
        }

        try
        {
            var (result, journal) = ReportFolder.Read(Path.Combine(place, File.ReadAllText(latest).Trim()));
            return result is null
                ? run with { Problem = $"it left no {ReportFolder.RunFile}: {End(output)}" }
                : run with
                {
                    Problem = result.Cause == RunCause.Completed ? null : $"{result.Cause}: {result.CauseDetail}",
                    Outcome = CellOutcome.Of(result),
                    FromJournal = CellOutcome.Of(RunResults.From(journal, profile, result.Id, RunFactsNotes.Read(journal.Run!), RunCause.Done)),
                };
        }
        catch (Exception fault) when (fault is IOException or JournalFormatException or JsonException or InvalidOperationException)
        {
            return run with { ExitCode = ExitCode.Harness, Problem = $"what it left cannot be read: {fault.Message}" };
        }
    }

    /// <returns>No exit code where it did not end in time.</returns>
    private async Task<(int? ExitCode, string Output)> Execute(IReadOnlyList<string> arguments, string place, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command[0], arguments) { WorkingDirectory = place, RedirectStandardOutput = true, RedirectStandardError = true };
        Prepare(start.Environment);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start");
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(limit);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limited.Token), process.StandardError.ReadToEndAsync(limited.Token));
            await process.WaitForExitAsync(limited.Token);
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return (null, "");
        }
    }

    private static void Prepare(IDictionary<string, string?> environment)
    {
        // What is set for the user's own integration is no business of the sample.
        foreach (var name in environment.Keys.Where(name => name.StartsWith("READINESS_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            environment.Remove(name);
        }

        environment[OwnedProcesses.Variable] = OwnedProcesses.Mark;
        foreach (var (name, value) in ShortLived.Variables)
        {
            environment[name] = value;
        }
    }

    private static string End(string output) =>
        string.Join(" / ", output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(QuotedLines));
}
