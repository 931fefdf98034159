using Readiness.Configuration;
using Readiness.Recording;
using Readiness.Reports;
using Readiness.Reports.Allure;
using Readiness.Reports.Terminal;
using Readiness.Running.Profiles;
using Readiness.Running.Progress;
using Readiness.Sealing;
using Readiness.Sealing.Leaks;
using Readiness.Sealing.Signing;
using Readiness.Verdicts;

namespace Readiness.Running;

/// <summary>One certification from its first line on the terminal to its exit code, whoever runs the features in between.</summary>
public sealed class Certification(IProviderProfile profile, HarnessConfiguration configuration, string packageSet, TimeProvider clock, TextWriter output, Paint paint) : IAsyncDisposable
{
    private readonly TerminalProgress progress = new(output, paint, clock);
    private RunStart? start;
    private SealKey? key;

    /// <summary>The run under way; null before it began, and where it could not begin.</summary>
    public CertificationRun? Run { get; private set; }

    /// <summary>What came of it; null before its end.</summary>
    public RunResult? Result { get; private set; }

    /// <summary>The run's folder; null before there is one.</summary>
    public string? Folder => start?.Folder?.Path;

    /// <summary>Puts everything into place.</summary>
    /// <param name="stop">What ends the run early.</param>
    /// <returns>Null where the run may begin; otherwise the fault, of which the reports are already written.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted; the reports are already written.</exception>
    public async Task<EnvironmentFaultException?> Begin(RunStop stop)
    {
        progress.Say($"{paint.Strong($"Certifying {configuration.Integration.Name}")} against {profile.Checklist.Provider}, {(configuration.Pace == Pace.Documented ? "documented pace" : "compressed pace (a rehearsal)")}, package set {packageSet}");
        try
        {
            // First of all, for a key that cannot be read should not come to light when the run is over.
            key = DeclaredSeal.Key(configuration.Seal);
            start = new RunStart(profile, configuration, packageSet, clock, progress, key.IsIdentified ? key.Public.Id : null);
            Run = await start.Begin(stop);
            progress.Say("");
            return null;
        }
        catch (EnvironmentFaultException fault)
        {
            progress.Say($"{paint.Bad("fault")}  {fault.Step}: {fault.Message}");
            progress.Say($"    next  {fault.Remedy}");
            progress.Say("'readiness doctor' tries every step, and tells all faults at once");
            await Report(fault.AsCause());
            return fault;
        }
        catch (OperationCanceledException) when (stop.Cause is { } cause)
        {
            await Report(cause with { Detail = $"{cause.Detail}, before the first scenario" });
            throw;
        }
    }

    /// <summary>Ends the run, writes the reports and tells the answer.</summary>
    /// <param name="fault">A fault of the harness that ended it; null where there was none.</param>
    /// <param name="keep">Leaves sandbox and integration up until this is disposed of. The journal is closed all the same.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> Finish(RunCause? fault = null, bool keep = false)
    {
        var run = Run ?? throw new InvalidOperationException("the run did not begin");
        Result = await run.Complete(fault, keep);
        var journal = run.Context.Recorder.Snapshot();
        return await Write(Result, journal, run.Folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (Run is not null)
        {
            await Run.DisposeAsync();
        }

        key?.Dispose();
    }

    /// <summary>Reports of a run that could not begin: from what its journal holds.</summary>
    private async Task Report(RunCause cause)
    {
        if (start?.Folder is not { } folder || !File.Exists(folder.Journal))
        {
            return;
        }

        var journal = JournalFormat.Read(folder.Journal);
        if (journal.Run is not null)
        {
            Result = RunResults.From(journal, profile, folder.Id, start.Facts, cause);
            await Write(Result, journal, folder);
        }
    }

    /// <returns>The exit code, by cause.</returns>
    private async Task<int> Write(RunResult result, Journal journal, RunFolder folder)
    {
        AllureReport? allure = null;
        if (configuration.MakesAllureReport)
        {
            allure = await ReportWriter.WriteAll(result, journal, folder.Path, output, clock);
        }
        else
        {
            ReportWriter.Write(result, journal, folder.Path);
        }

        folder.PointLatestHere();
        progress.Say("");
        progress.Say(new ConsoleReport(paint).Closing(result, Path.GetRelativePath(Environment.CurrentDirectory, folder.Path), allure));
        if (!configuration.MakesPackage)
        {
            return result.ExitCode;
        }

        var known = start!.Minted is { } minted ? KnownValues.Of(minted) : KnownValues.None;
        var packed = await Packaging.Run(folder.Path, new SealingOptions { Key = key!, Known = known, Clock = clock, Nonce = configuration.Seal.Nonce, MaxMailMegabytes = configuration.Mail.MaxMegabytes }, progress.Say);
        return packed == ExitCode.Ready || result.ExitCode != ExitCode.Ready ? result.ExitCode : packed;
    }
}
