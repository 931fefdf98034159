using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Tests.AsynchronousSponsor;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class EarlyDecisionStandsTests
{
    [Test]
    public void Holds_when_the_decision_survives_the_late_answer() =>
        Overtaken().Judge<EarlyDecisionStands>().Saw.ShouldBe("authorization.created (8) overtook the answer to the completion; the request was approved all the same");

    [Test]
    public void Breaks_when_the_answer_overwrites_the_decision()
    {
        var finding = Overtaken(states: [(9, "pending"), (60, "pending")]).Judge<EarlyDecisionStands>().Finding;
        finding.Expected.ShouldBe("a decision that overtakes the answer to the completion is kept");
        finding.Saw.ShouldStartWith("still pending 55 s after authorization.created (8) and the answer had both arrived");
    }

    [Test]
    public void Breaks_when_the_event_is_refused() => Overtaken(status: 404).Judge<EarlyDecisionStands>().Finding.Saw.ShouldBe("404 to first (8)");

    [Test]
    public void Pending_for_a_while_is_right() => Overtaken(states: [(9, "pending"), (30, "approved")]).Judge<EarlyDecisionStands>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_when_pending_was_not_asked_for_again() => Overtaken(states: [(9, "pending")]).Judge<EarlyDecisionStands>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_when_the_answer_was_not_overtaken() =>
        Overtaken(answered: 0.5).Judge<EarlyDecisionStands>().Reason.ShouldBe("no completion was answered PENDING_SPONSOR after the event was sent, so that nothing was overtaken");

    [Test]
    public void Concludes_nothing_from_an_empty_run() => new JournalBuilder().Judge<EarlyDecisionStands>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void A_completion_that_failed_before_is_not_the_one_that_was_overtaken() =>
        Overtaken().Call("S1", "complete-authorization", 1.5, 503, lasts: 2).Judge<EarlyDecisionStands>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_decision_that_overtook_nothing_is_not_judged() =>
        Overtaken(404, answered: 0.5).Judge<EarlyDecisionStands>().Reason.ShouldBe("no completion was answered PENDING_SPONSOR after the event was sent, so that nothing was overtaken");

    [Test]
    public void Breaks_when_it_is_still_pending_at_the_end_of_forty_seconds() =>
        Overtaken(states: [(45, "pending")]).Judge<EarlyDecisionStands>().Finding.Saw.ShouldBe("still pending 40 s after authorization.created (8) and the answer had both arrived (12)");

    [Test]
    public void Concludes_nothing_from_a_state_before_the_event_was_acknowledged()
    {
        Overtaken(latency: 3, states: [(5.5, "pending")]).Judge<EarlyDecisionStands>().Reason.ShouldBe("the state of the request was not read after the event and the answer had both arrived");
        Overtaken(states: []).Judge<EarlyDecisionStands>().Reason.ShouldBe("the state of the request was not read after the event and the answer had both arrived");
    }

    [Test]
    public void The_verdict_rests_on_the_event_the_completion_and_the_state() => Overtaken().Judge<EarlyDecisionStands>().Evidence.ShouldBe([6, 7, 8, 12]);

    private static JournalBuilder Overtaken(int status = 200, double answered = 2, double latency = 0.05, (double At, string Status)[]? states = null)
    {
        var journal = new JournalBuilder().Delivery(null, "evt_0", 0.5).Stimulus("S1", "overtaken", 1)
            .Operation("S1", "authorization.request", 1.1, Outcome.Pending, "The sponsor decides later.", lasts: 3.9)
            .Call("S1", "complete-authorization", 2, answer: """{"status":"PENDING_SPONSOR"}""", lasts: answered).Delivery("S1", "evt_A", 3, status, latency: latency);
        return (states ?? [(9, "approved")]).Aggregate(journal, (sofar, state) => sofar.Believes("S1", state.At, state.Status));
    }
}
