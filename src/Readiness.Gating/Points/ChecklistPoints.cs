using Readiness.Checklist;
using Readiness.Sealing.Verifying;
using Readiness.Verdicts;

namespace Readiness.Gating.Points;

/// <summary>Whether the run was judged by the checklist of this harness, all of it.</summary>
internal static class ChecklistPoints
{
    private const string Point = "checklist";

    public static IEnumerable<VerificationLine> Of(RunResult run, GateRequest request)
    {
        // From what the run holds and not from what it says of itself: an item that was taken out, or made less than required, shows.
        var held = ChecklistDigest.Of(run.Profile, run.ChecklistVersion, run.OfficialLines, run.Items.Select(item => item.Item));
        if (run.ChecklistDigest is { } said && said != held)
        {
            return [new(Standing.Changed, Point, $"run.json names the checklist {said[..Math.Min(16, said.Length)]}…, and holds another one, {held[..16]}…")];
        }

        var known = request.Checklists(run.Profile);
        var name = $"{run.Profile} {run.ChecklistVersion}";
        var isCurrent = known?.Digest == held;
        return isCurrent ? [new(Standing.Holds, Point, $"{name}, {held[..16]}…, as this harness has it")]
            : [new(request.Policy.TakesOtherChecklists ? Standing.Notice : Standing.NotReady, Point, known is null ? $"this harness has no profile {run.Profile}"
                : known.Version != run.ChecklistVersion ? $"{name}, and this harness has {known.Version}: certify again"
                : $"{name}, {held[..16]}…, and this harness has another text of it, {known.Digest[..16]}…: certify again")];
    }
}
