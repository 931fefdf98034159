using System.CommandLine;
using System.Text.Json;
using Readiness.Reports;
using Readiness.Reports.Comparing;
using Readiness.Reports.Terminal;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness diff OLD NEW</c>: what changed between two runs.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("OLD") { Description = "The folder of the earlier run, or its run.json" };
        var now = new Argument<string>("NEW") { Description = "The folder of the later run, or its run.json" };
        var json = new Option<bool>("--json") { Description = "As JSON, for programs" };
        var command = new Command("diff", "Shows what changed between two runs, in verdicts and in behaviour; exit code 0 where nothing did that counts, 1 where something did") { old, now, json };
        command.SetAction(line => Compare(line.GetValue(old)!, line.GetValue(now)!, line.GetValue(json)));
        return command;
    }

    private static int Compare(string before, string after, bool json)
    {
        var (old, now) = (Read(before), Read(after));
        if (old is null || now is null)
        {
            return ExitCode.Usage;
        }

        if (old.Profile != now.Profile)
        {
            Host.Say($"The runs are of different providers, {old.Profile} and {now.Profile}: there is nothing to compare. Give two runs of the same profile.");
            return ExitCode.Usage;
        }

        var comparison = RunComparison.Of(old, now);
        Host.Say(json ? JsonSerializer.Serialize(comparison, Json) : new ComparisonReport(Host.Paint).Text(comparison, old, now));
        return comparison.Differs ? ExitCode.NotReady : ExitCode.Ready;
    }

    private static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static RunResult? Read(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, ReportFolder.RunFile) : path;
        try
        {
            return RunFormat.Read(File.ReadAllBytes(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            Host.Say($"{path} is no run: {fault.Message}");
            Host.Say("Give the folder of a run, or its run.json. 'readiness report RUN' writes that of a run that was killed.");
            return null;
        }
    }
}
