using Readiness.Osigu.Checks.Limits;

namespace Readiness.Osigu.Tests.Limits;

internal sealed class LimitDoesNotEndABatchTests
{
    private const string Busy = "The provider is busy. Try again in a minute.";
    private const string BothClaims = """{"authorizations":[{"claim_id":"clm-1"},{"claim_id":"clm-2"}]}""";

    [Test]
    public void Holds_when_the_batch_waits_and_goes_on() =>
        Dispatch(10, Outcome.Succeeded).Limited(11).Call("S1", "attach-claims", 13, sent: BothClaims).Call("S1", "dispatch-settlement", 14)
            .Judge<LimitDoesNotEndABatch>().Saw.ShouldBe("1 call answered 429; settlement.dispatch ended as succeeded, and all 2 claims were dispatched");

    [Test]
    public void Holds_when_a_clerk_is_told_and_asks_again() =>
        Dispatch(10, Outcome.Failed, Busy).Limited(11).Operation("S1", "settlement.dispatch", 30, lasts: 5).Call("S1", "attach-claims", 31, sent: BothClaims).Call("S1", "dispatch-settlement", 32)
            .Judge<LimitDoesNotEndABatch>().Saw.ShouldBe("1 call answered 429; settlement.dispatch ended as failed, succeeded, and all 2 claims were dispatched");

    [Test]
    public void A_queue_that_goes_on_by_itself_holds() =>
        Dispatch(10, Outcome.Pending, "The batch goes on by itself.").Limited(11).Operation("S1", "settlement.dispatch", 20, Outcome.Pending, "The batch is under way.", lasts: 20)
            .Call("S1", "attach-claims", 31, sent: BothClaims).Call("S1", "dispatch-settlement", 32).Judge<LimitDoesNotEndABatch>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_when_a_queue_is_not_done_by_the_end() =>
        Dispatch(10, Outcome.Pending, "The batch goes on by itself.").Limited(11).Close(130).Judge<LimitDoesNotEndABatch>().Reason
            .ShouldBe("settlement.dispatch (6) ended as pending, and the batch was not dispatched within 60 s");

    [Test]
    public void Breaks_when_the_batch_is_given_up_for_good() =>
        Dispatch(10, Outcome.Failed, Busy).Limited(11).Operation("S1", "settlement.dispatch", 30, Outcome.Failed, "This settlement has failed.")
            .Judge<LimitDoesNotEndABatch>().Finding.Saw.ShouldBe("settlement.dispatch ended as failed (10) although nothing was limited any more; the 429 (7) had come before");

    [Test]
    public void Breaks_when_the_429_is_taken_for_an_empty_list() =>
        Dispatch(10, Outcome.Succeeded).Limited(11).Call("S1", "attach-claims", 13, sent: """{"authorizations":["clm-1"]}""").Call("S1", "dispatch-settlement", 14)
            .Judge<LimitDoesNotEndABatch>().Finding.Saw.ShouldBe("1 of them were attached; settlement.dispatch ended as succeeded (6)");

    [Test]
    public void Breaks_when_the_clerk_is_not_told() =>
        Dispatch(10, Outcome.Failed).Limited(11).Operation("S1", "settlement.dispatch", 30, lasts: 5).Call("S1", "attach-claims", 31, sent: BothClaims).Call("S1", "dispatch-settlement", 32)
            .Judge<LimitDoesNotEndABatch>().Finding.Saw.ShouldBe("settlement.dispatch (6) ended as failed without a message");

    [Test]
    public void Waits_for_the_answer() => Dispatch(10, null).Limited(11).Judge<LimitDoesNotEndABatch>().ShouldBeOfType<Judgement.Undecided>();

    [Test]
    public void Concludes_nothing_when_no_call_met_the_limit() =>
        Dispatch(10, Outcome.Succeeded).Call("S1", "attach-claims", 13, sent: BothClaims).Call("S1", "dispatch-settlement", 14)
            .Judge<LimitDoesNotEndABatch>().Reason.ShouldBe("no call of settlement.dispatch (6) met the planned 429");

    [Test]
    public void Concludes_nothing_without_a_batch() => new JournalBuilder().Judge<LimitDoesNotEndABatch>().Reason.ShouldBe("no batch met a limit");

    [Test]
    public void A_dispatch_that_was_repeated_holds() =>
        Dispatch(10, Outcome.Succeeded).Limited(11).Call("S1", "attach-claims", 13, sent: BothClaims).Call("S1", "dispatch-settlement", 14, 503).Call("S1", "dispatch-settlement", 15)
            .Judge<LimitDoesNotEndABatch>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_batch_that_hangs_breaks_only_where_the_integration_lives()
    {
        Dispatch(10, Outcome.Unanswered).Limited(11).Judge<LimitDoesNotEndABatch>().Finding.Saw
            .ShouldBe("settlement.dispatch ended as unanswered (6) although nothing was limited any more; the 429 (7) had come before");
        Dispatch(10, Outcome.Unanswered, alive: 2).Limited(11).Close(200).Judge<LimitDoesNotEndABatch>().Reason.ShouldBe("settlement.dispatch (8) was not answered, and no sign of life of the integration followed");
    }

    [Test]
    public void A_queue_is_given_a_minute() =>
        Dispatch(10, Outcome.Pending, "The batch goes on by itself.").Limited(11).Judge<LimitDoesNotEndABatch>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(77.5));

    [Test]
    public void The_verdict_rests_on_the_429_and_the_operation() =>
        Dispatch(10, Outcome.Succeeded).Limited(11).Call("S1", "attach-claims", 13, sent: BothClaims).Call("S1", "dispatch-settlement", 14).Judge<LimitDoesNotEndABatch>().Evidence.ShouldBe([6, 7]);

    [Test]
    public void Concludes_nothing_when_no_dispatch_was_asked_for() =>
        new JournalBuilder().Stimulus("S1", "limited-batch", 1, data: ("claims", "2")).Judge<LimitDoesNotEndABatch>().Reason.ShouldBe("settlement.dispatch was not asked for");

    private static JournalBuilder Dispatch(double at, Outcome? outcome, string? message = null, double alive = 100) =>
        new JournalBuilder().Canary(1).Canary(alive).Stimulus("S1", "limited-batch", at - 1, data: ("claims", "2")).Operation("S1", "settlement.dispatch", at - 0.5, outcome, message, lasts: 8);
}

/// <summary>Lists that were answered 429.</summary>
internal static class Limitations
{
    public static JournalBuilder Limited(this JournalBuilder journal, double at) => journal.Call("S1", "list-pending-claims", at, 429, fault: "F1", retryAfter: "1", method: "GET");
}
