using System.CommandLine;
using Readiness.Configuration;
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
        command.SetAction((line, _) => Certify(options.Read(line), (line.GetValue(switches) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries), SampleDriver.Chosen(line, driver)));
        return command;
    }

    private static async Task<int> Certify(ConfigurationInputs inputs, IReadOnlyList<string> switches, DriverKind driver)
    {
        var loaded = ConfigurationChoice.Load(Host.Profiles, inputs, switches, driver);
        if (loaded is ConfigurationResult.Refused refused)
        {
            Host.Refuse(refused);
            return ExitCode.Usage;
        }

        var (configuration, values) = (ConfigurationResult.Loaded)loaded;
        return await new InProcessCertification(Host.Profile(configuration.Profile), configuration, Host.Output, Host.Paint) { Values = values }.Run();
    }
}
