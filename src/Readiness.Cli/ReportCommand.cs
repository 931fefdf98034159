using System.CommandLine;
using Readiness.Reports;
using Readiness.Reports.Languages;
using Readiness.Reports.Terminal;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness report RUN</c>: makes the reports again, also of a run that was killed.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The folder of a run" };
        var language = new Option<string?>("--language") { Description = "The language of the certificate: en, es or pt-BR; that of the run unless given" };
        language.AcceptOnlyFromAmong([.. ReportTexts.Languages]);
        var command = new Command("report", "Makes the reports of a run again, also of one that was killed") { run, language };
        command.SetAction((line, cancellation) => Report(line.GetValue(run)!, line.GetValue(language), cancellation));
        return command;
    }

    private static async Task<int> Report(string folder, string? language, CancellationToken cancellation)
    {
        if (RecordedRun.Read(folder, Host.Output) is not { } recorded)
        {
            return ExitCode.Usage;
        }

        // What a run said of itself stands; only where it could not is it judged here.
        var result = recorded.Result ?? recorded.Judge();
        var allure = await ReportWriter.WriteAll(result, recorded.Journal, folder, Host.Output, TimeProvider.System, cancellation, language);
        Host.Say(new ConsoleReport(Host.Paint).Closing(result, folder, allure));
        return result.ExitCode;
    }
}
