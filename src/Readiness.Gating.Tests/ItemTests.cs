namespace Readiness.Gating.Tests;

/// <summary>Items that decide, waivers, and failures that are expected.</summary>
public sealed class ItemTests
{
    private static readonly ItemId Idempotency = new("TOY-IDEM-01");

    [Test]
    public void A_run_in_which_all_is_met_is_let_through()
    {
        var decision = Bench.Decide(Bench.Ready);

        decision.Told().ShouldBeEmpty();
        decision.IsYes.ShouldBeTrue();
        decision.ExitCode.ShouldBe(0);
        decision.Line("items").ShouldBe("3 of 3 items that decide are met");
    }

    [TestCase(Verdict.Failed, 1, "items: TOY-IDEM-01 failed: two keys over three attempts")]
    [TestCase(Verdict.Inconclusive, 4, "items: TOY-IDEM-01 inconclusive: two keys over three attempts")]
    [TestCase(Verdict.NotRun, 4, "items: TOY-IDEM-01 not run: two keys over three attempts")]
    [TestCase(Verdict.Planned, 4, "items: TOY-IDEM-01 planned: two keys over three attempts")]
    [TestCase((Verdict)99, 1, "items: TOY-IDEM-01 99: two keys over three attempts")]
    public void A_required_item_that_is_not_met_stops_it(Verdict verdict, int exitCode, string told)
    {
        var run = Bench.With("TOY-IDEM-01", verdict);

        Bench.Decide(run).Told().ShouldContain(told);
        Bench.Decide(run).ExitCode.ShouldBe(exitCode);
    }

    [Test]
    public void A_required_item_that_does_not_apply_does_not() => Bench.Decide(Bench.With("TOY-IDEM-01", Verdict.NotApplicable)).IsYes.ShouldBeTrue();

    [Test]
    public void A_contract_item_stops_it_where_the_policy_or_the_run_is_strict()
    {
        var run = Bench.With("TOY-FMT-01", Verdict.Failed);

        Bench.Decide(run).IsYes.ShouldBeTrue();
        Bench.Decide(run, new GatePolicy { Strict = true }).Told().ShouldBe(["items: TOY-FMT-01 failed: two keys over three attempts"]);
        Bench.Decide(Bench.Answered(run with { Strict = true })).Told().ShouldBe(["items: TOY-FMT-01 failed: two keys over three attempts"]);
    }

    [Test]
    public void Where_nothing_is_required_nothing_was_proven()
    {
        var run = Bench.Answered(Bench.Ready with { Items = [] });

        Bench.Decide(run with { ChecklistDigest = null }, new GatePolicy { TakesOtherChecklists = true }).Told().ShouldBe(["items: nothing is required, so nothing was proven"]);
    }

    [Test]
    public void A_waiver_counts_where_the_policy_of_the_run_allows_it()
    {
        var allowed = Bench.Decide(Bench.Waived("TOY-IDEM-01"));

        allowed.IsYes.ShouldBeTrue();
        allowed.Points.Where(point => point.Point == "items").Select(point => point.Text).ShouldBe(
            ["TOY-IDEM-01 fails, and is waived by Grace Holt until 2026-04-30: Fixed in 4.3.", "2 of 3 items that decide are met, and the others are let pass"]);
        Bench.Decide(Bench.Waived("TOY-IDEM-01", allowed: false)).Told().ShouldBe(["items: TOY-IDEM-01 fails, and the run's policy does not allow it to be waived: two keys over three attempts"]);
    }

    [Test]
    public void The_policy_of_the_gate_goes_over_that_of_the_run()
    {
        var none = new GatePolicy { File = "gate.json", Waivable = new Dictionary<ItemId, Configuration.WaiverAllowance>() };
        var brief = none with { Waivable = new Dictionary<ItemId, Configuration.WaiverAllowance> { [Idempotency] = new(30, "Board") } };
        var any = none with { Waivable = new Dictionary<ItemId, Configuration.WaiverAllowance> { [Idempotency] = new(null, "Board") } };

        Bench.Decide(Bench.Waived("TOY-IDEM-01"), none).Told().ShouldBe(["items: TOY-IDEM-01 fails, and gate.json does not allow it to be waived: two keys over three attempts"]);
        Bench.Decide(Bench.Waived("TOY-IDEM-01"), brief).Told().ShouldBe(["items: TOY-IDEM-01 fails, and its waiver lasts 60 days, and gate.json allows 30 days: two keys over three attempts"]);
        Bench.Decide(Bench.Waived("TOY-IDEM-01", date: ""), brief).Told().ShouldBe(["items: TOY-IDEM-01 fails, and its waiver has no day from which its length could be counted: two keys over three attempts"]);
        Bench.Decide(Bench.Waived("TOY-IDEM-01", allowed: false), any).IsYes.ShouldBeTrue();
    }

    [TestCase("2026-04-30", true)]
    [TestCase("2026-05-01", false)]
    public void A_waiver_counts_until_its_last_day(string now, bool counts) => Bench.Decide(Bench.Waived("TOY-IDEM-01"), now: now).IsYes.ShouldBe(counts);

    [Test]
    public void An_expired_waiver_of_an_item_that_does_not_decide_is_red_as_well() =>
        Bench.Decide(Bench.Waived("TOY-FMT-01"), now: "2026-05-01").Told().ShouldBe(["stated: TOY-FMT-01: its waiver by Grace Holt expired on 2026-04-30"]);

    [TestCase("soon")]
    [TestCase("")]
    [TestCase("2026-4-30")]
    public void A_waiver_that_ends_on_no_day_does_not_count(string expires) =>
        Bench.Decide(Bench.Waived("TOY-IDEM-01", expires: expires)).Told().ShouldBe([$"items: TOY-IDEM-01 fails, and its waiver ends on '{expires}', which is no day: two keys over three attempts"]);

    [Test]
    public void A_failure_that_is_expected_is_let_pass_and_told_with_its_owner()
    {
        var decision = Bench.Decide(Bench.With("TOY-IDEM-01", Verdict.Failed), Expecting("2026-03-15"));

        decision.IsYes.ShouldBeTrue();
        decision.Line("expected").ShouldBe("TOY-IDEM-01 fails as expected until 2026-03-15, Orders team: TICKET-7");
    }

    [Test]
    public void One_that_has_expired_is_red_whether_it_still_fails_or_not()
    {
        string[] told = ["expected: TOY-IDEM-01 was expected to fail until 2026-03-14, Orders team: mend it, or agree on another day"];

        Bench.Decide(Bench.Ready, Expecting("2026-03-14")).Told().ShouldBe(told);
        Bench.Decide(Bench.With("TOY-IDEM-01", Verdict.Failed), Expecting("2026-03-14")).Told().ShouldBe(["items: TOY-IDEM-01 failed: two keys over three attempts", .. told]);
    }

    [TestCase(Verdict.Passed, "passed")]
    [TestCase(Verdict.NotApplicable, "not applicable")]
    public void One_that_happens_no_more_is_red(Verdict verdict, string word) =>
        Bench.Decide(Bench.With("TOY-IDEM-01", verdict), Expecting("2026-12-31")).Told().ShouldBe([$"expected: TOY-IDEM-01 is expected to fail, and its verdict is {word}, Orders team: take it out of expectedFailures"]);

    [Test]
    public void What_was_not_decided_is_not_excused_by_it() =>
        Bench.Decide(Bench.With("TOY-IDEM-01", Verdict.Inconclusive), Expecting("2026-12-31")).Told().ShouldBe(["items: TOY-IDEM-01 inconclusive: two keys over three attempts"]);

    private static GatePolicy Expecting(string expires) =>
        new() { ExpectedFailures = [new ExpectedFailure(Idempotency, "Orders team", "TICKET-7", DateOnly.Parse(expires, System.Globalization.CultureInfo.InvariantCulture))] };
}
