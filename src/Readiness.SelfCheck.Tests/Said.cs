using Readiness.SelfCheck.Run;
using Readiness.Verdicts;

namespace Readiness.SelfCheck.Tests;

/// <summary>Makes runs up, as short as they can be written.</summary>
internal static class Said
{
    /// <summary>A run in which items A and B, and one check of each, came out so.</summary>
    public static CellRun Run(Verdict a = Verdict.Passed, Verdict b = Verdict.Passed, string checkOfA = "AHolds", string checkOfB = "BHolds")
    {
        var outcome = Outcome(a, b, checkOfA, checkOfB);
        var failed = a == Verdict.Failed;
        var open = a is Verdict.Inconclusive or Verdict.NotRun;
        return new CellRun { ExitCode = failed ? ExitCode.NotReady : open ? ExitCode.Incomplete : ExitCode.Ready, Took = TimeSpan.FromSeconds(40), Outcome = outcome, FromJournal = outcome };
    }

    public static CellOutcome Outcome(Verdict a, Verdict b, string checkOfA = "AHolds", string checkOfB = "BHolds") => new()
    {
        Items = [("TOY-A-01", a, "a was seen"), ("TOY-B-01", b, "b was seen"), ("TOY-C-01", Verdict.Planned, "not judged by this version")],
        Required = ["TOY-A-01"],
        Checks = [new("TOY-A-01", "The first", checkOfA, a, "a was seen"), new("TOY-B-01", "The second", checkOfB, b, "b was seen")],
    };

    /// <summary>What differs, as one line each: kind, place, item, words.</summary>
    public static IReadOnlyList<string> Lines(this IEnumerable<Compare.Difference> differences) =>
        [.. differences.Select(one => $"{one.Kind} {one.Where} {one.Item ?? "-"}: {one.Saw}")];
}
