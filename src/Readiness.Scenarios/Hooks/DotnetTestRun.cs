using System.Reflection;
using Readiness.Configuration;
using Readiness.Features;
using Readiness.Reports.Terminal;
using Readiness.Running;
using Readiness.Running.Profiles;

namespace Readiness.Scenarios.Hooks;

/// <summary>Certifies under <c>dotnet test</c>: begins before the first scenario unless a host program did, and ends in the last test.</summary>
[Binding]
public static class DotnetTestRun
{
    private static Certification? certification;
    private static RunStop? stop;

    /// <summary>Why no scenario may run; null where they may.</summary>
    public static string? Fault { get; private set; }

    [BeforeTestRun]
    public static async Task Begin()
    {
        if (CurrentRun.Exists)
        {
            return;
        }

        try
        {
            // The Gherkin runtime gives a hook a synchronisation context that ends with it. What is started here goes on, and must not belong to that.
            await Task.Run(() => Begin(KnownProfiles.In(typeof(DotnetTestRun).Assembly)));
        }
        catch (Exception fault)
        {
            // Thrown from here it would show every scenario as failed, which would blame the partner.
            Fault = $"the harness failed: {fault}";
        }
    }

    /// <summary>Judges the run as a whole.</summary>
    /// <returns>Null where it is ready; otherwise the answer and the reasons, for the message of the last test.</returns>
    public static async Task<string?> End()
    {
        if (Fault is not null || certification is null)
        {
            return Fault ?? "the run did not begin";
        }

        var code = await certification.Finish();
        return code == Verdicts.ExitCode.Ready ? null : new ConsoleReport(Paint.Plain).Closing(certification.Result!, certification.Run!.Folder.Path, null);
    }

    [AfterTestRun]
    public static async Task CleanUp()
    {
        if (certification is not null)
        {
            CurrentRun.End();
            await certification.DisposeAsync();
            certification = null;
            stop?.Dispose();
            stop = null;
        }
    }

    private static async Task Begin(IReadOnlyList<IProviderProfile> profiles)
    {
        var parameters = TestContext.Parameters;
        var loaded = ConfigurationChoice.Load(profiles, new ConfigurationInputs
        {
            Directory = Root(),
            RunSettings = parameters.Names.ToDictionary(name => name, name => parameters[name] ?? ""),
        }, []);
        if (loaded is not ConfigurationResult.Loaded good)
        {
            Fault = ConfigurationProblems.Render(((ConfigurationResult.Refused)loaded).Problems);
            return;
        }

        var profile = profiles.Single(candidate => candidate.Checklist.Profile == good.Configuration.Profile);
        var (choice, problems) = ScenarioChoice.Of(profile, good.Configuration, good.Values, FeatureText.In(typeof(DotnetTestRun).Assembly));
        if (choice is null)
        {
            Fault = ConfigurationProblems.Render(problems);
            return;
        }

        // Signals are the test host's business.
        stop = new RunStop(interruption: null, good.Configuration.Run.Budget, TimeProvider.System);
        certification = new Certification(profile, good.Configuration, PackageSet, TimeProvider.System, RawStandardOutput.Open(), Paint.Plain);
        if (await certification.Begin(stop) is { } fault)
        {
            Fault = $"{fault.Step}: {fault.Message}. Next: {fault.Remedy}";
            return;
        }

        CurrentRun.Begin(certification.Run!, choice);
    }

    /// <summary>The package set that this assembly was built with.</summary>
    public static string PackageSet { get; } =
        typeof(DotnetTestRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(metadata => metadata.Key == "PackageSet")?.Value ?? "unknown";

    /// <summary>The test host starts in the output folder; a configuration and its reports belong to the folder in which the launcher was called, or else to that of the solution.</summary>
    private static string Root()
    {
        if (Environment.GetEnvironmentVariable("READINESS_FOLDER") is { Length: > 0 } caller && Directory.Exists(caller))
        {
            return caller;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any())
            {
                return folder.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }
}
