using Readiness.Configuration;
using Readiness.Running.Profiles;

namespace Readiness.Running.Doctoring;

/// <summary>One examination without a certification: starts everything, tries every step, ends everything.</summary>
public sealed class DoctorRun(IProviderProfile profile, HarnessConfiguration configuration, string packageSet, TimeProvider clock)
{
    /// <summary>The folder below <c>reports.directory</c> that holds the evidence of the last examination that found something.</summary>
    public const string EvidenceFolder = "doctor";

    private const int ShortestSecret = 6;

    /// <summary>What stands before the first step that needs the run's folder.</summary>
    private static readonly IReadOnlyList<string> Everything = [DoctorSteps.Production, DoctorSteps.Sandbox, DoctorSteps.Start, .. DoctorSteps.OfTheIntegration];

    private static readonly string[] Evidence = ["journal.ndjson", "integration-output.txt"];

    /// <param name="told">Called with each step as it ends.</param>
    public async Task<DoctorReport> Examine(RunStop stop, Action<ExaminedStep> told)
    {
        var (began, started) = (clock.GetTimestamp(), clock.GetUtcNow());
        var elsewhere = Directory.CreateTempSubdirectory("readiness-doctor-");
        RunStart? start = null;
        var progress = new DoctorProgress(told, text => Hide(start?.Minted?.Mask(text, (_, _) => { }) ?? text));
        try
        {
            start = new RunStart(profile, configuration with { ReportsDirectory = elsewhere.FullName }, packageSet, clock, progress) { Examination = Examination.ToTheEnd(progress) };
            await Examine(start, progress, stop);
            return new DoctorReport
            {
                Profile = profile.Checklist.Profile,
                Integration = configuration.Integration.Name,
                StartedAt = started,
                Duration = clock.GetElapsedTime(began),
                Steps = progress.Steps,
                Evidence = progress.Steps.Any(step => step.State == StepState.Fault) && start.Folder is { } folder ? Keep(folder.Path) : null,
                Interrupted = stop.Cause is { Word: RunCause.Interrupted, ExitCode: { } code } ? code : null,
            };
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    private static async Task Examine(RunStart start, DoctorProgress progress, RunStop stop)
    {
        try
        {
            await start.Examine(stop);
        }
        catch (EnvironmentFaultException fault)
        {
            progress.Faulted(fault);
            SkipTheRest(progress, fault.Fault == ConfigurationFaults.ProductionTraffic.Name ? "nothing goes on once production is named" : "it rests on that");
        }
        catch (OperationCanceledException) when (stop.Cause is not null)
        {
            SkipTheRest(progress, "it was interrupted");
        }
    }

    private static void SkipTheRest(DoctorProgress progress, string because)
    {
        foreach (var step in Everything.Except(progress.Steps.Select(step => step.Step)))
        {
            progress.NotTried(step, because);
        }
    }

    /// <summary>Keeps what was recorded where a reader finds it, in place of what the last examination left.</summary>
    private string? Keep(string folder)
    {
        var kept = Path.Combine(configuration.ReportsDirectory, EvidenceFolder);
        try
        {
            Directory.CreateDirectory(kept);
            foreach (var file in Evidence)
            {
                File.Delete(Path.Combine(kept, file));
                if (Path.Combine(folder, file) is var source && File.Exists(source))
                {
                    File.Copy(source, Path.Combine(kept, file));
                }
            }

            return kept;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The faults are told all the same.
            return null;
        }
    }

    /// <summary>Takes out what the configuration refers to by <c>env:NAME</c>, because that is where it keeps its secrets.</summary>
    private string Hide(string text)
    {
        var variables = ConfigurationSources.ProcessVariables();
        LaunchSettings? launch = configuration.Integration.Launch;
        var referred = configuration.Driver.Headers.Values.Concat(launch?.Environment.Values ?? [])
            .Where(value => SecretReference.Resolve(value, variables) != value)
            .Select(value => SecretReference.Resolve(value, variables))
            .Where(value => value.Length >= ShortestSecret);
        return referred.Aggregate(text, (hidden, secret) => hidden.Replace(secret, "***", StringComparison.Ordinal));
    }
}
