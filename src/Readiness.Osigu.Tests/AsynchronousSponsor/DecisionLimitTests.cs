using Readiness.Osigu.Checks.AsynchronousSponsor;

namespace Readiness.Osigu.Tests.AsynchronousSponsor;

/// <summary>Where exactly the verdicts about delivered decisions turn. The approval is accepted at 32.5 s, so its limit passes at 77.5 s.</summary>
internal sealed class DecisionLimitTests
{
    [TestCase(32.5)]
    [TestCase(77.5)]
    public void A_read_back_at_the_acknowledgement_or_at_the_limit_is_in_time(double at) =>
        PickedUp(Pending().Believes("S1", at, "approved")).ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_read_back_before_the_acknowledgement_shows_nothing_of_the_event() =>
        PickedUp(Pending().Believes("S1", 32.4, "approved").Close(200)).Reason.ShouldBe("the state of the request was not read up to 45 s after authorization.created (17)");

    [Test]
    public void A_read_back_after_the_limit_does_not_tell_when_it_was_picked_up() =>
        PickedUp(Pending().Believes("S1", 77.6, "approved").Close(200)).Reason.ShouldBe("the state of the request was not read up to 45 s after authorization.created (17)");

    [Test]
    public void Forty_seconds_without_the_decision_have_seen_the_limit_pass()
    {
        PickedUp(Pending().Believes("S1", 72.5, "pending")).Finding.Saw.ShouldBe("still pending 40 s after authorization.created (17) was accepted");
        PickedUp(Pending().Believes("S1", 72.4, "pending").Close(77.5)).Reason.ShouldBe("the state of the request was not read up to 45 s after authorization.created (17)");
        PickedUp(Pending().Believes("S1", 72.4, "pending").Close(77.4)).Reason.ShouldBe("the run ended before the state of the request was read 45 s after the event");
    }

    [Test]
    public void The_verdict_on_the_pick_up_rests_on_completions_deliveries_and_read_backs() =>
        PickedUp(Pending().Believes("S1", 33, "approved")).Evidence.ShouldBe([7, 14, 17, 19, 21, 23]);

    [Test]
    public void The_verdict_on_the_delivery_rests_on_completions_and_deliveries() =>
        Both().Approval("S1", 32).Rejection("S2", 42).Judge<BothDecisionsAreDelivered>().Evidence.ShouldBe([7, 14, 17, 19]);

    [Test]
    public void A_receiver_that_never_accepted_anything_is_set_up_wrongly() =>
        Both().Approval("S1", 32, 401).Rejection("S2", 42, 401).Judge<BothDecisionsAreDelivered>().Reason
            .ShouldBe("no genuine event was ever accepted: check webhook.url and the webhook secret that the integration uses");

    [Test]
    public void An_open_delivery_is_waited_for() =>
        Both().Approval("S1", 32).Rejection("S2", 42, status: null).Judge<BothDecisionsAreDelivered>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(57));

    [Test]
    public void A_subscription_that_leaves_out_another_scenarios_decision_is_judged_there() =>
        Both().Approval("S1", 32).Rejection("S2", 42)
            .Note(OsiguNotes.DecisionNotDeliverable, 43, ("stimulus", "S7"), ("event_type", "authorization.voided"), ("subscribed", "authorization.created"))
            .Note(NoteNames.ScenarioEnded, 50, ("scenario", JournalBuilder.TheScenario))
            .Note(OsiguNotes.DecisionNotDeliverable, 60, ("event_type", "authorization.voided"), ("subscribed", "authorization.created"))
            .Judge<BothDecisionsAreDelivered>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_decision_that_names_no_request_is_judged_by_its_time() =>
        Both().Approval("S1", 32).Rejection("S2", 42).Note(OsiguNotes.DecisionNotDeliverable, 43, ("event_type", "authorization.rejected"), ("subscribed", "authorization.created"))
            .Judge<BothDecisionsAreDelivered>().AllSeen[0].ShouldBe("authorization.rejected could not be delivered: subscribed to authorization.created");

    private static JournalBuilder Both() => new JournalBuilder().Request("S1", "approved-later", 1).Request("S2", "rejected-later", 11);

    private static JournalBuilder Pending() => new JournalBuilder()
        .Request("S1", "picked-up-approval", 1).Request("S2", "picked-up-rejection", 11)
        .Delivery("S1", "evt_S1", 32, latency: 0.5)
        .Delivery("S2", "evt_S2", 32.6, eventType: "authorization.rejected").Believes("S2", 32.7, "rejected");

    private static Judgement PickedUp(JournalBuilder journal) => journal.Judge<DecisionsArePickedUpFromTheEvent>();
}
