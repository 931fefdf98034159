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

    private static JournalBuilder Overtaken(int status = 200, double answered = 2, (double At, string Status)[]? states = null)
    {
        var journal = new JournalBuilder().Delivery(null, "evt_0", 0.5).Stimulus("S1", "overtaken", 1)
            .Operation("S1", "authorization.request", 1.1, Outcome.Pending, "The sponsor decides later.", lasts: 3.9)
            .Call("S1", "complete-authorization", 2, answer: """{"status":"PENDING_SPONSOR"}""", lasts: answered).Delivery("S1", "evt_A", 3, status);
        return (states ?? [(9, "approved")]).Aggregate(journal, (sofar, state) => sofar.Believes("S1", state.At, state.Status));
    }
}
