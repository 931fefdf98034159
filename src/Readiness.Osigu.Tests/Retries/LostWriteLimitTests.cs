using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Tests.Retries;

/// <summary>Between which signs of life lost writes are watched, and what the verdicts about them rest on.</summary>
internal sealed class LostWriteLimitTests
{
    [Test]
    public void The_watch_runs_from_the_first_piece_of_work_to_the_last_thing_seen_of_any()
    {
        Two().Canary(16.5).Canary(100).Judge<LostWriteIsNotDoneTwice>().Reason.ShouldBe("no sign of life of the integration before 10 s into the run, so that silence proves nothing");
        Two().Canary(1).Canary(25).Judge<LostWriteIsNotDoneTwice>().ShouldBeOfType<Judgement.Undecided>().Until.TotalSeconds.ShouldBe(27, 0.1);
        Two().Canary(1).Call("S1", "read-claim", 30, method: "GET", lasts: 2).Judge<LostWriteIsNotDoneTwice>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(37));
    }

    [Test]
    public void The_verdicts_rest_on_the_lost_write_the_operation_and_the_signs_of_life()
    {
        Claim().Canary(1).Canary(100).Judge<LostWriteIsNotDoneTwice>().Evidence.ShouldBe([3, 6, 7, 10]);
        Claim().Judge<LostWriteIsToldTruly>().Evidence.ShouldBe([4, 5]);
        Claim().Call("S1", "create-claim", 11.5, 201).Judge<LostWriteIsNotDoneTwice>().Finding.Exchanges.ShouldBe([5, 7]);
    }

    [Test]
    public void What_a_job_reaches_only_after_the_user_was_told_of_a_failure_was_not_done_then() =>
        new JournalBuilder().Work("S1", "settlement.dispatch", "attach-claims", 10, Outcome.Failed, "Not sent to the sponsor yet.").LostAfter("S1", "attach-claims", 11).Call("S1", "dispatch-settlement", 60)
            .Judge<LostWriteIsToldTruly>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void An_aim_that_was_reached_and_taken_back_may_be_told_as_failed() =>
        new JournalBuilder().Work("S1", "claim.submit", "create-claim", 10, Outcome.Failed, "Nothing was claimed.").LostAfter("S1", "create-claim", 11).Call("S1", "complete-claim", 11.4).Call("S1", "void-claim", 11.5)
            .Judge<LostWriteIsToldTruly>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_void_that_was_refused_takes_nothing_back() =>
        new JournalBuilder().Work("S1", "claim.submit", "create-claim", 10, Outcome.Failed, "Nothing was claimed.").LostAfter("S1", "create-claim", 11).Call("S1", "void-claim", 11.5, 409)
            .Judge<LostWriteIsToldTruly>().Finding.Saw.ShouldBe("claim.submit (4) ended as failed, although create-claim 5 had taken effect");

    [Test]
    public void A_pending_write_without_a_message_breaks() =>
        new JournalBuilder().Work("S1", "claim.submit", "create-claim", 10, Outcome.Pending).LostAfter("S1", "create-claim", 11)
            .Judge<LostWriteIsToldTruly>().Finding.Saw.ShouldBe("claim.submit (4) ended as pending without a message");

    [Test]
    public void An_open_piece_of_work_is_waited_for_and_not_taken_for_one_that_lost_nothing() =>
        new JournalBuilder().Work("S1", "claim.submit", "create-claim", 10, null).Judge<LostWriteIsNotDoneTwice>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(100));

    private static JournalBuilder Claim() =>
        new JournalBuilder().Work("S1", "claim.submit", "create-claim", 10, Outcome.Unknown, LostAnswers.NotKnown).LostAfter("S1", "create-claim", 11);

    private static JournalBuilder Two() =>
        Claim().Work("S2", "claim.submit", "create-claim", 20, Outcome.Unknown, LostAnswers.NotKnown).LostAfter("S2", "create-claim", 21);
}
