using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

internal sealed class ClosedTokenEndpointTests
{
    [Test]
    public void Waiting_as_asked_holds() =>
        Busy().Token(1.1, 429, fault: "busy", retryAfter: "2").Token(3.12).Judge<TokenEndpointIsNotAskedEarly>()
            .Saw.ShouldBe("asked to wait (Retry-After: 2), came back after 2 s");

    [Test]
    public void Waiting_a_minute_or_giving_up_holds()
    {
        Busy().Token(1.1, 429, fault: "busy", retryAfter: "2").Token(61.2).Judge<TokenEndpointIsNotAskedEarly>().Saw.ShouldBe("asked to wait (Retry-After: 2), came back after 60.1 s");
        Busy().Token(1.1, 429, fault: "busy", retryAfter: "2").Close(20).Judge<TokenEndpointIsNotAskedEarly>().Saw.ShouldBe("asked to wait (Retry-After: 2), did not come back");
    }

    [Test]
    public void A_date_is_given_two_seconds_of_tolerance() =>
        Busy().Token(1.1, 429, fault: "busy", retryAfter: "Thu, 01 Jan 2026 12:00:04 GMT").Token(2.2).Judge<TokenEndpointIsNotAskedEarly>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Coming_back_early_breaks()
    {
        var finding = Busy().Token(1.1, 429, fault: "busy", retryAfter: "2").Token(1.6, 429, fault: "busy", retryAfter: "2").Token(5).Judge<TokenEndpointIsNotAskedEarly>().Finding;
        finding.Expected.ShouldBe("no token request before the time that the answer 5 gave (Retry-After: 2)");
        finding.Saw.ShouldBe("token request 8 came 0.5 s after the answer 5");
    }

    [Test]
    public void A_second_declared_process_does_not_know_of_the_first_refusal() =>
        Busy(processes: 2).Token(1.1, 429, fault: "busy", retryAfter: "2").Token(1.2, 429, fault: "busy", retryAfter: "2").Token(5).Judge<TokenEndpointIsNotAskedEarly>()
            .ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void No_refused_token_request_concludes_nothing()
    {
        Busy().Judge<TokenEndpointIsNotAskedEarly>().Reason.ShouldBe("no token was asked for while the token endpoint answered 429, in 1 look-up");
        Busy().Judge<TokenFaultIsSurvivedOrTold>().Reason.ShouldBe("no token was asked for while the token endpoint answered 429, in 1 look-up");
    }

    [Test]
    public void A_busy_endpoint_is_survived() =>
        Busy().Token(1.1, 429, fault: "busy").Judge<TokenFaultIsSurvivedOrTold>().Saw.ShouldBe("the look-up 4 succeeded after 1 refused token request");

    [Test]
    public void A_busy_endpoint_is_told() =>
        Busy(Outcome.Failed, "busy").Token(1.1, 429, fault: "busy").Judge<TokenFaultIsSurvivedOrTold>().Saw.ShouldBe("the look-up 4 failed and said: \"busy\"");

    [Test]
    public void A_busy_endpoint_that_is_not_told_breaks()
    {
        Busy(Outcome.Failed).Token(1.1, 429, fault: "busy").Judge<TokenFaultIsSurvivedOrTold>().Finding.Saw.ShouldBe("beneficiary.search (4) ended as failed without a message");
        Busy(Outcome.Unanswered).Token(1.1, 429, fault: "busy").Canary(5).Judge<TokenFaultIsSurvivedOrTold>().Finding.Saw.ShouldBe("beneficiary.search (4) ended as unanswered");
    }

    [Test]
    public void A_secret_in_a_message_breaks() =>
        new JournalBuilder().Stimulus("P1", "busy-token").Operation("P1", "beneficiary.search", 1, Outcome.Failed, "401 for [client.secret]", facts: "client.secret@message")
            .Token(1.1, 429, fault: "busy").Judge<TokenFaultIsSurvivedOrTold>().Finding.Saw.ShouldBe("the answer to beneficiary.search (4) carries client.secret");

    [Test]
    public void An_endpoint_that_stays_closed_may_be_given_up_at_once() =>
        Closed().Token(1.1, 429, fault: "closed").Canary(0.5).Canary(7).Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>()
            .Saw.ShouldBe("1 token request while the endpoint was closed, at most 1 in any 60 s");

    [Test]
    public void Eleven_requests_in_a_minute_break()
    {
        var journal = Closed(lasts: 50);
        for (var index = 0; index < 11; index++)
        {
            journal.Token(2 + 4 * index, 429, fault: "closed");
        }

        journal.Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Finding.Saw
            .ShouldBe("11 token requests (5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25) within 40 s");
    }

    [Test]
    public void Requests_without_a_pause_break() =>
        Closed().Token(1.1, 429, fault: "closed").Token(1.13, 429, fault: "closed").Token(1.16, 429, fault: "closed").Token(1.19, 429, fault: "closed")
            .Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Finding.Saw
            .ShouldBe("pauses of 20 ms, 20 ms, 20 ms between the token requests 5, 7, 9, 11");

    [Test]
    public void The_watch_needs_signs_of_life_on_both_sides()
    {
        Closed().Token(1.1, 429, fault: "closed").Canary(0.5).Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(6.5));
        Closed().Token(1.1, 429, fault: "closed").Canary(0.5).Close(4).Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Reason.ShouldBe("the run ended 2.5 s before the watch could");
    }

    [Test]
    public void A_closed_endpoint_must_be_told()
    {
        Closed().Token(1.1, 429, fault: "closed").Judge<TokenFaultIsTold>().Saw.ShouldBe("the look-up 4 failed and said: \"busy\"");
        Closed(outcome: Outcome.Pending).Token(1.1, 429, fault: "closed").Judge<TokenFaultIsTold>().Finding.Saw.ShouldBe("beneficiary.search (4) ended as pending");
        Closed().Judge<TokenFaultIsTold>().Reason.ShouldBe("no token was asked for while the token endpoint answered 429, in 1 look-up");
    }

    private static JournalBuilder Busy(Outcome outcome = Outcome.Succeeded, string? message = null, int processes = 1) =>
        new JournalBuilder(processes).Stimulus("P1", "busy-token").Operation("P1", "beneficiary.search", 1, outcome, message);

    private static JournalBuilder Closed(double lasts = 0.5, Outcome outcome = Outcome.Failed) =>
        new JournalBuilder().Stimulus("P1", "closed-token").Operation("P1", "beneficiary.search", 1, outcome, "busy", lasts: lasts);
}
