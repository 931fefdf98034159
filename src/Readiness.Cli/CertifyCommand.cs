using System.CommandLine;
using Readiness.Configuration;
using Readiness.Features;
using Readiness.Running;
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
            ("--items", "run.items", "Only these items, by id, separated by commas"),
            ("--max-minutes", "run.maxMinutes", "The most that the run may take"),
            ("--keep", "run.keep", "Leaves sandbox and integration up after a run that is not ready"),
            ("--reports", "reports.directory", "Where the reports go"));
        var switches = new Option<string?>("--sample-switch") { Description = "Turns on switches of the bundled sample, by name, separated by commas" };
        command.Options.Add(switches);
        command.SetAction((line, _) => Certify(options.Read(line), (line.GetValue(switches) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)));
        return command;
    }

    private static async Task<int> Certify(ConfigurationInputs inputs, IReadOnlyList<string> switches)
    {
        var loaded = ConfigurationChoice.Load(Host.Profiles, inputs, switches);
        if (loaded is ConfigurationResult.Refused refused)
        {
            Host.Refuse(refused);
            return ExitCode.Usage;
        }

        var configuration = ((ConfigurationResult.Loaded)loaded).Configuration;
        using var interruption = new Interruption(Host.Output);
        await using var certification = new Certification(
            Host.Profile(configuration.Profile), configuration, DotnetTestRun.PackageSet, TimeProvider.System, Host.Output, Host.Paint);
        try
        {
            if (await certification.Begin(interruption.Token) is { } fault)
            {
                return fault.ExitCode;
            }
        }
        catch (OperationCanceledException) when (interruption.ExitCode is not null)
        {
            return interruption.ExitCode.Value;
        }

        CurrentRun.Set(certification.Run);
        var (stopped, leftRunning) = await RunFeatures(certification.Run!, configuration, interruption);
        var code = await certification.Finish(stopped);
        if (configuration.Run.Keep && code != ExitCode.Ready && interruption.ExitCode is null)
        {
            await Keep(certification.Run!, interruption);
        }

        if (leftRunning)
        {
            // A scenario that would not end holds NUnit's threads, and those would hold the process.
            await certification.DisposeAsync();
            Environment.Exit(interruption.ExitCode ?? code);
        }

        return interruption.ExitCode ?? code;
    }

    private static async Task<(RunCause? Stopped, bool LeftRunning)> RunFeatures(CertificationRun run, HarnessConfiguration configuration, Interruption interruption)
    {
        var wanted = configuration.Run.Items.Select(item => item.Value).DefaultIfEmpty().OfType<string>().ToHashSet();
        var items = run.Profile.Checklist.Items.Select(item => item.Id.Value).Where(id => wanted.Count == 0 || wanted.Contains(id));
        var features = await new FeatureRun(Host.Features) { Selection = FeatureSelection.Of(items) }.RunAsync(interruption.Token);
        if (interruption.ExitCode is { } signal)
        {
            return (new RunCause(RunCause.Interrupted, signal == ExitCode.Terminated ? "SIGTERM" : "Ctrl-C", signal), features.LeftRunning);
        }

        return features.Faults.Count > 0
            ? (new RunCause(RunCause.Harness, string.Join("; ", features.Faults), ExitCode.Harness), features.LeftRunning)
            : (null, features.LeftRunning);
    }

    private static async Task Keep(CertificationRun run, Interruption interruption)
    {
        Host.Say($"\nkept up for a look: sandbox {run.SandboxUrl}, receiver {run.Receiver?.ToString() ?? "none"}; Ctrl-C ends both");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, interruption.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
