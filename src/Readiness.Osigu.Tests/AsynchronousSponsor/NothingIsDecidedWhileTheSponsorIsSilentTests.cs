using Readiness.Osigu.Checks.AsynchronousSponsor;

namespace Readiness.Osigu.Tests.AsynchronousSponsor;

internal sealed class NothingIsDecidedWhileTheSponsorIsSilentTests
{
    [Test]
    public void Holds_when_the_request_was_pending_until_the_event_and_approved_then() =>
        Passed(Decided(Silent())).Saw.ShouldBe("pending for 88.5 s (1 read-back), approved 1.1 s after the event at most");

    [Test]
    public void A_rare_safety_read_is_right() => Passed(Decided(Silent().Call("S1", "read-authorization", 40).Call("S1", "read-authorization", 60))).Advice.ShouldBeEmpty();

    [Test]
    public void Polling_is_advice()
    {
        var journal = Silent();
        foreach (var second in Enumerable.Range(12, 60))
        {
            journal.Call("S1", "read-authorization", second);
        }

        Passed(Decided(journal)).Advice.ShouldHaveSingleItem().ShouldBe("the request was read 60 times in 88.5 s: the event will tell, one read in 10 s is plenty");
    }

    [Test]
    public void Breaks_when_the_placeholder_is_dispensed() =>
        Failed(Silent(dispense: Outcome.Succeeded).Call("S1", "start-dispensation", 15.2, 404)).Select(finding => finding.Expected)
            .ShouldBe(["a pending authorization is not dispensed", "nothing is dispensed while the sponsor is silent"]);

    [TestCase("void-authorization", "1 void-authorization call (16)")]
    [TestCase("initiate-authorization", "1 initiate-authorization call (16)")]
    public void Breaks_when_the_request_is_given_up_or_repeated(string operation, string saw) =>
        Failed(Decided(Silent().Call("S1", operation, 50))).ShouldHaveSingleItem().Saw.ShouldBe(saw);

    [TestCase(Outcome.Succeeded, "authorization.request (6) ended as succeeded, after the provider had answered PENDING_SPONSOR (9)")]
    [TestCase(Outcome.Failed, "authorization.request (6) ended as failed, after the provider had answered PENDING_SPONSOR (9)")]
    public void Breaks_when_the_user_is_told_something_else_than_pending(Outcome outcome, string saw) =>
        Failed(Decided(Silent(outcome))).ShouldHaveSingleItem().Saw.ShouldBe(saw);

    [TestCase("approved")]
    [TestCase("rejected")]
    [TestCase("unknown")]
    public void Breaks_when_the_state_is_anything_but_pending(string status) =>
        Failed(Decided(Silent(believes: status))).ShouldHaveSingleItem().Saw.ShouldBe($"{status} after 18.5 s (14)");

    [Test]
    public void Breaks_when_its_own_time_out_makes_it_drop_the_late_approval() =>
        Failed(Silent().Note(OsiguNotes.DecisionReleased, 99, ("stimulus", "S1")).Approval("S1", 100).Believes("S1", 101, "rejected").Believes("S1", 144, "rejected")).ShouldHaveSingleItem().Saw
            .ShouldBe("still rejected 44 s after authorization.created (17) was accepted");

    [Test]
    public void Breaks_when_the_late_event_is_refused() =>
        Failed(Silent().Note(OsiguNotes.DecisionReleased, 99, ("stimulus", "S1")).Approval("S1", 100, 409).Delivery(null, "evt_0", 110)).ShouldHaveSingleItem().Saw.ShouldBe("409 to first (17)");

    [Test]
    public void Waits_for_the_late_decision() =>
        Silent().Judge<NothingIsDecidedWhileTheSponsorIsSilent>().ShouldBeOfType<Judgement.Undecided>().WaitingFor.ShouldBe("the silent sponsor's late decision, at the end of the run");

    [Test]
    public void Concludes_nothing_when_the_run_ends_before_the_decision() =>
        Silent().Close(60).Judge<NothingIsDecidedWhileTheSponsorIsSilent>().ShouldBeOfType<Judgement.Inconclusive>().Reason.ShouldBe("the run ended before the silent sponsor decided");

    [Test]
    public void Concludes_nothing_when_the_state_was_not_read_meanwhile() =>
        Decided(new JournalBuilder().Canary(1).Request("S1", "silent-sponsor", 11)).Judge<NothingIsDecidedWhileTheSponsorIsSilent>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldBe("the state of the request was not read while the sponsor was silent");

    [Test]
    public void Concludes_nothing_without_a_sign_of_life_before() =>
        Decided(new JournalBuilder().Request("S1", "silent-sponsor", 11).Believes("S1", 30, "pending")).Judge<NothingIsDecidedWhileTheSponsorIsSilent>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldBe("no sign of life of the integration before 11.5 s into the run, so that silence proves nothing");

    [Test]
    public void Concludes_nothing_when_the_request_was_never_pending() =>
        new JournalBuilder().Request("S1", "silent-sponsor", 11, Outcome.Failed, "PENDING_INDICATION").Judge<NothingIsDecidedWhileTheSponsorIsSilent>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_when_the_sponsor_was_not_silent_for_as_long_as_announced() =>
        new JournalBuilder().Canary(1).Request("S1", "silent-sponsor", 11, data: ("silence", "12"))
            .Operation("S1", "dispensation.dispense", 12, Outcome.Failed, "Still pending.").Believes("S1", 13, "pending")
            .Note(OsiguNotes.DecisionReleased, 14, ("stimulus", "S1")).Approval("S1", 15).Believes("S1", 16, "approved").Canary(60).Close(70)
            .Judge<NothingIsDecidedWhileTheSponsorIsSilent>().Reason.ShouldStartWith("the sponsor was silent for");

    private static JournalBuilder Silent(Outcome outcome = Outcome.Pending, Outcome dispense = Outcome.Failed, string believes = "pending") =>
        new JournalBuilder().Canary(1).Request("S1", "silent-sponsor", 11, outcome).Operation("S1", "dispensation.dispense", 15, dispense, "Still pending.").Believes("S1", 30, believes);

    private static JournalBuilder Decided(JournalBuilder journal) => journal.Note(OsiguNotes.DecisionReleased, 99, ("stimulus", "S1")).Approval("S1", 100).Believes("S1", 101, "approved");

    private static Judgement.Passed Passed(JournalBuilder journal) => journal.Judge<NothingIsDecidedWhileTheSponsorIsSilent>().ShouldBeOfType<Judgement.Passed>();

    private static IReadOnlyList<Finding> Failed(JournalBuilder journal) => journal.Judge<NothingIsDecidedWhileTheSponsorIsSilent>().ShouldBeOfType<Judgement.Failed>().Findings;
}
