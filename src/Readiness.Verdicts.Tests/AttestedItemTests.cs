using static Readiness.Verdicts.Tests.StatedItem;

namespace Readiness.Verdicts.Tests;

/// <summary>Items that a person states, with and without something on the wire that would give a wrong statement away.</summary>
internal sealed class AttestedItemTests
{
    [Test]
    public void A_statement_without_a_check_stands_by_itself()
    {
        var result = Judge(Stated, Scenario("completed"));

        result.Verdict.ShouldBe(Verdict.Attested);
        result.Summary.ShouldBe("stated by Ana Ruiz, CTO, 2026-01-15");
        result.NotProven.ShouldBeEmpty();
        result.Scenarios.ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Attested);
    }

    [Test]
    public void What_the_tripwire_watched_stands_beside_the_statement()
    {
        var result = Judge(Stated, Scenario("completed", nameof(Quiet)));

        result.Verdict.ShouldBe(Verdict.Attested);
        result.Summary.ShouldBe("stated by Ana Ruiz, CTO, 2026-01-15; on the wire: 214 calls, at most 8 open at once");
        result.Advice.ShouldBe(["seldom more than 5"]);
        result.Scenarios.ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Attested);
    }

    [Test]
    public void A_tripwire_that_could_not_conclude_is_listed_as_not_proven()
    {
        var result = Judge(Stated, Scenario("completed", nameof(Blind)));

        result.Verdict.ShouldBe(Verdict.Attested);
        result.Summary.ShouldBe("stated by Ana Ruiz, CTO, 2026-01-15");
        result.NotProven.ShouldBe(["Load is agreed: no call was seen"]);
        var scenario = result.Scenarios.ShouldHaveSingleItem();
        (scenario.Verdict, scenario.Reason).ShouldBe((Verdict.Inconclusive, "no call was seen"));
    }

    [Test]
    public void Of_two_tripwires_each_is_told()
    {
        var result = Judge(Stated, Scenario("completed", nameof(Quiet), nameof(Blind)));

        result.Summary.ShouldBe("stated by Ana Ruiz, CTO, 2026-01-15; on the wire: 214 calls, at most 8 open at once");
        result.NotProven.ShouldBe(["Load is agreed: no call was seen"]);
    }

    [Test]
    public void What_the_wire_shows_outweighs_the_statement()
    {
        var result = Judge(Stated, Scenario("completed", nameof(Loud)));

        result.Verdict.ShouldBe(Verdict.Failed);
        result.Summary.ShouldBe("50 calls open at once");
        result.Findings.ShouldHaveSingleItem().Next.ShouldBe("queue the work");
        result.Attestation.ShouldBeNull();
    }

    [Test]
    public void Without_a_statement_a_quiet_wire_proves_nothing()
    {
        var result = Judge(null, Scenario("not exercised", nameof(Quiet)));

        result.Verdict.ShouldBe(Verdict.Inconclusive);
        result.Summary.ShouldBe("nobody has stated it: declare attestations.TOY-LOAD-01 with name, role, date and statement");
    }

    [Test]
    public void Without_a_statement_the_wire_still_convicts() =>
        Judge(null, Scenario("not exercised", nameof(Loud))).Verdict.ShouldBe(Verdict.Failed);

    [Test]
    public void Work_that_could_not_be_provoked_is_listed_as_not_proven()
    {
        var result = Judge(Stated, Scenario("not exercised"));

        (result.Verdict, result.Summary).ShouldBe((Verdict.Attested, "stated by Ana Ruiz, CTO, 2026-01-15"));
        result.NotProven.ShouldBe(["Load is agreed: it could not be asked for"]);
    }

    [Test]
    public void A_statement_whose_scenario_did_not_run_is_not_run() => Judge(Stated).Verdict.ShouldBe(Verdict.NotRun);
}
