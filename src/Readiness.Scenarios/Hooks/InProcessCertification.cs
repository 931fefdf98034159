using Readiness.Configuration;
using Readiness.Features;
using Readiness.Reports.Terminal;
using Readiness.Running;
using Readiness.Running.Profiles;
using Readiness.Verdicts;

namespace Readiness.Scenarios.Hooks;

/// <summary>Certifies in this process, without a test host: runs the features of this assembly from the first line to the exit code, heeding Ctrl-C.</summary>
public sealed class InProcessCertification(IProviderProfile profile, HarnessConfiguration configuration, TextWriter output, Paint paint)
{
    /// <summary>What holds of the configuration with where it was said, for messages.</summary>
    public IReadOnlyList<EffectiveValue> Values { get; init; } = [];

    /// <summary>Told the result and the run's folder once the reports are there, also of a run that could not begin.</summary>
    public Action<RunResult, string>? Reported { get; init; }

    /// <summary>Certifies, and writes the reports.</summary>
    /// <returns>The exit code, by cause.</returns>
    public async Task<int> Run()
    {
        var (choice, problems) = ScenarioChoice.Of(profile, configuration, Values, FeatureText.In(typeof(InProcessCertification).Assembly));
        if (choice is null)
        {
            await output.WriteLineAsync(ConfigurationProblems.Render(problems));
            return ExitCode.Usage;
        }

        using var interruption = new Interruption(output);
        using var stop = new RunStop(interruption, configuration.Run.Budget, TimeProvider.System);
        await using var certification = new Certification(profile, configuration, DotnetTestRun.PackageSet, TimeProvider.System, output, paint);
        try
        {
            if (await certification.Begin(stop) is { } fault)
            {
                Report(certification);
                return fault.ExitCode;
            }
        }
        catch (OperationCanceledException) when (interruption.ExitCode is not null)
        {
            Report(certification);
            return interruption.ExitCode.Value;
        }

        CurrentRun.Begin(certification.Run!, choice);
        var (broken, leftRunning) = await RunFeatures(choice, interruption);
        var keep = configuration.Run.Keep && interruption.ExitCode is null;
        var verdict = await certification.Finish(broken, keep);
        Report(certification);
        var code = interruption.ExitCode ?? verdict;
        if (keep && code != ExitCode.Ready && interruption.ExitCode is null)
        {
            await Keep(certification.Run!, interruption);
        }

        if (leftRunning)
        {
            // A scenario that would not end holds NUnit's threads, and those would hold the process.
            await certification.DisposeAsync();
            Environment.Exit(code);
        }

        return code;
    }

    private void Report(Certification certification)
    {
        if (certification is { Result: { } result, Folder: { } folder })
        {
            Reported?.Invoke(result, folder);
        }
    }

    private async Task<(RunCause? Broken, bool LeftRunning)> RunFeatures(ScenarioChoice choice, Interruption interruption)
    {
        var selection = FeatureSelection.Where(scenario => ScenarioChoice.ItemOf(profile.Checklist, scenario.Tags) is { } item && choice.Takes(item, scenario.Tags));
        var features = await new FeatureRun(typeof(InProcessCertification).Assembly) { Selection = selection }.RunAsync(interruption.Token);
        return features.Faults.Count > 0
            ? (new RunCause(RunCause.Harness, string.Join("; ", features.Faults), ExitCode.Harness), features.LeftRunning)
            : (null, features.LeftRunning);
    }

    private async Task Keep(CertificationRun run, Interruption interruption)
    {
        await output.WriteLineAsync($"\nkept up for a look: sandbox {run.SandboxUrl}, receiver {run.Receiver?.ToString() ?? "none"}; Ctrl-C ends both");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, interruption.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
