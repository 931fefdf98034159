using Readiness.Configuration.Gating;
using Readiness.Sealing.Verifying;
using Readiness.Verdicts;

namespace Readiness.Gating.Points;

/// <summary>Failures that the policy expects. One that has expired, or does not happen any more, is red: else it would hide the next failure of that item.</summary>
internal static class ExpectedFailurePoints
{
    private const string Point = "expected";

    /// <summary>True where the item fails, and may.</summary>
    public static bool Covers(ExpectedFailure expected, ItemResult item, GateRequest request) =>
        item.Verdict is Verdict.Failed or Verdict.Waived && expected.Expires >= request.Today;

    public static IEnumerable<VerificationLine> Of(RunResult run, GateRequest request) =>
        request.Policy.ExpectedFailures.Select(expected => Of(expected, run.Items.FirstOrDefault(item => item.Item.Id == expected.Item), request));

    private static VerificationLine Of(ExpectedFailure expected, ItemResult? item, GateRequest request) => item switch
    {
        _ when expected.Expires < request.Today => new(Standing.NotReady, Point, $"{expected.Item} was expected to fail until {GateWords.Of(expected.Expires)}, {expected.Owner}: mend it, or agree on another day"),
        null => new(Standing.Notice, Point, $"{expected.Item} is no item of this run's checklist"),
        _ when Covers(expected, item, request) => new(Standing.Notice, Point, $"{expected.Item} fails as expected until {GateWords.Of(expected.Expires)}, {expected.Owner}: {expected.Reason}"),
        { Verdict: Verdict.Inconclusive or Verdict.NotRun or Verdict.Planned } => new(Standing.Notice, Point, $"{expected.Item} is expected to fail, and was not decided"),
        _ => new(Standing.NotReady, Point, $"{expected.Item} is expected to fail, and its verdict is {GateWords.Of(item.Verdict)}, {expected.Owner}: take it out of expectedFailures"),
    };
}
