using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

internal sealed class RefusedStepOfAFlowIsNotLostTests
{
    [Test]
    public void A_repetition_with_a_new_token_holds() =>
        Flow().Token(2.2).Call("P1", "complete-authorization", 2.5, bearer: "token-2").Judge<RefusedStepOfAFlowIsNotLost>()
            .Saw.ShouldBe("the completion 7 was refused for its token and repeated with token-2 (11)");

    [Test]
    public void A_request_that_was_opened_once_is_no_new_beginning()
    {
        var verdict = Flow().Token(2.2).Call("P1", "complete-authorization", 2.5, bearer: "token-2").Judge<RefusedStepOfAFlowIsNotLost>();
        verdict.Advice.ShouldBeEmpty();
        verdict.Evidence.ShouldBe([4, 7, 11]);
    }

    [Test]
    public void A_repetition_that_failed_and_a_word_to_the_user_hold() =>
        Flow(Outcome.Failed, "out of order").Call("P1", "complete-authorization", 2.5, 503, bearer: "token-2").Judge<RefusedStepOfAFlowIsNotLost>()
            .Saw.ShouldBe("the completion 7 was refused for its token, and the user was told: \"out of order\"");

    [Test]
    public void No_repetition_and_a_word_to_the_user_hold() =>
        Flow(Outcome.Failed, "refused").Judge<RefusedStepOfAFlowIsNotLost>().Saw.ShouldBe("the completion 7 was refused for its token, and the user was told: \"refused\"");

    [TestCase(Outcome.Succeeded, "authorization.request (4) ended as succeeded")]
    [TestCase(Outcome.Pending, "authorization.request (4) ended as pending")]
    public void What_was_not_completed_and_is_shown_otherwise_breaks(Outcome outcome, string saw) => Flow(outcome).Judge<RefusedStepOfAFlowIsNotLost>().Finding.Saw.ShouldBe(saw);

    [Test]
    public void A_failure_without_a_word_breaks() =>
        Flow(Outcome.Failed).Judge<RefusedStepOfAFlowIsNotLost>().Finding.Saw.ShouldBe("authorization.request (4) ended as failed without a message");

    [Test]
    public void A_completion_that_was_accepted_and_is_shown_as_failed_breaks() =>
        Flow(Outcome.Failed, "refused").Call("P1", "complete-authorization", 2.5, bearer: "token-2").Judge<RefusedStepOfAFlowIsNotLost>()
            .Finding.Saw.ShouldBe("authorization.request (4) ended as failed, although its completion was accepted (9)");

    [Test]
    public void The_dead_token_sent_again_breaks() =>
        Flow().Call("P1", "complete-authorization", 2.3, 401, state: "revoked").Call("P1", "complete-authorization", 2.5, bearer: "token-2").Judge<RefusedStepOfAFlowIsNotLost>()
            .AllSeen.ShouldBe(["1 call (9) under token-1 after the refusal of 7", "3 completions (7, 9, 11)"]);

    [Test]
    public void A_flow_that_begins_again_is_advice() =>
        Flow().Call("P1", "initiate-authorization", 2.3, 201, bearer: "token-2").Call("P1", "complete-authorization", 2.5, bearer: "token-2").Judge<RefusedStepOfAFlowIsNotLost>()
            .Advice.ShouldHaveSingleItem().ShouldStartWith("the flow began again with a new request");

    [Test]
    public void Concludes_nothing_when_nothing_was_refused()
    {
        new JournalBuilder().Judge<RefusedStepOfAFlowIsNotLost>().Reason.ShouldBe("no authorization was requested whose token is refused on the way");
        new JournalBuilder().Stimulus("P1", "refused-in-the-middle").Operation("P1", "authorization.request", 1).Judge<RefusedStepOfAFlowIsNotLost>()
            .Reason.ShouldBe("no call of the flow came with a token that had just been refused");
    }

    private static JournalBuilder Flow(Outcome outcome = Outcome.Succeeded, string? message = null) =>
        new JournalBuilder().Stimulus("P1", "refused-in-the-middle").Operation("P1", "authorization.request", 1, outcome, message, lasts: 4)
            .Call("P1", "initiate-authorization", 1.5, 201).Call("P1", "complete-authorization", 2, 401, state: "revoked");
}
