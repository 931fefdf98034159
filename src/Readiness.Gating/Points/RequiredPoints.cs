using System.Globalization;
using Readiness.Checklist;
using Readiness.Sealing.Verifying;
using Readiness.Verdicts;

namespace Readiness.Gating.Points;

/// <summary>Whether every item that decides is met: one line for each that is not, and for each that is let pass.</summary>
internal static class RequiredPoints
{
    private const string Point = "items";

    public static IEnumerable<VerificationLine> Of(RunResult run, GateRequest request)
    {
        ItemResult[] deciding = [.. run.Items.Where(item => item.Item.Level == Level.Required || ((request.Policy.Strict || run.Strict) && item.Item.Level == Level.Contract))];
        if (deciding.Length == 0)
        {
            return [new(Standing.Incomplete, Point, "nothing is required, so nothing was proven")];
        }

        VerificationLine[] told = [.. deciding.Select(item => Of(item, request)).OfType<VerificationLine>()];
        return told.Any(line => line.Standing > Standing.Notice) ? told
            : [.. told, new(Standing.Holds, Point, string.Create(CultureInfo.InvariantCulture, $"{deciding.Length - told.Length} of {deciding.Length} items that decide are met{(told.Length > 0 ? ", and the others are let pass" : "")}"))];
    }

    /// <summary>Null where there is nothing to tell.</summary>
    private static VerificationLine? Of(ItemResult item, GateRequest request) => item.Verdict switch
    {
        Verdict.Passed or Verdict.Attested or Verdict.NotApplicable => null,
        Verdict.Inconclusive or Verdict.NotRun or Verdict.Planned => new(Standing.Incomplete, Point, $"{item.Item.Id} {GateWords.Of(item.Verdict)}{(item.Summary == GateWords.Of(item.Verdict) ? "" : $": {item.Summary}")}"),
        Verdict.Waived when Waived.Refusal(item, request) is null => new(Standing.Notice, Point, $"{item.Item.Id} fails, and is waived by {item.Waiver!.Approver} until {item.Waiver.Expires}: {item.Waiver.Reason}"),
        _ when IsExpected(item, request) => null,
        Verdict.Waived => new(Standing.NotReady, Point, $"{item.Item.Id} fails, and {Waived.Refusal(item, request)}: {item.Summary}"),
        _ => new(Standing.NotReady, Point, $"{item.Item.Id} {GateWords.Of(item.Verdict)}: {item.Summary}"),
    };

    // Told once, with its owner, where expected failures are told.
    private static bool IsExpected(ItemResult item, GateRequest request) =>
        request.Policy.ExpectedFailures.Any(expected => expected.Item == item.Item.Id && ExpectedFailurePoints.Covers(expected, item, request));
}
