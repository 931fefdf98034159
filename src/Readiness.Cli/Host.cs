using System.Reflection;
using Readiness.Configuration;
using Readiness.Features;
using Readiness.Reports.Terminal;
using Readiness.Running.Profiles;
using Readiness.Scenarios.Hooks;

namespace Readiness.Cli;

/// <summary>What every command shares: the features on board, the profiles they bring, and the terminal.</summary>
internal static class Host
{
    /// <summary>The assembly that holds the compiled features.</summary>
    public static Assembly Features { get; } = typeof(ScenarioHooks).Assembly;

    public static IReadOnlyList<IProviderProfile> Profiles { get; } = KnownProfiles.In(Features);

    /// <summary>Standard output itself; NUnit takes hold of the console while features run.</summary>
    public static TextWriter Output { get; } = RawStandardOutput.Open();

    public static Paint Paint { get; } = Paint.For(!Console.IsOutputRedirected, Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Columns of the terminal: as it says, or as <c>COLUMNS</c> says where output goes elsewhere; from 60 to 120.</summary>
    public static int Width { get; } = Math.Clamp(
        !Console.IsOutputRedirected ? Console.WindowWidth : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) ? columns : 100, 60, 120);

    /// <summary>The profile of that name, or the default one; null where there is none of that name, which is then told.</summary>
    public static IProviderProfile? FindProfile(string? name)
    {
        var found = Profiles.FirstOrDefault(candidate => name is null ? candidate.IsDefault : string.Equals(candidate.Checklist.Profile, name, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            Say($"no profile is called '{name}'. Known: {string.Join(", ", Profiles.Select(known => known.Checklist.Profile))}");
        }

        return found;
    }

    public static IProviderProfile Profile(string name) => Profiles.Single(profile => profile.Checklist.Profile == name);

    /// <summary>One line, or several, to the user.</summary>
    public static void Say(string text) => Output.WriteLine(text);

    /// <summary>Tells what is wrong with a configuration.</summary>
    public static void Refuse(ConfigurationResult.Refused refused) => Say(ConfigurationProblems.Render(refused.Problems));
}
