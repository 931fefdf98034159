using System.Globalization;
using Readiness.Checklist;
using Readiness.Verdicts;

namespace Readiness.Sealing.Verifying;

/// <summary>Whether every item that the checklist requires is there, as required, and was decided.</summary>
internal static class RequiredItems
{
    private const string Items = "items";

    /// <param name="checklist">The checklist of that profile in this harness; null where it has none.</param>
    public static IEnumerable<VerificationLine> Of(RunResult run, ProviderChecklist? checklist)
    {
        var required = run.Items.Where(result => result.Item.Level == Level.Required).ToDictionary(result => result.Item.Id);
        var isKnown = checklist?.Version == run.ChecklistVersion;
        string[] missing = isKnown ? [.. checklist!.Items.Where(item => item.Level == Level.Required && !required.ContainsKey(item.Id)).Select(item => item.Id.Value)] : [];
        string[] open = [.. required.Values.Where(result => result.Verdict is Verdict.NotRun or Verdict.Inconclusive or Verdict.Planned).Select(result => $"{result.Item.Id} {Words.Of(result.Verdict)}")];
        string[] failed =
        [
            .. required.Values.Where(result => result.Verdict == Verdict.Failed || result is { Verdict: Verdict.Waived, Waiver: not { Allowed: true } }).Select(result => $"{result.Item.Id} {Words.Of(result.Verdict)}"),
        ];
        if (!isKnown)
        {
            yield return new(Standing.Notice, Items, checklist is null
                ? $"this harness has no profile {run.Profile}: what is required is taken from the package itself"
                : $"checklist {run.Profile} {run.ChecklistVersion}, and this harness has {checklist.Version}: what is required is taken from the package itself");
        }

        if (missing.Length > 0)
        {
            yield return new(Standing.Changed, Items, $"required by {run.Profile} {run.ChecklistVersion}, and missing or not marked as required: {string.Join(", ", missing)}");
        }

        if (failed.Length > 0)
        {
            yield return new(Standing.NotReady, Items, $"required, and not met: {string.Join(", ", failed)}");
        }

        if (open.Length > 0 || required.Count == 0)
        {
            yield return new(Standing.Incomplete, Items, required.Count == 0 ? "nothing is required, so nothing was proven" : $"required, and not decided: {string.Join(", ", open)}");
        }

        if (missing.Length + failed.Length + open.Length == 0 && required.Count > 0)
        {
            yield return new(Standing.Holds, Items, string.Create(CultureInfo.InvariantCulture, $"all {required.Count} required items of {run.Profile} {run.ChecklistVersion} are there and decided"));
        }
    }
}
