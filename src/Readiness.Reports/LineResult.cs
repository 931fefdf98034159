using Readiness.Checklist;
using Readiness.Reports.Languages;
using Readiness.Verdicts;

namespace Readiness.Reports;

/// <summary>What a run says of one line of the provider's own checklist: what its items say together.</summary>
/// <param name="Verdict">The worst of its items': a line holds when all of them do.</param>
/// <param name="Items">Those that it rests on, in the order of the checklist.</param>
public sealed record LineResult(OfficialLine Line, Verdict Verdict, IReadOnlyList<ItemResult> Items)
{
    /// <summary>From what confirms a line least to what confirms it most. What does not apply takes nothing away from the others.</summary>
    private static readonly Verdict[] WorstFirst =
        [Verdict.Failed, Verdict.Inconclusive, Verdict.NotRun, Verdict.Planned, Verdict.Waived, Verdict.Attested, Verdict.Passed, Verdict.NotApplicable];

    /// <summary>How it is known, each class once.</summary>
    public IReadOnlyList<ProofClass> Proofs => [.. Items.Select(item => item.Known).Distinct().Order()];

    /// <summary>Every line, in the provider's order. A line without an item is not judged by this version.</summary>
    public static IReadOnlyList<LineResult> Of(RunResult run) =>
    [
        .. from line in run.OfficialLines
           let items = run.Items.Where(item => item.Item.OfficialLines.Contains(line.Key)).ToArray()
           select new LineResult(line, Worst(items), items),
    ];

    // A waiver that the policy does not allow changes nothing: the line is as false as before.
    private static Verdict Worst(ItemResult[] items) =>
        items.Length == 0 ? Verdict.Planned : items.Select(item => item is { Verdict: Verdict.Waived, Waiver.Allowed: false } ? Verdict.Failed : item.Verdict).MinBy(verdict => Array.IndexOf(WorstFirst, verdict));
}
