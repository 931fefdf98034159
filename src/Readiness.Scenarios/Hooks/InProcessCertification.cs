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
        await using var certification = new Certification(profile, configuration, DotnetTestRun.PackageSet, TimeProvider.System, output, paint);
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
        var (stopped, leftRunning) = await RunFeatures(interruption);
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

    private async Task<(RunCause? Stopped, bool LeftRunning)> RunFeatures(Interruption interruption)
    {
        var wanted = configuration.Run.Items.Select(item => item.Value).ToHashSet();
        var items = profile.Checklist.Items.Select(item => item.Id.Value).Where(id => wanted.Count == 0 || wanted.Contains(id));
        var features = await new FeatureRun(typeof(InProcessCertification).Assembly) { Selection = FeatureSelection.Of(items) }.RunAsync(interruption.Token);
        if (interruption.ExitCode is { } signal)
        {
            return (new RunCause(RunCause.Interrupted, signal == ExitCode.Terminated ? "SIGTERM" : "Ctrl-C", signal), features.LeftRunning);
        }

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
