using System.Diagnostics;
using Readiness.Reports.Terminal;
using Readiness.Running;
using Readiness.Running.Profiles;
using Readiness.SelfCheck;
using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Reports;
using Readiness.SelfCheck.Run;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary>A self-check from its first line on the terminal to its exit code.</summary>
internal sealed record SelfCheckRun
{
    // Ten times what a run takes on an idle machine, and the minutes that a lost event is waited for.
    private static readonly TimeSpan CompressedLimit = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan DocumentedLimit = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan BetweenStarts = TimeSpan.FromSeconds(2);

    public required IProviderProfile Profile { get; init; }

    public required MatrixSelection Selection { get; init; }

    public required MatrixPlan Plan { get; init; }

    /// <summary>The folder with the program that the runs are made with.</summary>
    public required string Program { get; init; }

    /// <summary>How that program was built, in words.</summary>
    public required string Build { get; init; }

    /// <summary>Null to choose by cores and memory.</summary>
    public required int? AtOnce { get; init; }

    public required bool Busy { get; init; }

    /// <summary>Where the reports go.</summary>
    public required string Folder { get; init; }

    public async Task<int> Run(TextWriter output, Paint paint)
    {
        var clock = TimeProvider.System;
        var atOnce = Math.Min(AtOnce ?? SideBySide.Number(Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes), Math.Max(1, Plan.Cells.Count));
        if (!Begins(atOnce, output, paint))
        {
            return ExitCode.Environment;
        }

        using var interruption = new Interruption(output);
        var (startedAt, began) = (clock.GetUtcNow(), clock.GetTimestamp());
        var runner = new CertifyProcess(Profile, Command(), Arguments, Path.Combine(Folder, "runs"), Selection.DocumentedPace ? DocumentedLimit : CompressedLimit, clock);
        using var busy = Busy ? new BusyCores() : null;
        var cells = await new MatrixRun(runner, new MatrixLines(output, paint), atOnce, BetweenStarts).Run(Plan, interruption.Token);
        var result = new MatrixResult
        {
            Profile = Profile,
            Selection = Selection,
            Plan = Plan,
            Cells = cells,
            Took = clock.GetElapsedTime(began),
            Interrupted = interruption.ExitCode,
            Facts = new MatrixFacts
            {
                HarnessVersion = RunStart.HarnessVersion,
                StartedAt = startedAt,
                AtOnce = atOnce,
                Cores = Environment.ProcessorCount,
                Busy = Busy,
                Build = Build,
            },
        };
        Report(result, output, paint);
        return result.ExitCode;
    }

    /// <returns>False where the reports could not be written; that is told.</returns>
    private bool Begins(int atOnce, TextWriter output, Paint paint)
    {
        output.WriteLine($"{paint.Strong("Self-check")} of {Profile.Checklist.Provider}, {MatrixWords.Pace(Selection.DocumentedPace)}: {Plan.Cells.Count} runs, {atOnce} side by side on {Environment.ProcessorCount} cores{(Busy ? ", each kept busy by a loop" : "")}; programs {Build}");
        try
        {
            Directory.CreateDirectory(Folder);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"{Folder} cannot be written: {fault.Message}. Make room, or name another folder with --reports.");
            return false;
        }
    }

    private void Report(MatrixResult result, TextWriter output, Paint paint)
    {
        var (page, file) = (Path.Combine(Folder, "selfcheck.html"), Path.Combine(Folder, "selfcheck.json"));
        File.WriteAllBytes(page, MatrixPage.Write(result));
        File.WriteAllBytes(file, MatrixFile.Write(result));
        output.WriteLine();
        output.WriteLine(MatrixTable.Of(result, paint));
        output.WriteLine();
        foreach (var path in new[] { page, file })
        {
            output.WriteLine($"  {Path.GetRelativePath(Environment.CurrentDirectory, path)}");
        }
    }

    /// <summary>This program as it was started: by the host of .NET, or as a program of its own.</summary>
    private IReadOnlyList<string> Command() =>
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet"
            ? [host, Path.Combine(Program, $"{typeof(SelfCheckRun).Assembly.GetName().Name}.dll")]
            : [Environment.ProcessPath ?? throw new UnreachableException("a process knows its program")];

    private IEnumerable<string> Arguments(Cell cell, string place) =>
    [
        "certify", "--reports", place, "--set", $"profile={Profile.Checklist.Profile}", "--set", "reports.allure=false", "--set", "reports.package=false",
        "--pace", Selection.DocumentedPace ? "documented" : "compressed",
        "--sample-driver", SampleDriver.Word(Selection.Driver),
        .. cell.Switch is null ? Array.Empty<string>() : ["--sample-switch", cell.Name],
    ];
}
