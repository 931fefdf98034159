using System.CommandLine;
using Readiness.Reports.Terminal;
using Readiness.Running.Profiles;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness items</c>: what is judged, how it is known, and where it is written.</summary>
internal static class ItemsCommand
{
    public static Command Create()
    {
        var profile = new Option<string?>("--profile") { Description = "The provider profile; the default one unless given" };
        var command = new Command("items", "Lists every item of the checklist: its level, how it is proven, what it says and its source") { profile };
        command.SetAction(line => List(line.GetValue(profile)));
        return command;
    }

    private static int List(string? name)
    {
        if (Host.Profiles.FirstOrDefault(candidate => name is null ? candidate.IsDefault : Named(candidate, name)) is not { } profile)
        {
            Host.Say($"no profile is called '{name}'. Known: {string.Join(", ", Host.Profiles.Select(known => known.Checklist.Profile))}");
            return ExitCode.Usage;
        }

        Host.Say(ItemList.Of(profile.Checklist));
        return ExitCode.Ready;
    }

    private static bool Named(IProviderProfile profile, string name) => string.Equals(profile.Checklist.Profile, name, StringComparison.OrdinalIgnoreCase);
}
