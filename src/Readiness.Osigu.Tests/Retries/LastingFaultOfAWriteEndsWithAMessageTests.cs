using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Tests.Retries;

internal sealed class LastingFaultOfAWriteEndsWithAMessageTests
{
    [Test]
    public void Holds_without_any_retry_when_the_user_is_told() =>
        Passed(Write([0])).Saw.ShouldBe("an authorization request met 503 without end: gave up after 1 attempt, and said so; silent for 85.2 s since");

    [Test]
    public void Holds_when_the_user_is_told_that_it_is_not_known() => Passed(Write([0, 1], Outcome.Unknown, "We do not know whether the request arrived."));

    [Test]
    public void Pending_is_advice() => Passed(Write([0], Outcome.Pending, "Please wait.")).Advice.ShouldHaveSingleItem().ShouldStartWith("authorization.request (6) ended as pending");

    [Test]
    public void Breaks_beyond_25_attempts() => Finding(Write([.. Enumerable.Range(0, 30).Select(index => index * 0.15)])).Saw.ShouldBe("30 attempts within 4.4 s");

    [Test]
    public void Breaks_without_a_message() => Finding(Write([0], message: null)).Saw.ShouldBe("authorization.request (6) ended as failed without a message");

    [Test]
    public void Breaks_when_success_is_claimed() => Finding(Write([0], Outcome.Succeeded)).Saw.ShouldBe("authorization.request (6) ended as succeeded");

    [Test]
    public void Concludes_nothing_when_no_request_met_the_fault() =>
        Write([]).Judge<LastingFaultOfAWriteEndsWithAMessage>().ShouldBeOfType<Judgement.Inconclusive>().Reason.ShouldBe("no initiate-authorization met the planned fault");

    private static JournalBuilder Write(double[] attempts, Outcome outcome = Outcome.Failed, string? message = FaultyLookUps.OutOfOrder) =>
        new JournalBuilder().Canary(1).Canary(100)
            .LookUp("S1", "lasting-write-fault", 10, attempts, [.. attempts.Select(_ => 503)], outcome, message, operation: "authorization.request", request: "initiate-authorization");

    private static Judgement.Passed Passed(JournalBuilder journal) => journal.Judge<LastingFaultOfAWriteEndsWithAMessage>().ShouldBeOfType<Judgement.Passed>();

    private static Finding Finding(JournalBuilder journal) => journal.Judge<LastingFaultOfAWriteEndsWithAMessage>().ShouldBeOfType<Judgement.Failed>().Findings[0];
}
