using Readiness.SelfCheck.Compare;
using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Run;
using Readiness.Verdicts;

namespace Readiness.SelfCheck.Tests;

public sealed class CellComparisonTests
{
    private static readonly Cell Sample = new(null);
    private static readonly Cell Late = new(TestProfile.Late);
    private static readonly Cell Rude = new(TestProfile.Rude);
    private static readonly Cell Odd = new(TestProfile.Odd);

    [Test]
    public void What_comes_out_as_declared_differs_in_nothing()
    {
        Of(Sample, Said.Run()).ShouldBeEmpty();
        Of(Odd, Said.Run()).ShouldBeEmpty();
        Of(Late, Said.Run(a: Verdict.Failed)).ShouldBeEmpty();
        Of(Rude, Said.Run(a: Verdict.Failed, b: Verdict.Failed)).ShouldBeEmpty();
    }

    [Test]
    public void A_statement_and_an_unused_capability_are_in_order() =>
        Of(Sample, Said.Run(a: Verdict.Attested, b: Verdict.NotApplicable)).ShouldBeEmpty();

    [Test]
    public void A_flaw_that_nothing_catches() =>
        Of(Late, Said.Run()).ShouldBe(["Uncaught Late TOY-A-01: nothing fails; AHolds has to fail TOY-A-01"]);

    [Test]
    public void An_item_that_a_flaw_declares_to_break_and_that_passes() =>
        Of(Rude, Said.Run(b: Verdict.Failed)).ShouldBe(["Missed Rude TOY-A-01: passes, and is declared to break"]);

    [Test]
    public void An_item_that_fails_with_a_flaw_undeclared() =>
        Of(Late, Said.Run(a: Verdict.Failed, b: Verdict.Failed)).ShouldBe(["Undeclared Late TOY-B-01: fails by BHolds (b was seen)"]);

    [Test]
    public void A_flaw_whose_own_check_did_not_fail() =>
        Of(Late, Said.Run(a: Verdict.Failed, checkOfA: "AHoldsAsWell")).ShouldBe(["OtherCheck Late TOY-A-01: AHolds has to fail it and does not; AHoldsAsWell does"]);

    [Test]
    public void A_variant_that_is_blamed() => Of(Odd, Said.Run(a: Verdict.Failed)).ShouldBe(["Flagged Odd TOY-A-01: fails by AHolds (a was seen)"]);

    [Test]
    public void The_sample_as_it_is_blamed() => Of(Sample, Said.Run(b: Verdict.Failed)).ShouldBe(["Flagged sample TOY-B-01: fails by BHolds (b was seen)"]);

    [Test]
    public void A_waived_item_has_failed() => Of(Sample, Said.Run(b: Verdict.Waived))[0].ShouldStartWith("Flagged sample TOY-B-01");

    [Test]
    public void Items_that_are_undecided_are_told_once_and_not_as_missed() =>
        Of(Rude, Said.Run(a: Verdict.Inconclusive, b: Verdict.NotRun)).ShouldBe(
        [
            "Undecided Rude TOY-A-01: inconclusive: a was seen",
            "Undecided Rude TOY-B-01: not run: b was seen",
        ]);

    /// <summary>A deeper scenario that proves nothing leaves its item passed, and a tripwire leaves it attested: neither says that the flaw is let through.</summary>
    [Test]
    public void A_flaw_whose_own_check_did_not_decide_is_undecided_and_not_uncaught()
    {
        var run = Said.Run(a: Verdict.Attested);
        var open = run.Outcome! with { Checks = [new("TOY-A-01", "The first", "AHolds", Verdict.Inconclusive, "the machine was late"), .. run.Outcome!.Checks.Skip(1)] };

        Of(Late, run with { Outcome = open, FromJournal = open }).ShouldBe(["Undecided Late TOY-A-01: AHolds: the machine was late"]);
    }

    [Test]
    public void An_item_that_a_flaw_keeps_from_being_exercised_has_to_end_undecided()
    {
        var blocking = new Cell(Late.Switch! with { LeavesOpen = [("TOY-B-01", "nothing gets that far")] });

        Of(blocking, Said.Run(a: Verdict.Failed, b: Verdict.Inconclusive)).ShouldBeEmpty();
        Of(blocking, Said.Run(a: Verdict.Failed)).ShouldBe(["Missed Late TOY-B-01: passes, and is declared to be left open"]);
        Of(blocking, Said.Run(a: Verdict.Failed, b: Verdict.Failed)).ShouldBe(["Undeclared Late TOY-B-01: fails by BHolds (b was seen)"]);
    }

    [Test]
    public void A_journal_that_says_something_else_than_its_run() =>
        Of(Late, Said.Run(a: Verdict.Failed) with { FromJournal = Said.Outcome(Verdict.Passed, Verdict.Passed) }).ShouldBe(
        [
            "JournalDisagrees Late TOY-A-01: the run said failed, its journal says passed",
            "JournalDisagrees Late -: the checks say something else of the journal than they said in the run",
        ]);

    [Test]
    public void A_journal_that_cannot_be_judged_again() =>
        Of(Sample, Said.Run() with { FromJournal = null }).ShouldBe(["JournalDisagrees sample -: the journal could not be judged again"]);

    [TestCase(ExitCode.NotReady)]
    [TestCase(ExitCode.Incomplete)]
    public void An_exit_code_without_a_reason(int exitCode) =>
        Of(Sample, Said.Run() with { ExitCode = exitCode }).ShouldBe([$"WrongExitCode sample -: exit code {exitCode}, where 0 follows from the items"]);

    [Test]
    public void A_failed_item_that_decides_and_does_not_show_in_the_exit_code() =>
        Of(Late, Said.Run(a: Verdict.Failed) with { ExitCode = ExitCode.Ready }).ShouldBe(["WrongExitCode Late -: exit code 0, where 1 follows from the items"]);

    [TestCase(ExitCode.Environment, DifferenceKind.NoRun)]
    [TestCase(ExitCode.Harness, DifferenceKind.HarnessFault)]
    [TestCase(ExitCode.Usage, DifferenceKind.HarnessFault)]
    public void A_run_that_did_not_come_to_its_end(int exitCode, DifferenceKind kind) =>
        Of(Late, new CellRun { ExitCode = exitCode, Took = TimeSpan.Zero, Problem = "why" }).ShouldBe([$"{kind} Late -: why"]);

    [Test]
    public void A_round_is_named_where_there_is_more_than_one() =>
        Of(new Cell(TestProfile.Odd, 3), Said.Run(a: Verdict.Failed))[0].ShouldStartWith("Flagged Odd, round 3 TOY-A-01");

    private static IReadOnlyList<string> Of(Cell cell, CellRun run) => CellComparison.Of(cell, run).Lines();
}
