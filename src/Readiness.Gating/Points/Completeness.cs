using Readiness.Sealing.Verifying;
using Readiness.Verdicts;

namespace Readiness.Gating.Points;

/// <summary>Whether the run went to its end, and its answer is the one of its items.</summary>
internal static class Completeness
{
    private const string Point = "run";

    // As the run itself names its end where nothing stopped it.
    private const string Completed = "completed";

    public static IEnumerable<VerificationLine> Of(RunResult run)
    {
        var isComplete = run.Cause == Completed;
        var answer = OverallVerdict.Of(run.Items, run.Pace != "documented", run.Strict, isComplete, run.Selected);
        if (answer.Overall != run.Overall)
        {
            yield return new(Standing.Changed, Point, $"run.json says {GateWords.Of(run.Overall)}, and its items make it {GateWords.Of(answer.Overall)}");
        }

        yield return isComplete
            ? new(Standing.Holds, Point, $"{run.IntegrationName} {run.IntegrationVersion} against {run.Provider}: {run.Headline}")
            : new(Standing.Incomplete, Point, $"it did not go to its end, {run.Cause}{(run.CauseDetail is { } detail ? $": {detail}" : "")}");
        if (run.Selected)
        {
            yield return new(Standing.Notice, Point, "it was asked to leave scenarios out");
        }
    }
}
