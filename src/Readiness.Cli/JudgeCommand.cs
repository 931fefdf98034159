using System.CommandLine;
using Readiness.Recording;
using Readiness.Reports;
using Readiness.Reports.Terminal;
using Readiness.Running;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness judge RUN</c>: judges a recorded journal again, in a process that saw nothing of the run.</summary>
internal static class JudgeCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The folder of a run, or its journal.ndjson" };
        var command = new Command("judge", "Judges the journal of a run again, from nothing but the journal") { run };
        command.SetAction(line => Judge(line.GetValue(run)!));
        return command;
    }

    private static int Judge(string path)
    {
        var folder = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        if (RecordedRun.Read(folder, Host.Output) is not { } recorded)
        {
            return ExitCode.Usage;
        }

        var result = recorded.Judge();
        var report = new ConsoleReport(Host.Paint);
        foreach (var item in result.Items.Where(item => item.Verdict != Verdict.Planned))
        {
            Host.Say(report.Item(item));
        }

        Host.Say("");
        Host.Say(Host.Paint.Strong(Host.Paint.Of(result.Overall, result.Headline)));
        string[] differences = recorded.Result is null
            ? []
            :
            [
                .. result.Items.Join(recorded.Result.Items, item => item.Item.Id, item => item.Item.Id, (now, then) => (now, then))
                    .Where(pair => pair.now.Verdict != pair.then.Verdict)
                    .Select(pair => $"{pair.now.Item.Id}: run.json says {pair.then.Verdict}, the journal says {pair.now.Verdict}"),
            ];
        foreach (var difference in differences)
        {
            Host.Say(difference);
        }

        return differences.Length > 0 ? ExitCode.Harness : result.ExitCode;
    }
}
