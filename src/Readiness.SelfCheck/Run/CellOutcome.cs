using Readiness.Checklist;
using Readiness.Verdicts;

namespace Readiness.SelfCheck.Run;

/// <summary>What a certification said of one check in one scenario.</summary>
/// <param name="Said">What was seen, in one sentence.</param>
public sealed record CheckOutcome(string Item, string Scenario, string Check, Verdict Verdict, string Said);

/// <summary>What a certification said, reduced to what a matrix compares.</summary>
public sealed record CellOutcome
{
    /// <summary>Items in the order of the checklist.</summary>
    public required IReadOnlyList<(string Item, Verdict Verdict, string Said)> Items { get; init; }

    public required IReadOnlyList<CheckOutcome> Checks { get; init; }

    /// <summary>The items that decide whether the integration is ready.</summary>
    public required IReadOnlyList<string> Required { get; init; }

    /// <summary>Items that failed, in the order of the checklist.</summary>
    public IEnumerable<string> Failed => Items.Where(item => item.Verdict is Verdict.Failed or Verdict.Waived).Select(item => item.Item);

    /// <summary>Items that were run, or should have been, and on which the evidence does not decide.</summary>
    public IEnumerable<(string Item, Verdict Verdict, string Said)> Undecided => Items.Where(item => item.Verdict is Verdict.Inconclusive or Verdict.NotRun);

    /// <summary>The exit code that follows from the items, where nothing is waived and contract items do not decide.</summary>
    public int ExitCode =>
        Failed.Any(Required.Contains) ? Verdicts.ExitCode.NotReady
        : Undecided.Any(item => Required.Contains(item.Item)) ? Verdicts.ExitCode.Incomplete
        : Verdicts.ExitCode.Ready;

    public static CellOutcome Of(RunResult run) => new()
    {
        Required = [.. run.Items.Where(item => item.Item.Level == Level.Required).Select(item => item.Item.Id.Value)],
        Items = [.. run.Items.Select(item => (item.Item.Id.Value, item.Verdict, item.Summary))],
        Checks =
        [
            .. from item in run.Items
            from scenario in item.Scenarios
            from check in scenario.Checks
            select new CheckOutcome(item.Item.Id.Value, scenario.Title, check.Check, check.Verdict, check.Saw),
        ],
    };

    /// <summary>Names of the checks that failed, of one item or of all.</summary>
    public IEnumerable<string> FailedChecks(string? item = null) =>
        Checks.Where(check => check.Verdict == Verdict.Failed && (item is null || check.Item == item)).Select(check => check.Check).Distinct();
}
