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
    /// <summary>Certifies, and writes the reports.</summary>
    /// <returns>The exit code, by cause.</returns>
    public async Task<int> Run()
    {
        using var interruption = new Interruption(output);
        using var stop = new RunStop(interruption, configuration.Run.Budget, TimeProvider.System);
        await using var certification = new Certification(profile, configuration, DotnetTestRun.PackageSet, TimeProvider.System, output, paint);
        try
        {
            if (await certification.Begin(stop) is { } fault)
            {
                return fault.ExitCode;
            }
        }
        catch (OperationCanceledException) when (interruption.ExitCode is not null)
        {
            return interruption.ExitCode.Value;
        }

        CurrentRun.Set(certification.Run);
        var (broken, leftRunning) = await RunFeatures(interruption);
        var keep = configuration.Run.Keep && interruption.ExitCode is null;
        var verdict = await certification.Finish(broken, keep);
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

    private async Task<(RunCause? Broken, bool LeftRunning)> RunFeatures(Interruption interruption)
    {
        var wanted = configuration.Run.Items.Select(item => item.Value).ToHashSet();
        var items = profile.Checklist.Items.Select(item => item.Id.Value).Where(id => wanted.Count == 0 || wanted.Contains(id));
        var features = await new FeatureRun(typeof(InProcessCertification).Assembly) { Selection = FeatureSelection.Of(items) }.RunAsync(interruption.Token);
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
