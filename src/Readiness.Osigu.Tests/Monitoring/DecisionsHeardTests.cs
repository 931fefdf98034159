using Readiness.Osigu.Checks.Monitoring;

namespace Readiness.Osigu.Tests.Monitoring;

public sealed class DecisionsHeardTests
{
    [TestCase("authorization.created")]
    [TestCase("authorization.rejected")]
    [TestCase("authorization.voided")]
    public void A_decision_that_was_accepted_is_heard(string type) => Heard(new JournalBuilder().Delivery("S1", "evt_1", 1, eventType: type)).ShouldBe(["S1"]);

    [Test]
    public void An_event_of_an_unknown_type_decides_nothing() =>
        Heard(new JournalBuilder().Delivery("S1", "evt_1", 1, eventType: "authorization.something_new", manner: "unknown-type")).ShouldBeEmpty();

    [Test]
    public void Neither_does_what_is_not_genuine_or_was_refused() =>
        Heard(new JournalBuilder().Delivery("S1", "evt_1", 1, genuine: false).Delivery("S2", "evt_2", 2, status: 503).Delivery("S3", "evt_3", 3, status: null)).ShouldBeEmpty();

    private static IEnumerable<string> Heard(JournalBuilder journal) => DecisionsHeard.Of(journal.Build());
}
