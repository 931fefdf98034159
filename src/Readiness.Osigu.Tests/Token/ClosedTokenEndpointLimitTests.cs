using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

/// <summary>Where exactly the verdicts about a closed token endpoint turn, and which traffic they rest on.</summary>
internal sealed class ClosedTokenEndpointLimitTests
{
    [Test]
    public void Ten_requests_in_a_minute_hold() =>
        Asked(10, every: 5).Canary(0.5).Canary(99).Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Saw.ShouldBe("10 token requests while the endpoint was closed, at most 10 in any 60 s");

    [Test]
    public void Eleven_requests_over_exactly_a_minute_hold() =>
        Asked(11, every: 6).Canary(0.5).Canary(99).Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Saw.ShouldBe("11 token requests while the endpoint was closed, at most 10 in any 60 s");

    [Test]
    public void A_429_of_another_scenario_and_a_token_that_was_had_do_not_count() =>
        Closed().Token(1.1, 429, fault: "closed").Token(1.3).Note(NoteNames.ScenarioEnded, 2, ("scenario", JournalBuilder.TheScenario)).Token(3, 429, fault: "closed").Canary(0.5).Canary(7)
            .Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Saw.ShouldBe("1 token request while the endpoint was closed, at most 1 in any 60 s");

    [Test]
    public void The_sandboxs_own_429_does_not_count() =>
        Closed().Token(1.1, 429).Canary(0.5).Canary(7).Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Reason.ShouldBe("no token was asked for while the token endpoint answered 429, in 1 look-up");

    [Test]
    public void Pauses_are_told_look_up_by_look_up() =>
        Closed().Stimulus("P2", "closed-token").Operation("P2", "beneficiary.search", 1.17, Outcome.Failed, "busy")
            .Token(1.11, 429, fault: "closed").Token(1.13, 429, fault: "closed").Token(1.15, 429, fault: "closed").Token(1.17, 429, fault: "closed").Canary(0.5).Canary(7)
            .Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void The_second_look_ups_missing_pauses_break_too() =>
        Closed().Stimulus("P2", "closed-token").Operation("P2", "beneficiary.search", 3, Outcome.Failed, "busy").Token(2, 429, fault: "closed")
            .Token(3, 429, fault: "closed").Token(3.03, 429, fault: "closed").Token(3.06, 429, fault: "closed").Token(3.09, 429, fault: "closed")
            .Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Finding.Saw.ShouldBe("pauses of 20 ms, 20 ms, 20 ms between the token requests 10, 12, 14, 16");

    [Test]
    public void A_fifth_request_does_not_blur_which_pauses_were_missing()
    {
        var finding = Closed().Token(1.1, 429, fault: "closed").Token(1.13, 429, fault: "closed").Token(1.16, 429, fault: "closed").Token(1.19, 429, fault: "closed").Token(1.4, 429, fault: "closed")
            .Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Finding;
        finding.Saw.ShouldBe("pauses of 20 ms, 20 ms, 20 ms, 0.2 s between the token requests 5, 7, 9, 11");
        finding.Exchanges.ShouldBe([5, 7, 9, 11]);
    }

    [Test]
    public void Three_pauses_that_sum_up_to_exactly_the_limit_are_pauses() =>
        Closed().Token(1.1, 429, fault: "closed").Token(1.16, 429, fault: "closed").Token(1.22, 429, fault: "closed").Token(1.28, 429, fault: "closed").Canary(0.5).Canary(7)
            .Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void The_watch_begins_after_the_last_look_up() =>
        Closed().Stimulus("P2", "closed-token").Operation("P2", "beneficiary.search", 9, Outcome.Failed, "busy").Token(1.1, 429, fault: "closed").Canary(0.5).Canary(7)
            .Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(14.5));

    [Test]
    public void An_open_look_up_is_waited_for() =>
        new JournalBuilder().Stimulus("P1", "closed-token").Operation("P1", "beneficiary.search", 1, outcome: null).Token(1.1, 429, fault: "closed")
            .Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(91));

    [Test]
    public void Nothing_is_told_where_nobody_looked_anybody_up() =>
        new JournalBuilder().Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Reason.ShouldBe("no token was asked for while the token endpoint answered 429, in 0 look-ups");

    [Test]
    public void Coming_back_at_the_very_moment_of_the_answer_is_early()
    {
        var finding = Busy().Token(1.1, 429, fault: "busy", retryAfter: "2").Token(1.11).Judge<TokenEndpointIsNotAskedEarly>().Finding;
        finding.Saw.ShouldBe("token request 7 came 0 s after the answer 5");
        finding.Exchanges.ShouldBe([5, 7]);
    }

    [Test]
    public void Coming_back_within_the_tolerance_is_not_early() =>
        Busy().Token(1.1, 429, fault: "busy", retryAfter: "2").Token(3.06).Judge<TokenEndpointIsNotAskedEarly>().Saw.ShouldBe("asked to wait (Retry-After: 2), came back after 2 s");

    [Test]
    public void The_time_that_was_given_is_waited_for()
    {
        Busy().Token(1.1, 429, fault: "busy", retryAfter: "20").Judge<TokenEndpointIsNotAskedEarly>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(21.06));
        Busy().Token(1.1, 429, fault: "busy", retryAfter: "20").Close(11.06).Judge<TokenEndpointIsNotAskedEarly>().Reason.ShouldBe("the run ended 10 s before the time that the token endpoint gave");
        Busy().Token(1.1, 429, fault: "busy", retryAfter: "20").Close(21.06).Judge<TokenEndpointIsNotAskedEarly>().ShouldBeOfType<Judgement.Passed>();
    }

    [TestCase(null)]
    [TestCase("soon")]
    public void A_429_without_a_readable_time_asks_for_nothing(string? retryAfter) =>
        Busy().Token(1.1, 429, fault: "busy", retryAfter: retryAfter).Token(1.2).Judge<TokenEndpointIsNotAskedEarly>().Saw.ShouldBe("no 429 gave a time to come back");

    [Test]
    public void What_happens_to_a_look_up_that_met_no_closed_endpoint_is_not_this_items_business()
    {
        Busy(Outcome.Failed).Judge<TokenFaultIsSurvivedOrTold>().Reason.ShouldBe("no token was asked for while the token endpoint answered 429, in 1 look-up");
        new JournalBuilder().Stimulus("P1", "closed-token").Operation("P1", "beneficiary.search", 1).Judge<TokenFaultIsTold>().Reason
            .ShouldBe("no token was asked for while the token endpoint answered 429, in 1 look-up");
    }

    [Test]
    public void The_verdicts_rest_on_the_refused_requests_and_on_the_look_up()
    {
        Busy().Token(1.1, 429, fault: "busy", retryAfter: "2").Token(3.12).Judge<TokenEndpointIsNotAskedEarly>().Evidence.ShouldBe([5]);
        Busy().Token(1.1, 429, fault: "busy").Judge<TokenFaultIsSurvivedOrTold>().Evidence.ShouldBe([4, 5]);
        Closed().Token(1.1, 429, fault: "closed").Judge<TokenFaultIsTold>().Evidence.ShouldBe([4, 5]);
        Closed().Token(1.1, 429, fault: "closed").Canary(0.5).Canary(7).Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Evidence.ShouldBe([4, 6, 7, 10]);
    }

    private static JournalBuilder Busy(Outcome outcome = Outcome.Succeeded) =>
        new JournalBuilder().Stimulus("P1", "busy-token").Operation("P1", "beneficiary.search", 1, outcome);

    private static JournalBuilder Closed(double lasts = 0.5) =>
        new JournalBuilder().Stimulus("P1", "closed-token").Operation("P1", "beneficiary.search", 1, Outcome.Failed, "busy", lasts: lasts);

    private static JournalBuilder Asked(int times, double every)
    {
        var journal = Closed(lasts: 70);
        for (var index = 0; index < times; index++)
        {
            journal.Token(2 + every * index, 429, fault: "closed");
        }

        return journal;
    }
}
