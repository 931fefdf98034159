using Readiness.Osigu.Checks.AsynchronousSponsor;

namespace Readiness.Osigu.Tests.AsynchronousSponsor;

internal sealed class DecisionsArePickedUpFromTheEventTests
{
    [Test]
    public void Holds_when_both_decisions_are_in_the_integrations_state_at_once() =>
        Both().Believes("S1", 33, "approved").Believes("S2", 43, "REJECTED").Judge<DecisionsArePickedUpFromTheEvent>().ShouldBeOfType<Judgement.Passed>().Saw
            .ShouldBe("approved 1.1 s after the event at most; rejected 1.1 s after the event at most");

    [Test]
    public void Slow_within_the_limit_is_right() =>
        Both().Believes("S1", 33, "pending").Believes("S1", 76, "approved").Believes("S2", 43, "rejected").Judge<DecisionsArePickedUpFromTheEvent>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void An_approval_without_its_code_is_advice() =>
        Both().Believes("S1", 33, "approved", code: "").Believes("S2", 43, "rejected").Judge<DecisionsArePickedUpFromTheEvent>().ShouldBeOfType<Judgement.Passed>()
            .Advice.ShouldHaveSingleItem().ShouldBe("authorization.status (19) shows the approval without its authorization_code, which a dispensation needs");

    [Test]
    public void Breaks_when_the_event_was_accepted_and_nothing_followed()
    {
        var finding = Failed(Both().Believes("S1", 33, "pending").Believes("S1", 76.5, "pending").Believes("S2", 43, "rejected"));
        finding.Expected.ShouldBe("the request is shown as approved within 45 s of the event");
        finding.Saw.ShouldBe("still pending 44.5 s after authorization.created (17) was accepted");
    }

    [Test]
    public void Breaks_when_it_takes_a_nightly_job() =>
        Failed(Both().Believes("S1", 80, "pending").Believes("S1", 100, "approved").Believes("S2", 43, "rejected")).Saw
            .ShouldBe("still pending 48 s after authorization.created (17) was accepted, approved after 68 s");

    [Test]
    public void Breaks_when_the_rejection_is_ignored() =>
        Failed(Both().Believes("S1", 33, "approved").Believes("S2", 86, "pending")).Expected.ShouldBe("the request is shown as rejected within 45 s of the event");

    [Test]
    public void Waits_while_the_limit_runs() =>
        Both().Believes("S1", 33, "pending").Believes("S2", 43, "rejected").Judge<DecisionsArePickedUpFromTheEvent>().ShouldBeOfType<Judgement.Undecided>().Until.TotalSeconds.ShouldBe(77.05, 0.01);

    [Test]
    public void Concludes_nothing_when_the_state_was_not_read_late_enough() =>
        Both().Believes("S1", 33, "pending").Believes("S2", 43, "rejected").Canary(90).Close(100).Judge<DecisionsArePickedUpFromTheEvent>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldBe("the state of the request was not read up to 45 s after authorization.created (17)");

    [Test]
    public void Concludes_nothing_when_the_first_read_came_too_late_to_tell() =>
        Both().Believes("S1", 90, "approved").Believes("S2", 43, "rejected").Judge<DecisionsArePickedUpFromTheEvent>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_when_the_state_cannot_be_read() =>
        Both().Probe("S1", "authorization.status", 33, "{}", outcome: Outcome.Unsupported).Believes("S2", 43, "rejected").Close(100)
            .Judge<DecisionsArePickedUpFromTheEvent>().ShouldBeOfType<Judgement.Inconclusive>().Reason.ShouldStartWith("the integration does not offer authorization.status (19)");

    [Test]
    public void Concludes_nothing_when_the_event_was_refused() =>
        new JournalBuilder().Request("S1", "picked-up-approval", 1).Approval("S1", 32, 500).Request("S2", "picked-up-rejection", 11).Rejection("S2", 42).Believes("S2", 43, "rejected")
            .Judge<DecisionsArePickedUpFromTheEvent>().ShouldBeOfType<Judgement.Inconclusive>().Reason.ShouldBe("the sponsor's decision was refused, so that there was nothing to pick up");

    private static JournalBuilder Both() =>
        new JournalBuilder().Request("S1", "picked-up-approval", 1).Request("S2", "picked-up-rejection", 11).Approval("S1", 32).Rejection("S2", 42);

    private static Finding Failed(JournalBuilder journal) => journal.Judge<DecisionsArePickedUpFromTheEvent>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();
}
