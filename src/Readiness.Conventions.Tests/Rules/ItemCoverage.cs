using System.Text.RegularExpressions;
using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Conventions.Tests.Rules;

/// <summary>From every item a thread leads to its scenarios and its checks, and back.</summary>
internal static partial class ItemCoverage
{
    /// <summary>Scenarios that do not carry exactly one tag of the form of an id, or an id that does not exist.</summary>
    public static IEnumerable<string> Untagged(IEnumerable<WrittenScenario> scenarios, ProviderChecklist checklist) =>
        from scenario in scenarios
        let ids = scenario.Tags.Where(tag => Id().IsMatch(tag)).ToArray()
        where ids is not [var only] || checklist.Find(new(only)) is null
        select $"'{scenario.Title}' carries {(ids.Length == 0 ? "no item" : string.Join(" and ", ids))}";

    /// <summary>Judged items that no core scenario exercises.</summary>
    public static IEnumerable<string> WithoutCore(IEnumerable<WrittenScenario> scenarios, ProviderChecklist checklist)
    {
        var cores = scenarios.Where(scenario => scenario.Tags.Contains("core")).SelectMany(scenario => scenario.Tags).ToHashSet();
        return Judged(checklist).Where(item => !cores.Contains(item.Id.Value)).Select(item => $"{item.Id} has no core scenario");
    }

    /// <summary>Judged items that no check judges; statements of people need none.</summary>
    public static IEnumerable<string> WithoutCheck(IReadOnlyList<ICheck> checks, ProviderChecklist checklist) =>
        Judged(checklist).Where(item => item.Proof != ProofClass.Attest && checks.All(check => check.Item != item.Id)).Select(item => $"{item.Id} has no check");

    /// <summary>Checks of items that do not exist or are not judged.</summary>
    public static IEnumerable<string> WithoutItem(IReadOnlyList<ICheck> checks, ProviderChecklist checklist) =>
        checks.Where(check => Judged(checklist).All(item => item.Id != check.Item)).Select(check => $"{check.Name} judges {check.Item}, which is no judged item");

    /// <summary>Checks that no step asks for.</summary>
    public static IEnumerable<string> NeverRequired(IReadOnlyList<ICheck> checks, IEnumerable<RepositoryFile> steps)
    {
        var required = steps.SelectMany(file => Requirement().Matches(file.Text)).Select(found => found.Groups[1].Value).ToHashSet();
        return checks.Where(check => !required.Contains(check.Name)).Select(check => $"no step requires {check.Name}");
    }

    public static IEnumerable<ChecklistItem> Judged(ProviderChecklist checklist) => checklist.Items.Where(item => item.Level != Level.Planned);

    [GeneratedRegex("^[A-Z]+-[A-Z]+-[0-9]+$")]
    private static partial Regex Id();

    [GeneratedRegex(@"\.Require<(\w+)>\(\)")]
    private static partial Regex Requirement();
}
