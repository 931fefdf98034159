using Readiness.Recording;
using Readiness.Reports;
using Readiness.Running;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary>A run as its folder holds it.</summary>
/// <param name="Result">Its <c>run.json</c>; null where the run was killed before it wrote one.</param>
internal sealed record RecordedRun(string Folder, Journal Journal, RunResult? Result)
{
    /// <summary>Reads a run's folder; null where it holds none, which is then told.</summary>
    public static RecordedRun? Read(string folder, TextWriter output)
    {
        try
        {
            var (result, journal) = ReportFolder.Read(folder);
            if (journal.Run is { } run && Host.Profiles.Any(profile => profile.Checklist.Profile == run.Profile))
            {
                return new RecordedRun(folder, journal, result);
            }

            output.WriteLine($"{folder}: the journal does not begin with a run of a profile that this version knows.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JournalFormatException or System.Text.Json.JsonException)
        {
            output.WriteLine($"{folder} is no folder of a run: {fault.Message}");
        }

        output.WriteLine("Give the folder of a run, such as reports/2026-01-31T12-00-00Z-profile; reports/latest holds the newest one's name.");
        return null;
    }

    /// <summary>The run's result, from the journal alone; how it ended comes from <c>run.json</c> where there is one.</summary>
    public RunResult Judge()
    {
        var run = Journal.Run!;
        var stopped = Journal.NotesNamed(NoteNames.RunStopped).LastOrDefault();
        var cause = Result is { Cause: not RunCause.Completed }
            ? new RunCause(Result.Cause, Result.CauseDetail, Result.ExitCode)
            : stopped is not null
                ? new RunCause(stopped["cause"] ?? RunCause.Interrupted, stopped["detail"], stopped["cause"] == RunCause.Configuration ? ExitCode.Usage : ExitCode.Incomplete)
                : Journal.IsClosed ? RunCause.Done : new RunCause(RunCause.Interrupted, "the journal breaks off: the run was killed", ExitCode.Incomplete);
        return RunResults.From(Journal, Host.Profile(run.Profile), Result?.Id ?? Path.GetFileName(Path.GetFullPath(Folder).TrimEnd('/')), RunFactsNotes.Read(run), cause);
    }
}
