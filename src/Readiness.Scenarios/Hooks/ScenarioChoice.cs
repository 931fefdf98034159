using Readiness.Checklist;
using Readiness.Configuration;
using Readiness.Features;
using Readiness.Running;
using Readiness.Running.Profiles;

namespace Readiness.Scenarios.Hooks;

/// <summary>Which scenarios of a profile a run takes. What it leaves out is kept in mind as well: it shows as not run.</summary>
public sealed class ScenarioChoice
{
    private readonly HashSet<ItemId> items;
    private readonly TagExpression? tags;

    private ScenarioChoice(HashSet<ItemId> items, TagExpression? tags, IEnumerable<(ItemId Item, WrittenScenario Scenario)> written)
    {
        this.items = items;
        this.tags = tags;
        Planned = [.. written.Select(one => new PlannedScenario(one.Item, one.Scenario.Title, one.Scenario.Times, Takes(one.Item, one.Scenario.Tags)))];
    }

    /// <summary>Every scenario of the profile.</summary>
    public IReadOnlyList<PlannedScenario> Planned { get; }

    /// <summary>Whether the run takes a scenario of that item with these tags.</summary>
    public bool Takes(ItemId item, IEnumerable<string> tags) => items.Contains(item) && (this.tags is null || this.tags.Takes(tags));

    /// <summary>The item that a scenario belongs to; null where it belongs to another profile.</summary>
    public static ItemId? ItemOf(ProviderChecklist checklist, IEnumerable<string> tags) =>
        tags.Select(tag => new ItemId(tag)).Where(id => checklist.Find(id) is not null).ToArray() is [var only] ? only : null;

    /// <summary>Chooses as the configuration says.</summary>
    /// <param name="values">What holds, with where it was said; for messages.</param>
    /// <param name="written">The features on board.</param>
    /// <returns>The choice, or everything that is wrong with it.</returns>
    public static (ScenarioChoice? Choice, IReadOnlyList<ConfigurationProblem> Problems) Of(
        IProviderProfile profile, HarnessConfiguration configuration, IReadOnlyList<EffectiveValue> values, IReadOnlyList<WrittenScenario> written)
    {
        var checklist = profile.Checklist;
        (ItemId Item, WrittenScenario Scenario)[] own = [.. written.Select(one => (ItemOf(checklist, one.Tags), one)).Where(pair => pair.Item1 is not null).Select(pair => (pair.Item1!.Value, pair.one))];
        var asked = new SelectionProblems(checklist.Profile, values);
        if (own.Length == 0)
        {
            return (null, [asked.NoScenarios()]);
        }

        var items = configuration.Run.Items.Count > 0 ? configuration.Run.Items.ToHashSet() : checklist.Items.Select(item => item.Id).ToHashSet();
        if (configuration.Run.Failed)
        {
            items.IntersectWith(asked.Failed(configuration.ReportsDirectory) ?? []);
        }

        var tags = configuration.Run.Tags is { } text ? asked.Tags(text, own.SelectMany(pair => pair.Scenario.Tags)) : null;
        if (asked.All.Count > 0)
        {
            return (null, asked.All);
        }

        var choice = new ScenarioChoice(items, tags, own);
        return choice.Planned.Any(one => one.Taken) ? (choice, []) : (null, [asked.NothingLeft(configuration.Run, checklist)]);
    }
}
