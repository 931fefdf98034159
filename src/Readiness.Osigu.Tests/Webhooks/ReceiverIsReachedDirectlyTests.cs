using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class ReceiverIsReachedDirectlyTests
{
    [Test]
    public void Holds_when_events_are_answered_where_they_arrive() =>
        Subscribed("http", "local").Judge<ReceiverIsReachedDirectly>().Saw
            .ShouldBe("1 genuine event delivered by POST, none answered by a redirect; 1 subscription, none of them to a public address over plain HTTP");

    [TestCase("https", "public")]
    [TestCase("https", "local")]
    public void An_https_address_is_right_wherever_it_is(string scheme, string reach) => Subscribed(scheme, reach).Judge<ReceiverIsReachedDirectly>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Nothing_has_to_be_subscribed_in_the_run() => new JournalBuilder().Delivery(null, "evt_0", 1).Judge<ReceiverIsReachedDirectly>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_a_public_address_is_subscribed_over_plain_http() =>
        Subscribed("http", "public").Judge<ReceiverIsReachedDirectly>().Finding.Saw.ShouldBe("1 subscription to a public http address (3)");

    [TestCase(300)]
    [TestCase(301)]
    [TestCase(307)]
    [TestCase(308)]
    [TestCase(399)]
    public void Breaks_when_an_event_is_redirected(int status)
    {
        var finding = Subscribed("http", "local").Stimulus("S1", "subscribed-address", 3).Delivery("S1", "evt_A", 4, status, manner: "subscribed-address").Judge<ReceiverIsReachedDirectly>().Finding;
        finding.Expected.ShouldBe("an event is answered where it is delivered, without a redirect");
        finding.Saw.ShouldBe($"{status} to subscribed-address (8)");
    }

    [Test]
    public void An_address_that_this_run_cannot_reach_is_advice() =>
        Subscribed("http", "local").Stimulus("S1", "subscribed-address", 3).Delivery("S1", "evt_A", 4, 0, manner: "subscribed-address", problem: "connection refused")
            .Judge<ReceiverIsReachedDirectly>().Advice.ShouldHaveSingleItem().ShouldStartWith("connection refused to subscribed-address (8)");

    [Test]
    public void Concludes_nothing_of_a_receiver_that_accepts_nothing() =>
        new JournalBuilder().Delivery(null, "evt_0", 1, 401).Judge<ReceiverIsReachedDirectly>().Reason.ShouldBe("no genuine event was ever accepted, so that nothing is known of the way to the receiver");

    [TestCase(400)]
    [TestCase(500)]
    public void A_subscribed_address_that_refuses_is_advice(int status) =>
        Subscribed("http", "local").Stimulus("S1", "subscribed-address", 3).Delivery("S1", "evt_A", 4, status).Judge<ReceiverIsReachedDirectly>().Advice.ShouldHaveSingleItem().ShouldStartWith($"{status} to first (8)");

    [Test]
    public void A_subscribed_address_that_accepts_gives_no_advice() =>
        Subscribed("http", "local").Stimulus("S1", "subscribed-address", 3).Delivery("S1", "evt_A", 4).Judge<ReceiverIsReachedDirectly>().Advice.ShouldBeEmpty();

    private static JournalBuilder Subscribed(string scheme, string reach) =>
        new JournalBuilder().Call(null, "subscribe", 1, 201, notes: [("url.scheme", scheme), ("url.reach", reach)]).Delivery(null, "evt_0", 2);
}
