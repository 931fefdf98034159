using System.CommandLine;
using Readiness.Reports;
using Readiness.Reports.Terminal;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness items</c>: what is judged, how it is known, and where it is written.</summary>
internal static class ItemsCommand
{
    public static Command Create()
    {
        var profile = new Option<string?>("--profile") { Description = "The provider profile; the default one unless given" };
        var json = new Option<bool>("--json") { Description = "As JSON, for programs" };
        var command = new Command("items", "Lists every item of the checklist: its level, how it is proven, what it says and its source") { profile, json };
        command.SetAction(line => List(line.GetValue(profile), line.GetValue(json)));
        return command;
    }

    private static int List(string? name, bool json)
    {
        if (Host.FindProfile(name) is not { } profile)
        {
            return ExitCode.Usage;
        }

        Host.Say(json ? ItemCatalogue.Of(profile.Checklist) : ItemList.Of(profile.Checklist, Host.Width));
        return ExitCode.Ready;
    }
}
