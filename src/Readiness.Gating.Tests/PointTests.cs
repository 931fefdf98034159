namespace Readiness.Gating.Tests;

/// <summary>Time, pace, checklist, artefact, statements, and the run as a whole.</summary>
public sealed class PointTests
{
    [Test]
    public void A_rehearsal_proves_no_release_unless_the_policy_takes_it()
    {
        var run = Bench.Answered(Bench.Ready with { Pace = "compressed" });

        Bench.Decide(run).Told().ShouldBe(["pace: compressed: a rehearsal proves no release; certify with --pace documented, or set \"pace\": \"compressed\" in the policy"]);
        Bench.Decide(run, new GatePolicy { TakesRehearsals = true }).IsYes.ShouldBeTrue();
    }

    [TestCase("2026-03-24", true)]
    [TestCase("2026-03-25", false)]
    public void A_run_counts_for_as_many_days_as_the_policy_says(string now, bool counts)
    {
        var decision = Bench.Decide(Bench.Ready, new GatePolicy { File = "gate.json", MaximumAgeDays = 10 }, now: now);

        decision.IsYes.ShouldBe(counts);
        decision.Line("age").ShouldBe(counts ? "the run is not older than 10 days" : "the run ended 11 days ago, and gate.json takes 10 days: certify again");
    }

    [TestCase("2026-06-14", true)]
    [TestCase("2026-06-15", false)]
    public void A_certificate_counts_until_its_last_day(string now, bool counts) => Bench.Decide(Bench.Ready, now: now).IsYes.ShouldBe(counts);

    [Test]
    public void A_certificate_without_a_last_day_does_not_count() =>
        Bench.Decide(Bench.Ready with { ValidUntil = null }).Told().ShouldBe(["validity: the certificate names no last day: it is of an earlier version; certify again"]);

    [Test]
    public void A_run_that_is_still_to_come_does_not_count() =>
        Bench.Decide(Bench.Ready, now: "2026-03-12").Told().ShouldBe(["age: the run is of 2026-03-14, which is still to come: this clock or that one is wrong"]);

    [Test]
    public void A_run_that_broke_off_is_incomplete()
    {
        var decision = Bench.Decide(Bench.Answered(Bench.Ready with { Cause = "interrupted", CauseDetail = "Ctrl-C" }));

        decision.Told().ShouldBe(["run: it did not go to its end, interrupted: Ctrl-C"]);
        decision.ExitCode.ShouldBe(4);
    }

    [Test]
    public void An_answer_that_its_items_do_not_give_was_changed()
    {
        var decision = Bench.Decide(Bench.With("TOY-IDEM-01", Verdict.Failed) with { Overall = Overall.Ready });

        decision.Told()[0].ShouldBe("run: run.json says ready, and its items make it not ready");
        decision.ExitCode.ShouldBe(6);
    }

    [Test]
    public void Another_checklist_does_not_count_unless_the_policy_takes_it()
    {
        var other = Bench.Answered(Bench.Ready with { ChecklistVersion = "2025.4", ChecklistDigest = null });

        Bench.Decide(other).Told().ShouldBe(["checklist: toy 2025.4, and this harness has 2026.1: certify again"]);
        Bench.Decide(other, new GatePolicy { TakesOtherChecklists = true }).IsYes.ShouldBeTrue();
        Bench.Decide(Bench.Ready with { Profile = "other", ChecklistDigest = null }).Told().ShouldBe(["checklist: this harness has no profile other"]);
    }

    [Test]
    public void An_item_that_was_taken_out_or_made_less_than_required_shows()
    {
        var less = Bench.Answered(Bench.Ready with { Items = [.. Bench.Ready.Items.Skip(1)] });
        var lower = Bench.With("TOY-IDEM-01", item => item with { Verdict = Verdict.Failed, Item = item.Item with { Level = Level.Contract } });

        Bench.Decide(less).ExitCode.ShouldBe(6);
        Bench.Decide(lower).ExitCode.ShouldBe(6);
        Bench.Decide(lower with { ChecklistDigest = null }).Told().Single().ShouldStartWith("checklist: toy 2026.1, ");
    }

    [Test]
    public void What_is_released_has_to_be_what_was_tested()
    {
        var needed = new GatePolicy { NeedsArtefact = true };
        var other = Bench.Shop with { Name = "build/shop.jar", Sha256 = new string('b', 64) };

        Bench.Decide(Bench.Ready, needed, Bench.Shop with { Name = "build/shop.jar" }).IsYes.ShouldBeTrue();
        Bench.Decide(Bench.Ready, artefact: other).Told().ShouldBe(["artefact: another one was tested: shop.jar, SHA-256 aaaaaaaaaaaaaaaa…, and build/shop.jar is SHA-256 bbbbbbbbbbbbbbbb…"]);
        Bench.Decide(Bench.Ready, artefact: Bench.Shop with { Files = 3 }).IsYes.ShouldBeFalse();
        Bench.Decide(Bench.Ready, needed).Told().ShouldBe(["artefact: the policy wants what is about to be released to be compared: name it with --artefact"]);
        Bench.Decide(Bench.Ready with { Artefact = null }, artefact: Bench.Shop).Told().ShouldBe(["artefact: shop.jar is to be released, and nobody said by its digest what was tested: set integration.artefact, and certify again"]);
        Bench.Decide(Bench.Ready with { Artefact = null }).IsYes.ShouldBeTrue();
    }

    [Test]
    public void A_statement_counts_until_it_expires_or_grows_too_old()
    {
        Bench.Decide(Stating(by => by with { Expires = "2026-03-14" })).Told().ShouldBe(["stated: TOY-LOG-01, by Ada Quirk: expired on 2026-03-14"]);
        Bench.Decide(Stating(by => by with { Expires = "never" })).Told().ShouldBe(["stated: TOY-LOG-01, by Ada Quirk: expired on never"]);
        Bench.Decide(Bench.Ready, new GatePolicy { File = "gate.json", StatementDays = 14 }).IsYes.ShouldBeTrue();
        Bench.Decide(Bench.Ready, new GatePolicy { File = "gate.json", StatementDays = 13 }).Told().ShouldBe(["stated: TOY-LOG-01, by Ada Quirk: stated 14 days ago, and gate.json takes 13 days"]);
        Bench.Decide(Stating(by => by with { Date = "" }), new GatePolicy { StatementDays = 13 }).Told().ShouldBe(["stated: TOY-LOG-01, by Ada Quirk: its day, '', is none, so that its age cannot be told"]);
    }

    [Test]
    public void A_demonstration_counts_only_where_the_policy_takes_it()
    {
        var run = Stating(by => by with { Demonstration = true });

        Bench.Decide(run).Told().ShouldBe(["stated: TOY-LOG-01, by Ada Quirk: a demonstration of the bundled sample, for which nobody vouches"]);
        Bench.Decide(run, new GatePolicy { TakesDemonstrations = true }).IsYes.ShouldBeTrue();
    }

    [Test]
    public void All_reasons_are_told_at_once_and_the_worst_gives_the_exit_code()
    {
        var run = Bench.Answered(Bench.With("TOY-IDEM-01", Verdict.Inconclusive) with { Pace = "compressed" });
        var decision = Bench.Decide(run, now: "2026-06-15");

        decision.Reasons.Select(reason => reason.Point).ShouldBe(["items", "pace", "validity"], ignoreOrder: true);
        decision.ExitCode.ShouldBe(1);
    }

    private static RunResult Stating(Func<Attestation, Attestation> change) => Bench.With("TOY-LOG-01", item => item with { Attestation = change(item.Attestation!) });
}
