using Readiness.Osigu.Checks.AsynchronousSponsor;

namespace Readiness.Osigu.Tests.AsynchronousSponsor;

/// <summary>A request that is pending from 11.5 s on and decided at 101.5 s: what belongs to the silence, and what does not.</summary>
internal sealed class SilentSponsorLimitTests
{
    [TestCase("read-authorization")]
    [TestCase("initiate-authorization")]
    public void Calls_before_the_completion_and_from_the_decision_on_are_not_judged(string operation) =>
        Judge(Decided(Silent().Call("S1", operation, 11.4).Call("S1", operation, 101.5))).ShouldBeOfType<Judgement.Passed>();

    [TestCase(11.5)]
    [TestCase(101.4)]
    public void Calls_in_the_first_and_the_last_moment_of_the_silence_are(double at) =>
        Judge(Decided(Silent().Call("S1", "void-authorization", at))).Finding.Expected.ShouldBe("a pending request is not given up");

    [Test]
    public void What_was_dispensed_after_the_decision_is_right() =>
        Judge(Decided(Silent()).Operation("S1", "dispensation.dispense", 101.5)).ShouldBeOfType<Judgement.Passed>();

    [TestCase(12, 0)]
    [TestCase(13, 1)]
    public void A_read_in_ten_seconds_and_one_for_each_question_are_rare(int reads, int advice)
    {
        // Two questions in 90 s: one dispensation and one read-back.
        var journal = Silent();
        for (var index = 0; index < reads; index++)
        {
            journal.Call("S1", "read-authorization", 12 + index);
        }

        Judge(Decided(journal)).Advice.Count.ShouldBe(advice);
    }

    [Test]
    public void A_silence_of_exactly_the_announced_length_is_long_enough() =>
        Judge(Decided(Silent(announced: "89.99"))).ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_state_read_only_after_the_decision_was_sent_says_nothing_about_the_silence() =>
        Judge(Decided(new JournalBuilder().Canary(1).Request("S1", "silent-sponsor", 11).Believes("S1", 101.4, "pending"))).Reason.ShouldBe("the state of the request was not read while the sponsor was silent");

    [Test]
    public void The_release_of_another_request_is_not_this_ones() =>
        Judge(Silent().Note(OsiguNotes.DecisionReleased, 60, ("stimulus", "S7"))).ShouldBeOfType<Judgement.Undecided>().WaitingFor.ShouldBe("the silent sponsor's late decision, at the end of the run");

    [Test]
    public void The_late_decision_is_waited_for_as_long_as_an_operation_may_take() =>
        Judge(Silent()).ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(101.5));

    [Test]
    public void A_released_decision_that_was_not_delivered_is_waited_for() =>
        Judge(Silent().Note(OsiguNotes.DecisionReleased, 60, ("stimulus", "S1"))).ShouldBeOfType<Judgement.Undecided>().WaitingFor.ShouldBe("the sponsor's decision");

    [Test]
    public void Breaks_when_the_request_hangs_and_the_integration_lives() =>
        Judge(Decided(Silent(Outcome.Unanswered).Canary(20))).Finding.Saw.ShouldBe("authorization.request (6) ended as unanswered, after the provider had answered PENDING_SPONSOR (9)");

    [Test]
    public void The_verdict_rests_on_the_completion_the_read_backs_the_decision_and_the_sign_of_life() =>
        Judge(Decided(Silent())).Evidence.ShouldBe([3, 6, 9, 12, 14, 16, 18]);

    private static JournalBuilder Silent(Outcome outcome = Outcome.Pending, string announced = "0") =>
        new JournalBuilder().Canary(1).Request("S1", "silent-sponsor", 11, outcome, data: ("silence", announced))
            .Operation("S1", "dispensation.dispense", 15, Outcome.Failed, "Still pending.").Believes("S1", 30, "pending");

    private static JournalBuilder Decided(JournalBuilder journal) =>
        journal.Approval("S1", 101.5).Believes("S1", 102, "approved").Note(OsiguNotes.DecisionReleased, 103, ("stimulus", "S1"));

    private static Judgement Judge(JournalBuilder journal) => journal.Judge<NothingIsDecidedWhileTheSponsorIsSilent>();
}
