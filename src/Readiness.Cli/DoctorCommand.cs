using System.CommandLine;
using Readiness.Configuration;
using Readiness.Running;
using Readiness.Running.Doctoring;
using Readiness.Running.Profiles;
using Readiness.Scenarios.Hooks;

namespace Readiness.Cli;

/// <summary><c>readiness doctor</c>: does everything come together that a certification needs?</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Tries every step from the configuration to the first events, and tells each fault with its remedy; certifies nothing");
        var options = new ConfigurationOptions().Add(
            command,
            ("--pace", "pace", "compressed or documented, as for certify"),
            ("--max-minutes", "run.maxMinutes", "The most that it may take"),
            ("--reports", "reports.directory", "Where evidence of faults goes, in a folder called doctor"));
        var switches = new Option<string?>("--sample-switch") { Description = "Turns on switches of the bundled sample, by name, separated by commas" };
        var json = new Option<bool>("--json") { Description = "As JSON, for programs" };
        command.Options.Add(switches);
        command.Options.Add(json);
        command.SetAction((line, _) => Examine(options.Read(line), (line.GetValue(switches) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries), line.GetValue(json)));
        return command;
    }

    private static async Task<int> Examine(ConfigurationInputs inputs, IReadOnlyList<string> switches, bool json)
    {
        Action<ExaminedStep> tell = json ? _ => { } : step => Host.Say(DoctorText.Of(step, Host.Paint));
        var report = ConfigurationChoice.Load(Host.Profiles, inputs, switches) switch
        {
            ConfigurationResult.Refused refused => Refuse(refused, tell),
            ConfigurationResult.Loaded loaded => await Examine(loaded, tell),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Host.Say(json ? DoctorJson.Of(report) : DoctorText.Closing(report, inputs.Directory, Host.Paint));
        return report.ExitCode;
    }

    private static DoctorReport Refuse(ConfigurationResult.Refused refused, Action<ExaminedStep> tell)
    {
        var report = RefusedConfiguration.Report(refused, TimeProvider.System.GetUtcNow());
        foreach (var step in report.Steps)
        {
            tell(step);
        }

        return report;
    }

    private static async Task<DoctorReport> Examine(ConfigurationResult.Loaded loaded, Action<ExaminedStep> tell)
    {
        var (configuration, values) = loaded;
        var valid = new ExaminedStep(DoctorSteps.Configuration, StepState.Works, $"{values.Count(value => value.Source != "default")} values are given; 'readiness config' lists them");
        tell(valid);
        using var interruption = new Interruption(TextWriter.Null);
        using var stop = new RunStop(interruption, configuration.Run.Budget, TimeProvider.System);
        var report = await new DoctorRun(Host.Profile(configuration.Profile), configuration, DotnetTestRun.PackageSet, TimeProvider.System).Examine(stop, tell);
        return report with { Steps = [valid, .. report.Steps] };
    }
}
