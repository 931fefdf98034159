using Readiness.SelfCheck.Compare;
using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Run;
using Readiness.Verdicts;

namespace Readiness.SelfCheck.Tests;

public sealed class MatrixResultTests
{
    private static readonly CellResult Sample = Cell(new Cell(null), Said.Run());
    private static readonly CellResult Late = Cell(new Cell(TestProfile.Late), Said.Run(a: Verdict.Failed));
    private static readonly CellResult Rude = Cell(new Cell(TestProfile.Rude), Said.Run(a: Verdict.Failed, b: Verdict.Failed));

    [Test]
    public void Where_nothing_differs_the_answer_is_0()
    {
        var result = Result(Sample, Late, Rude);

        result.Differences.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        result.Headline.ShouldBe("the harness catches what it has to catch: 3 runs, all as declared");
    }

    [Test]
    public void A_check_that_no_flaw_made_fail()
    {
        var result = Result(Sample, Late, Cell(new Cell(TestProfile.Odd), Said.Run()));

        result.Differences.Lines().ShouldBe(["UnprovenCheck BHolds TOY-B-01: no flaw made it fail"]);
        result.ExitCode.ShouldBe(1);
    }

    [Test]
    public void A_check_that_failed_with_nothing_but_a_variant_is_not_proven() =>
        Result(Sample, Late, Cell(new Cell(TestProfile.Odd), Said.Run(b: Verdict.Failed))).Differences.Lines().ShouldBe(
        [
            "Flagged Odd TOY-B-01: fails by BHolds (b was seen)",
            "UnprovenCheck BHolds TOY-B-01: no flaw made it fail",
        ]);

    [Test]
    public void A_check_whose_flaw_was_left_out_for_its_pace_is_no_gap()
    {
        var slow = TestProfile.Rude with { NeedsDocumentedPace = true };
        var result = Result(Sample, Late) with { Plan = TestProfile.Plan(null, TestProfile.Late, slow) };

        result.Differences.ShouldBeEmpty();
    }

    [Test]
    public void Of_a_part_nobody_asks_for_every_check() =>
        (Result(Sample) with { Selection = new MatrixSelection { Only = ["sample"] } }).Differences.ShouldBeEmpty();

    [Test]
    public void A_flaw_that_names_no_check_and_one_that_names_another_profiles()
    {
        var profile = new TestProfile { KillMatrix = new([TestProfile.Late with { Check = null }, TestProfile.Rude with { Check = "CHolds" }]) };

        (Result(Sample, Late, Rude) with { Profile = profile }).Differences.Lines().ShouldBe(
        [
            "UnknownCheck Late TOY-A-01: names no check that it is there to fail",
            "UnknownCheck Rude TOY-B-01: names CHolds, which is no check of toy",
        ]);
    }

    [Test]
    public void Verdicts_that_differ_between_rounds()
    {
        CellResult[] rounds = [.. new[] { Verdict.Passed, Verdict.Failed, Verdict.Passed }.Select((verdict, round) => Cell(new Cell(null, round + 1), Said.Run(b: verdict)))];

        WholeComparison.Unsteady(rounds).Lines().ShouldBe(
        [
            "Unsteady sample TOY-B-01: its verdict: passed in rounds 1 3, failed in round 2",
            "Unsteady sample TOY-B-01: BHolds in 'The second': passed in rounds 1 3, failed in round 2",
        ]);
    }

    [Test]
    public void A_check_that_wavers_below_a_steady_verdict()
    {
        CellResult[] rounds =
        [
            Cell(new Cell(TestProfile.Odd), Said.Run()),
            Cell(new Cell(TestProfile.Odd, 2), Said.Run() with { Outcome = Said.Outcome(Verdict.Passed, Verdict.Passed) with { Checks = [new("TOY-A-01", "The first", "AHolds", Verdict.Inconclusive, "nothing came")] } }),
        ];

        WholeComparison.Unsteady(rounds).Lines().ShouldBe(["Unsteady Odd TOY-A-01: AHolds in 'The first': passed in round 1, inconclusive in round 2"]);
    }

    [TestCase(ExitCode.Environment)]
    [TestCase(ExitCode.Harness)]
    public void The_gravest_cause_decides_over_the_exit_code(int cause)
    {
        var broken = Cell(new Cell(TestProfile.Odd), new CellRun { ExitCode = cause, Took = TimeSpan.Zero, Problem = "why" });

        Result(Sample, Late, Rude, broken, Cell(new Cell(TestProfile.Queer), Said.Run(a: Verdict.Failed))).ExitCode.ShouldBe(cause);
    }

    [Test]
    public void A_journal_that_disagrees_is_a_fault_of_the_harness() =>
        Result(Cell(new Cell(null), Said.Run() with { FromJournal = Said.Outcome(Verdict.Passed, Verdict.Failed) }), Late, Rude).ExitCode.ShouldBe(ExitCode.Harness);

    [Test]
    public void An_interruption_has_its_own_exit_code_and_says_how_far_it_came()
    {
        var result = Result(Sample, Late) with { Interrupted = 130 };

        result.ExitCode.ShouldBe(130);
        result.Headline.ShouldBe("interrupted: 2 of 5 runs ended, 2 of them as declared");
        result.Differences.ShouldBeEmpty();
    }

    internal static CellResult Cell(Cell cell, params IReadOnlyList<CellRun> attempts) => new(cell, attempts);

    internal static MatrixResult Result(params IReadOnlyList<CellResult> cells) => new()
    {
        Profile = new TestProfile(),
        Selection = new MatrixSelection(),
        Plan = TestProfile.Plan(),
        Cells = cells,
        Took = TimeSpan.FromSeconds(125),
        Facts = new MatrixFacts
        {
            HarnessVersion = "1.2.3",
            StartedAt = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero),
            AtOnce = 14,
            Cores = 2,
            Busy = false,
            Build = "as it was built",
        },
    };
}
