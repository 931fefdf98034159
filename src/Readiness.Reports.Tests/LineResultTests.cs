namespace Readiness.Reports.Tests;

/// <summary>A line of the provider's checklist says what its items say together, and never more.</summary>
internal sealed class LineResultTests
{
    [TestCase(new[] { Verdict.Passed, Verdict.Passed }, Verdict.Passed)]
    [TestCase(new[] { Verdict.Passed, Verdict.NotApplicable }, Verdict.Passed)]
    [TestCase(new[] { Verdict.NotApplicable }, Verdict.NotApplicable)]
    [TestCase(new[] { Verdict.Passed, Verdict.Attested }, Verdict.Attested)]
    [TestCase(new[] { Verdict.Attested, Verdict.Planned }, Verdict.Planned)]
    [TestCase(new[] { Verdict.Passed, Verdict.NotRun }, Verdict.NotRun)]
    [TestCase(new[] { Verdict.NotRun, Verdict.Inconclusive }, Verdict.Inconclusive)]
    [TestCase(new[] { Verdict.Inconclusive, Verdict.Failed }, Verdict.Failed)]
    [TestCase(new Verdict[0], Verdict.Planned)]
    public void A_line_is_as_its_worst_item(Verdict[] items, Verdict expected) => Line([.. items.Select(Item)]).Verdict.ShouldBe(expected);

    [Test]
    public void A_waiver_that_the_policy_allows_shows_on_the_line() => Line([Item(Verdict.Passed), Waived(allowed: true)]).Verdict.ShouldBe(Verdict.Waived);

    [Test]
    public void A_waiver_that_the_policy_does_not_allow_leaves_the_line_false() => Line([Item(Verdict.Passed), Waived(allowed: false)]).Verdict.ShouldBe(Verdict.Failed);

    [Test]
    public void What_was_stated_in_place_of_a_proof_counts_as_a_statement() => Line([Item(Verdict.Attested)]).Proofs.ShouldBe([ProofClass.Attest]);

    private static LineResult Line(IReadOnlyList<ItemResult> items) => LineResult.Of(SampleRun.Result with { OfficialLines = [new OfficialLine("T1", "x")], Items = items })[0];

    private static ItemResult Item(Verdict verdict) => SampleRun.Item("TOY-A-01", "a", "A", verdict, "seen", line: "T1");

    private static ItemResult Waived(bool allowed) => Item(Verdict.Waived) with { Waiver = new Waiver("Grace Holt", "r", "2026-04-30", allowed) };
}
