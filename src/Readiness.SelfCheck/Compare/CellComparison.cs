using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Run;
using Readiness.Verdicts;

namespace Readiness.SelfCheck.Compare;

/// <summary>Compares one run with what the matrix demands of its cell.</summary>
public static class CellComparison
{
    /// <summary>Every difference of one run; empty where it came out as declared.</summary>
    public static IReadOnlyList<Difference> Of(Cell cell, CellRun run)
    {
        if (!run.IsSound)
        {
            var kind = run.ExitCode == ExitCode.Environment ? DifferenceKind.NoRun : DifferenceKind.HarnessFault;
            return [new(kind, cell.Title, null, run.Problem ?? $"the certification ended with exit code {run.ExitCode}")];
        }

        var outcome = run.Outcome!;
        return
        [
            .. Declared(cell, outcome),
            .. OwnCheck(cell, outcome),
            .. NotDeclared(cell, outcome),
            .. LeftOpen(cell, outcome),
            .. outcome.Undecided.Where(item => !cell.LeavesOpen.Contains(item.Item)).Select(item => new Difference(DifferenceKind.Undecided, cell.Title, item.Item, $"{Word(item.Verdict)}: {item.Said}")),
            .. OwnCheckUndecided(cell, outcome),
            .. JudgedAgain(cell, run),
            .. run.ExitCode == outcome.ExitCode
                ? Array.Empty<Difference>()
                : [new Difference(DifferenceKind.WrongExitCode, cell.Title, null, $"exit code {run.ExitCode}, where {outcome.ExitCode} follows from the items")],
        ];
    }

    private static IEnumerable<Difference> Declared(Cell cell, CellOutcome outcome)
    {
        string[] failed = [.. outcome.Failed];
        string[] decided = [.. cell.Breaks.Except(failed).Except(outcome.Undecided.Select(item => item.Item)).Except(OwnCheckUndecided(cell, outcome).Select(open => open.Item!))];
        return failed.Length == 0 && cell.IsFlaw && decided.Length == cell.Breaks.Count()
            ? [new Difference(DifferenceKind.Uncaught, cell.Title, cell.Switch!.Item, $"nothing fails; {cell.Switch.Check ?? "a check"} has to fail {string.Join(", ", cell.Breaks)}")]
            : decided.Select(item => new Difference(DifferenceKind.Missed, cell.Title, item, "passes, and is declared to break"));
    }

    /// <summary>The flaw's own check did not decide, while the item did, by another scenario or a statement.</summary>
    private static IEnumerable<Difference> OwnCheckUndecided(Cell cell, CellOutcome outcome)
    {
        if (cell.Switch is not { IsFlaw: true, Check: { } check, Item: var item } || outcome.Failed.Contains(item) || outcome.Undecided.Any(open => open.Item == item))
        {
            yield break;
        }

        if (outcome.Checks.FirstOrDefault(one => one.Check == check && one.Verdict == Verdict.Inconclusive) is { } open)
        {
            yield return new Difference(DifferenceKind.Undecided, cell.Title, item, $"{check}: {open.Said}");
        }
    }

    private static IEnumerable<Difference> LeftOpen(Cell cell, CellOutcome outcome) => cell.LeavesOpen
        .Except(outcome.Undecided.Select(item => item.Item))
        .Except(outcome.Failed)
        .Select(item => new Difference(DifferenceKind.Missed, cell.Title, item, "passes, and is declared to be left open"));

    private static IEnumerable<Difference> OwnCheck(Cell cell, CellOutcome outcome)
    {
        if (cell.Switch is { IsFlaw: true, Check: { } check, Item: var item } && outcome.Failed.Contains(item) && !outcome.FailedChecks(item).Contains(check))
        {
            yield return new Difference(DifferenceKind.OtherCheck, cell.Title, item, $"{check} has to fail it and does not; {string.Join(", ", outcome.FailedChecks(item))} does");
        }
    }

    private static IEnumerable<Difference> NotDeclared(Cell cell, CellOutcome outcome) =>
        from item in outcome.Failed.Except(cell.Breaks)
        let checks = outcome.Checks.Where(check => check.Item == item && check.Verdict == Verdict.Failed).Select(check => $"{check.Check} ({check.Said})").Distinct()
        select new Difference(cell.IsFlaw ? DifferenceKind.Undeclared : DifferenceKind.Flagged, cell.Title, item, $"fails by {string.Join(", ", checks)}");

    private static IEnumerable<Difference> JudgedAgain(Cell cell, CellRun run)
    {
        if (run.FromJournal is not { } again)
        {
            yield return new Difference(DifferenceKind.JournalDisagrees, cell.Title, null, "the journal could not be judged again");
            yield break;
        }

        foreach (var (then, now) in run.Outcome!.Items.Zip(again.Items).Where(pair => pair.First.Verdict != pair.Second.Verdict || pair.First.Item != pair.Second.Item))
        {
            yield return new Difference(DifferenceKind.JournalDisagrees, cell.Title, then.Item, $"the run said {Word(then.Verdict)}, its journal says {Word(now.Verdict)}");
        }

        var said = run.Outcome.Checks.Select(check => (check.Item, check.Scenario, check.Check, check.Verdict));
        if (!said.SequenceEqual(again.Checks.Select(check => (check.Item, check.Scenario, check.Check, check.Verdict))))
        {
            yield return new Difference(DifferenceKind.JournalDisagrees, cell.Title, null, "the checks say something else of the journal than they said in the run");
        }
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.NotRun => "not run",
        Verdict.NotApplicable => "not applicable",
        _ => verdict.ToString().ToLowerInvariant(),
    };
}
