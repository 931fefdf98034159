using System.CommandLine;
using System.Globalization;
using Readiness.Configuration;
using Readiness.Reports.GitHub;
using Readiness.Running.Profiles;
using Readiness.Scenarios.Hooks;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness certify</c>: the main job.</summary>
internal static class CertifyCommand
{
    public static Command Create()
    {
        var command = new Command("certify", "Certifies an integration; without a configuration, the bundled sample");
        var options = new ConfigurationOptions().Add(
            command,
            ("--pace", "pace", "compressed (a rehearsal) or documented (what a submission needs)"),
            ("--strict", "strict", "Contract items block as well"),
            ("--items", "run.items", "Only these items, separated by commas; the first word of an id may be left out, and HOOK-* means several"),
            ("--tags", "run.tags", "Only scenarios with these tags: \"@restart and not @documented-pace\""),
            ("--failed", "run.failed", "Only what failed or was not decided in the last run"),
            ("--max-minutes", "run.maxMinutes", "The most that the run may take"),
            ("--keep", "run.keep", "Leaves sandbox and integration up after a run that is not ready"),
            ("--reports", "reports.directory", "Where the reports go"),
            ("--language", "reports.language", "The language of the certificate and the e-mail: en, es or pt-BR"));
        var switches = new Option<string?>("--sample-switch") { Description = "Turns on switches of the bundled sample, by name, separated by commas" };
        command.Options.Add(switches);
        var driver = SampleDriver.Option("--sample-driver", "How the bundled sample is driven");
        command.Options.Add(driver);
        var sarif = SarifOption.Create();
        command.Options.Add(sarif);
        command.SetAction((line, _) => Certify(options.Read(line), line.GetValue(sarif), (line.GetValue(switches) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries), SampleDriver.Chosen(line, driver)));
        return command;
    }

    private static async Task<int> Certify(ConfigurationInputs inputs, string? sarif, IReadOnlyList<string> switches, DriverKind driver)
    {
        var job = GitHubJob.From(Environment.GetEnvironmentVariable);
        var loaded = ConfigurationChoice.Load(Host.Profiles, inputs, switches, driver);
        if (loaded is ConfigurationResult.Refused refused)
        {
            Host.Refuse(refused);
            if (job is not null)
            {
                GitHubJob.Tell(refused.Problems.Select(problem => Annotated(problem, job)), Host.Output);
            }

            return ExitCode.Usage;
        }

        var (configuration, values) = (ConfigurationResult.Loaded)loaded;
        var written = true;
        var code = await new InProcessCertification(Host.Profile(configuration.Profile), configuration, Host.Output, Host.Paint) { Values = values, Reported = Report }.Run();
        return code == ExitCode.Ready && !written ? ExitCode.Harness : code;

        void Report(RunResult result, string folder)
        {
            written = SarifOption.Write(sarif, result, folder);
            if (job is not null)
            {
                RunOnGitHub.Tell(job, result, folder, Host.Output);
            }
        }
    }

    /// <summary>A problem at the line of the file that it is in, as far as it is in one.</summary>
    private static Annotation Annotated(ConfigurationProblem problem, GitHubJob job)
    {
        var at = problem.Where.Split(':');
        var file = File.Exists(at[0]) ? job.Place(at[0]) : null;
        var line = file is not null && at.Length > 1 && int.TryParse(at[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return new Annotation("error", problem.Key, $"{problem.Problem}; expected: {problem.Expected}; next: {problem.Next}", file, line);
    }
}
