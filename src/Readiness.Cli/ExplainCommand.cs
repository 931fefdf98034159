using System.CommandLine;
using Readiness.Checklist;
using Readiness.Configuration;
using Readiness.Features;
using Readiness.Reports.Terminal;
using Readiness.Running.Profiles;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness explain ID</c>: what an item tests, how, what fails it and what passes it, and how to mend it.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "An item's id; its first word may be left out" };
        var profile = new Option<string?>("--profile") { Description = "The provider profile; the default one unless given" };
        var command = new Command("explain", "Tells how an item is judged, what fails it, and how to mend it") { id, profile };
        command.SetAction(line => Explain(line.GetValue(id)!, line.GetValue(profile)));
        return command;
    }

    private static int Explain(string written, string? name)
    {
        if (Host.FindProfile(name) is not { } profile)
        {
            return ExitCode.Usage;
        }

        ItemId[] known = [.. profile.Checklist.Items.Select(item => item.Id)];
        if (ItemNames.Matching(written, known) is not { Count: > 0 } found)
        {
            // The nearest by either form, told by the whole id.
            var near = NearestName.Several(written, ItemNames.Of(known), 6).SelectMany(form => ItemNames.Matching(form, known)).Distinct().Take(3);
            Host.Say($"No item of the checklist {profile.Checklist.Profile} is called '{written}'. Nearest: {string.Join(", ", near)}. 'readiness items' lists them all.");
            return ExitCode.Usage;
        }

        Host.Say(string.Join($"\n\n{new string('-', Host.Width)}\n\n", found.Select(id => Of(profile, profile.Checklist.Find(id)!).Text(Host.Width, Host.Paint))));
        return ExitCode.Ready;
    }

    private static ItemExplanation Of(IProviderProfile profile, ChecklistItem item)
    {
        var (flaws, variants) = SampleSwitches.Of(item.Id);
        return new ItemExplanation
        {
            Item = item,
            Lines = [.. profile.Checklist.OfficialLines.Where(line => item.OfficialLines.Contains(line.Key))],
            Page = ItemPages.Find(profile.Checklist.Profile, item.Id),
            Scenarios =
            [
                .. FeatureText.In(Host.Features).Where(scenario => scenario.Tags.Contains(item.Id.Value))
                    .Select(scenario => new ExplainedScenario(scenario.Title, scenario.Tags.Contains("core"), [.. scenario.Tags.Where(tag => tag != "core" && tag != item.Id.Value)], scenario.Steps, scenario.Rows)),
            ],
            Flaws = flaws,
            Variants = variants,
        };
    }
}
