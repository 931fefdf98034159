using Readiness.Checklist;
using Readiness.Configuration;
using Readiness.Features;
using Readiness.Running;

namespace Readiness.Scenarios.Hooks;

/// <summary>What can be wrong with the choice of scenarios, told as every other problem of the configuration.</summary>
internal sealed class SelectionProblems(string profile, IReadOnlyList<EffectiveValue> values)
{
    private const string Items = "run.items";
    private const string TagsKey = "run.tags";
    private const string FailedKey = "run.failed";

    private readonly List<ConfigurationProblem> problems = [];

    public IReadOnlyList<ConfigurationProblem> All => problems;

    /// <summary>The features on board have nothing to say about the profile.</summary>
    public ConfigurationProblem NoScenarios() => Problem(
        "profile",
        $"no scenario of the features on board carries an item of the profile {profile}",
        $"features below features/{profile}",
        "restore the features and build again, or choose another profile");

    /// <summary>What failed or was not decided last time; null where that cannot be told, which is then a problem.</summary>
    public IReadOnlyList<ItemId>? Failed(string reports)
    {
        try
        {
            var last = LastRun.Read(reports);
            if (last.Result.Profile != profile)
            {
                Add(FailedKey, $"the last run, {last.Id}, is one of the profile {last.Result.Profile}", $"a run of the profile {profile}", "run everything once, without --failed");
            }
            else if (last.Open.Count == 0)
            {
                Add(FailedKey, $"nothing failed in the last run, {last.Id}, and nothing was left undecided", "a run with items to run again", "leave --failed out to run everything, or name items with --items");
            }

            return last.Open;
        }
        catch (LastRunException fault)
        {
            Add(FailedKey, fault.Message, "a run with its result in reports.directory", "run everything once, without --failed");
            return null;
        }
    }

    /// <summary>The expression; null where it is none, or names a tag that no scenario carries, which is then a problem.</summary>
    public TagExpression? Tags(string text, IEnumerable<string> known)
    {
        try
        {
            var expression = TagExpression.Parse(text);
            string[] carried = [.. known.Distinct(StringComparer.OrdinalIgnoreCase)];
            foreach (var tag in expression.Tags.Where(tag => !carried.Contains(tag, StringComparer.OrdinalIgnoreCase)))
            {
                Add(TagsKey, $"no scenario of the profile {profile} carries the tag @{tag}", "tags that scenarios carry", $"write @{string.Join(", @", NearestName.Several(tag, carried))}");
            }

            return expression;
        }
        catch (FormatException fault)
        {
            Add(TagsKey, $"'{text}' is no expression of tags: {fault.Message}", "tags joined by and, or, not and brackets", "write for instance \"@restart and not @documented-pace\"");
            return null;
        }
    }

    /// <summary>Everything is right by itself, and no scenario meets all of it.</summary>
    public ConfigurationProblem NothingLeft(RunSettings run, ProviderChecklist checklist)
    {
        ItemId[] planned = [.. run.Items.Where(id => checklist.Find(id)?.Level == Level.Planned)];
        if (planned.Length > 0 && planned.Length == run.Items.Count)
        {
            return Problem(Items, $"{string.Join(", ", planned)}: planned, and not judged by this version", "items that are judged", "choose others; 'readiness items' lists them");
        }

        string[] asked =
        [
            .. run.Items.Count > 0 ? [$"items {string.Join(", ", run.Items)}"] : Array.Empty<string>(),
            .. run.Failed ? ["what failed last time"] : Array.Empty<string>(),
            .. run.Tags is { } tags ? [$"tags {tags}"] : Array.Empty<string>(),
        ];
        return Problem(
            run.Tags is not null ? TagsKey : run.Failed ? FailedKey : Items,
            $"no scenario meets all of it: {string.Join("; ", asked)}",
            "at least one scenario to run",
            "leave one of them out; 'readiness explain ID' shows the scenarios of an item, with their tags");
    }

    private void Add(string key, string problem, string expected, string next) => problems.Add(Problem(key, problem, expected, next));

    private ConfigurationProblem Problem(string key, string problem, string expected, string next) => new()
    {
        Where = values.FirstOrDefault(value => value.Key == key || value.Key.StartsWith($"{key}.", StringComparison.Ordinal))?.Source ?? "the configuration",
        Key = key,
        Problem = problem,
        Expected = expected,
        Next = next,
    };
}
