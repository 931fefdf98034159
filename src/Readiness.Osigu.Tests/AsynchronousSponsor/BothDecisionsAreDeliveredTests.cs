using Readiness.Osigu.Checks.AsynchronousSponsor;

namespace Readiness.Osigu.Tests.AsynchronousSponsor;

internal sealed class BothDecisionsAreDeliveredTests
{
    [Test]
    public void Holds_when_both_decisions_are_accepted() =>
        Both().Approval("S1", 32).Rejection("S2", 42).Judge<BothDecisionsAreDelivered>().ShouldBeOfType<Judgement.Passed>().Saw
            .ShouldBe("authorization.created accepted 30.5 s after PENDING_SPONSOR; authorization.rejected accepted 30.5 s after PENDING_SPONSOR");

    [Test]
    public void A_delivery_that_was_accepted_on_the_second_try_is_accepted() =>
        Both().Approval("S1", 32, 503).Approval("S1", 40).Rejection("S2", 42).Judge<BothDecisionsAreDelivered>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_subscription_leaves_the_decision_out()
    {
        var finding = Both().Approval("S1", 32)
            .Note(OsiguNotes.DecisionNotDeliverable, 42, ("stimulus", "S2"), ("event_type", "authorization.rejected"), ("subscribed", "authorization.created"))
            .Judge<BothDecisionsAreDelivered>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();
        finding.Expected.ShouldBe("the integration is subscribed to the sponsor's decisions");
        finding.Saw.ShouldBe("authorization.rejected could not be delivered: subscribed to authorization.created");
    }

    [Test]
    public void Breaks_when_a_decision_is_never_accepted() =>
        Both().Approval("S1", 32).Rejection("S2", 42, 500).Judge<BothDecisionsAreDelivered>().ShouldBeOfType<Judgement.Failed>()
            .Findings.ShouldHaveSingleItem().Saw.ShouldBe("500 to first (19)");

    [Test]
    public void Waits_for_the_decision() =>
        Both().Approval("S1", 32).Judge<BothDecisionsAreDelivered>().ShouldBeOfType<Judgement.Undecided>().Until.TotalSeconds.ShouldBe(101.51, 0.01);

    [Test]
    public void Concludes_nothing_when_the_run_ends_before_the_decision() =>
        Both().Approval("S1", 32).Close(40).Judge<BothDecisionsAreDelivered>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldBe("the sponsor's decision was not delivered before the run ended");

    [Test]
    public void Concludes_nothing_when_the_request_was_never_completed() =>
        new JournalBuilder().Request("S1", "approved-later", 1, Outcome.Failed, "PENDING_INDICATION").Request("S2", "rejected-later", 11).Rejection("S2", 42)
            .Judge<BothDecisionsAreDelivered>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldBe("no completion of the request was answered PENDING_SPONSOR before authorization.request (4) ended as failed");

    [Test]
    public void Concludes_nothing_when_only_one_was_asked_for() =>
        new JournalBuilder().Request("S1", "approved-later", 1).Approval("S1", 32).Judge<BothDecisionsAreDelivered>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldBe("no authorization was asked for (rejected-later)");

    private static JournalBuilder Both() => new JournalBuilder().Request("S1", "approved-later", 1).Request("S2", "rejected-later", 11);
}
