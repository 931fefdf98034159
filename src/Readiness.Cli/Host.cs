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

    public static IProviderProfile Profile(string name) => Profiles.Single(profile => profile.Checklist.Profile == name);

    /// <summary>One line, or several, to the user.</summary>
    public static void Say(string text) => Output.WriteLine(text);

    /// <summary>Tells what is wrong with a configuration.</summary>
    public static void Refuse(ConfigurationResult.Refused refused) => Say(ConfigurationProblems.Render(refused.Problems));
}
