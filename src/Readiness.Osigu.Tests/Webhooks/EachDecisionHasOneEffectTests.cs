using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class EachDecisionHasOneEffectTests
{
    [Test]
    public void Holds_when_an_event_that_arrives_again_has_one_effect() =>
        Twice().Judge<EachDecisionHasOneEffect>().ShouldBeOfType<Judgement.Passed>().Saw
            .ShouldBe("2 deliveries of 1 event, all accepted (200, 200), 1 effect; the event after them counted 1 too");

    [TestCase(202)]
    [TestCase(204)]
    public void Any_2xx_is_an_acceptance(int again) => Twice(again).Judge<EachDecisionHasOneEffect>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Events_of_other_work_may_move_the_total() =>
        Twice(totalAfter: 13).Delivery("S7", "evt_X", 3.3).Judge<EachDecisionHasOneEffect>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_copy_has_an_effect_of_its_own()
    {
        var findings = Twice(count: 2, totalAfter: 13).Judge<EachDecisionHasOneEffect>().ShouldBeOfType<Judgement.Failed>().Findings;
        findings.Select(finding => finding.Saw).ShouldBe(["2 effects of evt_A (13) after 2 deliveries (6, 8)", "from 10 (4) to 13 (17)"]);
    }

    [Test]
    public void Breaks_when_the_copy_is_refused() => Failed(Twice(again: 409)).Saw.ShouldBe("409 to again (8)");

    [Test]
    public void Breaks_when_the_first_attempt_was_remembered_but_never_worked_on() =>
        Twice(count: 0, totalAfter: 11).Judge<EachDecisionHasOneEffect>().ShouldBeOfType<Judgement.Failed>().Findings[0].Saw.ShouldBe("0 effects of evt_A (13) after 2 deliveries (6, 8)");

    [Test]
    public void Breaks_when_the_count_says_one_and_the_approval_is_booked_twice() =>
        Failed(Twice().Probe("S1", "authorization.status", 8, """{"status":"approved","authorizations":[{"authorization_code":"AUTH-1","status":"APPROVED"},{"authorization_code":"AUTH-1","status":"APPROVED"}]}"""))
            .Saw.ShouldBe("authorization.status (19) shows AUTH-1 more than once");

    [Test]
    public void Several_authorizations_of_one_request_are_right() =>
        Twice().Probe("S1", "authorization.status", 8, """{"status":"approved","authorizations":[{"authorization_code":"AUTH-1","status":"APPROVED"},{"authorization_code":"AUTH-2","status":"APPROVED"}]}""")
            .Judge<EachDecisionHasOneEffect>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_count_says_one_and_the_copy_starts_a_second_dispensation() =>
        Failed(Twice().Call("S1", "start-dispensation", 2.5, 201).Call("S1", "start-dispensation", 3.5, 409)).Saw.ShouldBe("start-dispensation (8) was answered 201, and was sent again (13)");

    [Test]
    public void A_write_that_was_not_answered_may_be_sent_again() =>
        Twice().Call("S1", "start-dispensation", 2.5, 503).Call("S1", "start-dispensation", 3.2, 201).Judge<EachDecisionHasOneEffect>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_when_the_read_back_does_not_move() =>
        Reason(Twice(bracket: 0)).ShouldBe("effects.count shows 0 effects of evt_B, which was delivered once: it proves nothing about the event that was delivered again");

    [Test]
    public void Concludes_nothing_without_a_second_delivery() =>
        Reason(new JournalBuilder().Stimulus("S1", "duplicated", 1).Stimulus("S2", "bracket", 1).Delivery("S1", "evt_A", 2).Delivery("S2", "evt_B", 3))
            .ShouldBe("no event was delivered twice and followed by another one");

    [Test]
    public void Concludes_nothing_without_a_read_back() =>
        Reason(new JournalBuilder().Stimulus("S1", "duplicated", 1).Stimulus("S2", "bracket", 1).Delivery("S1", "evt_A", 2).Delivery("S1", "evt_A", 3, manner: "again").Delivery("S2", "evt_B", 4))
            .ShouldStartWith("no effects.count of evt_A after its last delivery");

    [Test]
    public void Concludes_nothing_of_a_receiver_that_accepts_nothing() =>
        Reason(new JournalBuilder().Stimulus("S1", "duplicated", 1).Stimulus("S2", "bracket", 1).Delivery("S1", "evt_A", 2, 401).Delivery("S1", "evt_A", 3, 401, manner: "again").Delivery("S2", "evt_B", 4, 401))
            .ShouldBe("no genuine event was ever accepted: check webhook.url and the webhook secret that the integration uses");

    [Test]
    public void Concludes_nothing_where_effects_cannot_be_counted() =>
        Reason(new JournalBuilder().Stimulus("S1", "duplicated", 1).Stimulus("S2", "bracket", 1).Delivery("S1", "evt_A", 2).Delivery("S1", "evt_A", 3, manner: "again").Delivery("S2", "evt_B", 4).Effects("evt_A", 5, 0, Outcome.Unsupported))
            .ShouldStartWith("the integration does not offer effects.count (");

    private static JournalBuilder Twice(int again = 200, int count = 1, int bracket = 1, int totalAfter = 12) =>
        new JournalBuilder().Stimulus("S1", "duplicated", 1).Total(1.2, 10).Delivery("S1", "evt_A", 2).Delivery("S1", "evt_A", 3, again, manner: "again")
            .Stimulus("S2", "bracket", 3.5).Delivery("S2", "evt_B", 4).Effects("evt_A", 5, count).Effects("evt_B", 6, bracket).Total(7, totalAfter);

    private static Finding Failed(JournalBuilder journal) => journal.Judge<EachDecisionHasOneEffect>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();

    private static string Reason(JournalBuilder journal) => journal.Judge<EachDecisionHasOneEffect>().ShouldBeOfType<Judgement.Inconclusive>().Reason;
}
