using Readiness.Checklist;
using static Readiness.Verdicts.Tests.StatedItem;

namespace Readiness.Verdicts.Tests;

/// <summary>Items that are proven, and take a statement too: of what is left, or where a partner has no way to show them.</summary>
internal sealed class StatementBesideProofTests
{
    private static readonly ChecklistItem Shown = Attest with { Proof = ProofClass.Drive, StatementMayStandIn = true };
    private static readonly ChecklistItem WithRemainder = Attest with { Proof = ProofClass.Inspect, LeftToState = "who has access" };

    [Test]
    public void What_is_declared_and_proven_passes_without_a_statement()
    {
        var result = JudgeItem(Shown, Scenario("completed", nameof(Quiet)));

        (result.Verdict, result.Summary, result.Attestation).ShouldBe((Verdict.Passed, "214 calls, at most 8 open at once", null));
    }

    [Test]
    public void A_statement_stands_in_only_where_no_way_to_show_it_is_declared()
    {
        var result = JudgeItem(Shown, [.. Scenario("not exercised"), Stated!.Value, NotShown]);

        (result.Verdict, result.Summary).ShouldBe((Verdict.Attested, "stated by Ana Ruiz, CTO, 2026-01-15"));
        result.NotProven.ShouldBe(["Load is agreed: it could not be asked for"]);
    }

    [Test]
    public void A_statement_does_not_stand_in_for_a_proof_that_did_not_come() =>
        JudgeItem(Shown, [.. Scenario("completed", nameof(Blind)), Stated!.Value]).Verdict.ShouldBe(Verdict.Inconclusive);

    [Test]
    public void What_was_proven_all_the_same_is_told_beside_the_statement() =>
        JudgeItem(Shown, [.. Scenario("completed", nameof(Quiet)), Stated!.Value, NotShown]).Summary
            .ShouldBe("stated by Ana Ruiz, CTO, 2026-01-15; proven: 214 calls, at most 8 open at once");

    [Test]
    public void A_statement_stands_in_for_the_scenario_that_has_no_way_to_be_shown() =>
        JudgeItem(Shown, [.. Scenario("not exercised"), Stated!.Value, NotShownOf("S1")]).Verdict.ShouldBe(Verdict.Attested);

    [Test]
    public void It_does_not_stand_in_for_another_scenario_that_was_declared_and_not_proven() =>
        JudgeItem(Shown, [.. Scenario("completed", nameof(Blind)), Stated!.Value, NotShownOf("S2")]).Verdict.ShouldBe(Verdict.Inconclusive);

    [Test]
    public void With_neither_proof_nor_statement_it_is_inconclusive() =>
        JudgeItem(Shown, [.. Scenario("not exercised"), NotShown]).Verdict.ShouldBe(Verdict.Inconclusive);

    [Test]
    public void No_statement_excuses_what_was_seen_to_be_wrong() =>
        JudgeItem(Shown, [.. Scenario("completed", nameof(Loud)), Stated!.Value, NotShown]).Verdict.ShouldBe(Verdict.Failed);

    [Test]
    public void What_is_left_has_to_be_stated_beside_the_proof()
    {
        var result = JudgeItem(WithRemainder, Scenario("completed", nameof(Quiet)));

        (result.Verdict, result.Summary).ShouldBe((
            Verdict.Inconclusive,
            "nobody has stated who has access: declare attestations.TOY-LOAD-01 with name, role, date and statement; proven: 214 calls, at most 8 open at once"));
    }

    [Test]
    public void Proof_and_statement_together_pass()
    {
        var result = JudgeItem(WithRemainder, [.. Scenario("completed", nameof(Quiet)), Stated!.Value]);

        (result.Verdict, result.Summary).ShouldBe((Verdict.Passed, "214 calls, at most 8 open at once; who has access: stated by Ana Ruiz, CTO, 2026-01-15"));
        result.Attestation.ShouldNotBeNull().Statement.ShouldBe("We agree load tests.");
    }

    [Test]
    public void A_statement_of_the_rest_does_not_help_a_proof_that_did_not_come() =>
        JudgeItem(WithRemainder, [.. Scenario("completed", nameof(Blind)), Stated!.Value]).Verdict.ShouldBe(Verdict.Inconclusive);
}
