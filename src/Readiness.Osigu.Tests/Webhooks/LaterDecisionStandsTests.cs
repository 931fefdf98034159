using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Tests.AsynchronousSponsor;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class LaterDecisionStandsTests
{
    [Test]
    public void Holds_when_the_withdrawal_stands() =>
        Reversed().Judge<LaterDecisionStands>().Saw.ShouldBe("authorization.voided (4) arrived before authorization.created (6); the request ended as voided");

    [Test]
    public void Breaks_when_the_last_arrival_wins()
    {
        var finding = Reversed(states: [(9, "approved")]).Judge<LaterDecisionStands>().Finding;
        finding.Expected.ShouldBe("an authorization that was voided after its approval ends as voided, whichever event arrives first");
        finding.Saw.ShouldBe("approved (13) after authorization.voided, and then authorization.created (6) of an earlier moment");
    }

    [Test]
    public void Breaks_when_it_was_voided_only_until_the_approval_was_worked_off() =>
        Reversed(states: [(7, "voided"), (9, "approved")]).Judge<LaterDecisionStands>().Finding.Saw.ShouldStartWith("approved");

    [Test]
    public void Approved_before_everything_was_worked_off_proves_nothing_against_it() =>
        Reversed(states: [(4.5, "approved"), (9, "voided")]).Judge<LaterDecisionStands>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_both_events_are_dropped() => Reversed(states: [(9, "pending"), (60, "pending")]).Judge<LaterDecisionStands>().Finding.Saw.ShouldStartWith("pending");

    [TestCase(404)]
    [TestCase(500)]
    public void Breaks_when_the_withdrawal_of_an_unknown_authorization_is_refused(int status) =>
        Reversed(voided: status).Judge<LaterDecisionStands>().Finding.Saw.ShouldBe($"authorization.voided: {status} to first (4)");

    [Test]
    public void Another_word_for_voided_is_advice() =>
        Reversed(states: [(9, "cancelled")]).Judge<LaterDecisionStands>().Advice.ShouldHaveSingleItem()
            .ShouldBe("authorization.status (13) calls a voided authorization cancelled; the protocol's word is voided");

    [Test]
    public void Concludes_nothing_when_pending_was_not_asked_for_again() => Reversed(states: [(9, "pending")]).Judge<LaterDecisionStands>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_when_the_event_that_followed_shows_no_effect() =>
        Reversed(after: 0, states: [(9, "approved")]).Judge<LaterDecisionStands>().Reason
            .ShouldBe("effects.count did not show the effect of the event that followed, so that the events before it may still be waiting");

    [Test]
    public void Concludes_nothing_when_the_state_was_not_read() =>
        Reversed(states: [(4.5, "voided")]).Judge<LaterDecisionStands>().Reason.ShouldBe("the state of the request was not read after the events were worked off");

    [Test]
    public void Concludes_nothing_from_an_empty_run() => new JournalBuilder().Judge<LaterDecisionStands>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Breaks_once_where_the_withdrawal_is_refused_whatever_is_believed_afterwards() =>
        Reversed(voided: 404, states: [(9, "approved")]).Judge<LaterDecisionStands>().Finding.Saw.ShouldBe("authorization.voided: 404 to first (4)");

    [Test]
    public void Forty_seconds_of_pending_after_the_approval_break_and_fewer_conclude_nothing()
    {
        Reversed(states: [(43.05, "pending")]).Judge<LaterDecisionStands>().Finding.Saw.ShouldStartWith("pending (13)");
        Reversed(states: [(39, "pending")]).Judge<LaterDecisionStands>().Reason.ShouldBe("the request was still pending 36 s after both events were accepted (13), and was not asked for again");
    }

    [Test]
    public void The_verdict_rests_on_the_deliveries_the_count_and_the_state() => Reversed().Judge<LaterDecisionStands>().Evidence.ShouldBe([4, 6, 9, 11, 13]);

    private static JournalBuilder Reversed(int voided = 200, int after = 1, (double At, string Status)[]? states = null)
    {
        var journal = new JournalBuilder().Stimulus("S1", "out-of-order", 1)
            .Delivery("S1", "evt_V", 2, voided, eventType: "authorization.voided").Delivery("S1", "evt_C", 3)
            .Stimulus("S2", "after-the-disorder", 3.5).Delivery("S2", "evt_X", 4).Effects("evt_X", 5, after);
        return (states ?? [(9, "voided")]).Aggregate(journal, (sofar, state) => sofar.Believes("S1", state.At, state.Status));
    }
}
