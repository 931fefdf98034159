using Readiness.Running.Profiles;
using Readiness.SelfCheck.Run;
using Readiness.Verdicts;

namespace Readiness.SelfCheck.Compare;

/// <summary>What only many runs together show: verdicts that are not steady, and checks that nothing makes fail.</summary>
public static class WholeComparison
{
    /// <summary>Every item and check whose verdict was not the same each time that the same was certified.</summary>
    public static IEnumerable<Difference> Unsteady(IEnumerable<CellResult> cells) =>
        from cell in cells.GroupBy(cell => cell.Cell.Name)
        from verdict in cell
            .Where(round => round.Outcome is not null)
            .SelectMany(round => Verdicts(round.Outcome!).Select(said => (said.Item, said.What, said.Verdict, round.Cell.Round)))
            .GroupBy(said => (said.Item, said.What))
        let seen = verdict.GroupBy(said => said.Verdict).ToArray()
        where seen.Length > 1
        select new Difference(
            DifferenceKind.Unsteady,
            cell.Key,
            verdict.Key.Item,
            $"{verdict.Key.What}: {string.Join(", ", seen.Select(rounds => $"{rounds.Key.ToString().ToLowerInvariant()} in {(rounds.Count() == 1 ? "round" : "rounds")} {string.Join(' ', rounds.Select(round => round.Round))}"))}");

    /// <summary>Flaws whose check does not exist, and where every check should have had a flaw that fails it, those that had none.</summary>
    /// <param name="complete">True where each check's flaw was run, so that a check that never failed is a gap.</param>
    /// <param name="leftOut">Flaws that were left out on purpose: a check that only they fail is no gap.</param>
    public static IEnumerable<Difference> Checks(
        IProviderProfile profile, IReadOnlyList<CellResult> cells, bool complete, IEnumerable<SampleSwitch> leftOut)
    {
        string[] known = [.. profile.Checks.Select(check => check.Name)];
        foreach (var flaw in profile.KillMatrix.Switches.Where(one => one.IsFlaw && !known.Contains(one.Check)))
        {
            yield return new Difference(
                DifferenceKind.UnknownCheck, flaw.Name, flaw.Item, flaw.Check is null ? "names no check that it is there to fail" : $"names {flaw.Check}, which is no check of {profile.Checklist.Profile}");
        }

        if (!complete)
        {
            yield break;
        }

        var failed = FailedBy(cells);
        foreach (var check in profile.Checks.Where(check => !failed.Contains(check.Name) && leftOut.All(flaw => flaw.Check != check.Name)))
        {
            yield return new Difference(DifferenceKind.UnprovenCheck, check.Name, check.Item.Value, "no flaw made it fail");
        }
    }

    /// <summary>The flaws that made each check fail on an item that they declare, by the check's name.</summary>
    public static ILookup<string, string> FailedBy(IEnumerable<CellResult> cells) => (
        from cell in cells
        where cell.Cell.IsFlaw && cell.Outcome is not null
        from item in cell.Cell.Breaks
        from check in cell.Outcome!.FailedChecks(item)
        select (check, cell.Cell.Name)).Distinct().ToLookup(pair => pair.check, pair => pair.Name);

    private static IEnumerable<(string Item, string What, Verdict Verdict)> Verdicts(CellOutcome outcome) =>
    [
        .. outcome.Items.Select(item => (item.Item, "its verdict", item.Verdict)),
        .. outcome.Checks.Select(check => (check.Item, $"{check.Check} in '{check.Scenario}'", check.Verdict)),
    ];
}
