using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class FailedDeliveryIsNotLostTests
{
    [Test]
    public void Holds_when_the_repetition_is_worked_off() =>
        Failed().Judge<FailedDeliveryIsNotLost>().Saw.ShouldBe("500 to first (5), 200 to again (9): not accepted while the provider failed, accepted later, and 1 effect");

    [Test]
    public void Holds_when_the_event_was_taken_over_at_once() =>
        TakenOver().Judge<FailedDeliveryIsNotLost>().Saw.ShouldBe("200 to first (5) while the provider failed: taken over, and 1 effect");

    [Test]
    public void Breaks_when_the_repetition_is_taken_for_a_copy()
    {
        var finding = Failed(effect: 0, probedAt: 60).Judge<FailedDeliveryIsNotLost>().Finding;
        finding.Expected.ShouldBe("an event has its effect when it arrives again after a failed attempt");
        finding.Saw.ShouldBe("200 to again (9), and no effect 55 s later (13), while evt_B (7) had one");
    }

    [Test]
    public void Breaks_when_the_failed_attempt_left_its_effect_behind() =>
        Failed(effect: 2).Judge<FailedDeliveryIsNotLost>().Finding.Saw.ShouldBe("2 effects of evt_A (13) after 500 to first (5), 200 to again (9)");

    [Test]
    public void A_time_out_is_a_failed_attempt_too() =>
        Failed(first: 0, problem: "timed out after 10 s", effect: 0, probedAt: 60).Judge<FailedDeliveryIsNotLost>().ShouldBeOfType<Judgement.Failed>();

    [Test]
    public void Concludes_nothing_when_the_work_that_was_taken_over_may_still_be_waiting() =>
        TakenOver(effect: 0).Judge<FailedDeliveryIsNotLost>().Reason.ShouldBe("the event was acknowledged while the provider failed (5), and its effect was not seen; the work may still be waiting");

    [Test]
    public void Concludes_nothing_when_the_repetition_is_not_accepted_yet() =>
        Failed(again: 503, effect: 0).Judge<FailedDeliveryIsNotLost>().Reason.ShouldBe("the event was not accepted after the provider had recovered: 500 to first (5), 503 to again (9)");

    [Test]
    public void Concludes_nothing_from_an_empty_run() => new JournalBuilder().Judge<FailedDeliveryIsNotLost>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void The_verdict_rests_on_the_deliveries_and_the_count()
    {
        TakenOver().Judge<FailedDeliveryIsNotLost>().Evidence.ShouldBe([5, 7, 11]);
        Failed().Judge<FailedDeliveryIsNotLost>().Evidence.ShouldBe([5, 7, 9, 13]);
    }

    private static JournalBuilder Failed(int first = 500, int again = 200, int effect = 1, double probedAt = 7, string? problem = null) =>
        new JournalBuilder().Stimulus("S1", "failed-at-first", 1).Stimulus("S2", "recovered", 1)
            .Delivery("S1", "evt_A", 2, first, problem: problem).Delivery("S2", "evt_B", 3)
            .Delivery("S1", "evt_A", 5 - 0.05, again, manner: "again").Effects("evt_B", 6, 1).Effects("evt_A", probedAt, effect);

    private static JournalBuilder TakenOver(int effect = 1) =>
        new JournalBuilder().Stimulus("S1", "failed-at-first", 1).Stimulus("S2", "recovered", 1)
            .Delivery("S1", "evt_A", 2).Delivery("S2", "evt_B", 3).Effects("evt_B", 4, 1).Effects("evt_A", 60, effect);
}
