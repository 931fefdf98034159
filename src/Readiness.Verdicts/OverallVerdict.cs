using Readiness.Checklist;

namespace Readiness.Verdicts;

/// <summary>The run's answer, from the verdicts of its items.</summary>
/// <param name="Headline">In one line, with everything that qualifies it.</param>
public sealed record OverallVerdict(Overall Overall, string Headline, int ExitCode)
{
    /// <param name="rehearsal">True for a run that was not at documented pace.</param>
    /// <param name="strict">True where contract items block as well.</param>
    /// <param name="complete">False for a run that broke off: it proves nothing that it did not see, so only a failure stands.</param>
    /// <param name="selected">True for a run that was asked to leave scenarios out.</param>
    public static OverallVerdict Of(IReadOnlyList<ItemResult> items, bool rehearsal, bool strict, bool complete = true, bool selected = false)
    {
        var deciding = items.Where(result => result.Item.Level == Level.Required || (strict && result.Item.Level == Level.Contract)).ToArray();
        var waived = deciding.Count(result => result is { Verdict: Verdict.Waived, Waiver.Allowed: true });
        var overall =
            deciding.Any(result => result.Verdict == Verdict.Failed || result is { Verdict: Verdict.Waived, Waiver.Allowed: false }) ? Overall.NotReady
            : complete && deciding.Length > 0 && deciding.All(Counts) ? Overall.Ready
            : Overall.Incomplete;
        var word = overall switch
        {
            Overall.Ready => waived > 0 ? $"ready with {waived} {(waived == 1 ? "waiver" : "waivers")}" : "ready",
            Overall.NotReady => "not ready",
            _ => "incomplete",
        };
        return new OverallVerdict(overall, word + Qualifiers(items, rehearsal, selected), overall switch
        {
            Overall.Ready => Verdicts.ExitCode.Ready,
            Overall.NotReady => Verdicts.ExitCode.NotReady,
            _ => Verdicts.ExitCode.Incomplete,
        });
    }

    private static bool Counts(ItemResult result) => result.Verdict switch
    {
        Verdict.Passed or Verdict.Attested or Verdict.NotApplicable => true,
        Verdict.Waived => result.Waiver?.Allowed == true,
        _ => false,
    };

    private static string Qualifiers(IReadOnlyList<ItemResult> items, bool rehearsal, bool selected)
    {
        var planned = items.Count(result => result.Verdict == Verdict.Planned);
        string[] qualifiers =
        [
            .. rehearsal ? ["rehearsal"] : Array.Empty<string>(),
            .. selected ? [$"selection, {items.Count(result => result.Verdict is not (Verdict.NotRun or Verdict.Planned))} of {items.Count - planned}"] : Array.Empty<string>(),
            .. planned > 0 ? [$"partial checklist, {items.Count - planned} of {items.Count}"] : Array.Empty<string>(),
        ];
        return qualifiers.Length == 0 ? "" : $" ({string.Join("; ", qualifiers)})";
    }
}
