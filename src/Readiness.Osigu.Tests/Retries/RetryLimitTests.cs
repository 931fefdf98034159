using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Tests.Retries;

/// <summary>Between which signs of life attempts are watched, and what the verdicts about them rest on.</summary>
internal sealed class RetryLimitTests
{
    private static readonly double[] Doubling = [0, 0.21, 0.62, 1.43];

    [Test]
    public void A_sign_of_life_between_the_look_ups_does_not_show_life_before_them() =>
        new JournalBuilder().LastingLookUp("S1", 10, Doubling).Canary(16).LastingLookUp("S2", 20, Doubling).Canary(60).Judge<LastingFaultEndsWithAMessage>().Reason
            .ShouldBe("no sign of life of the integration before 10 s into the run, so that silence proves nothing");

    [Test]
    public void The_watch_goes_on_after_the_last_of_the_look_ups() =>
        new JournalBuilder().Canary(1).LastingLookUp("S1", 10, Doubling).LastingLookUp("S2", 20, Doubling).Canary(26).Judge<LastingFaultEndsWithAMessage>()
            .ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(30));

    [Test]
    public void Attempts_after_the_end_of_the_operation_are_advice_and_are_watched_from()
    {
        var verdict = new JournalBuilder().Canary(1).LastingLookUp("S1", 10, [0, 2, 8]).Canary(60).Judge<LastingFaultEndsWithAMessage>();
        verdict.Advice.ShouldBe(["1 further attempt after the operation had ended as failed (12)"]);
        new JournalBuilder().Canary(1).LastingLookUp("S1", 10, [0, 2, 8]).Judge<LastingFaultEndsWithAMessage>().ShouldBeOfType<Judgement.Undecided>().Until.TotalSeconds.ShouldBe(18.01 + (2 * 5.99), 0.01);
    }

    [Test]
    public void One_attempt_is_watched_for_as_long_as_this_integration_pauses_elsewhere() =>
        new JournalBuilder().Canary(1).LastingLookUp("S1", 10, [0]).Stimulus("S9", "passing-fault", scenario: "other").Call("S9", "search-beneficiary", 2, 503, lasts: 0).Call("S9", "search-beneficiary", 6)
            .Judge<LastingFaultEndsWithAMessage>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(27));

    [Test]
    public void Of_a_pause_elsewhere_the_longest_first_one_counts_and_only_between_searches_of_one_patient() =>
        new JournalBuilder().Canary(1).LastingLookUp("S1", 20, [0])
            .Stimulus("S8", "passing-fault", scenario: "other").Call("S8", "search-beneficiary", 2, 503, lasts: 0).Call("S8", "sponsor-forms", 2.5).Call("S8", "search-beneficiary", 5).Call("S8", "search-beneficiary", 14)
            .Stimulus("S9", "passing-fault", scenario: "other").Call("S9", "search-beneficiary", 6, 503, lasts: 0).Call("S9", "search-beneficiary", 6.5)
            .Judge<LastingFaultEndsWithAMessage>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(34));

    [Test]
    public void A_pause_between_two_patients_is_none() =>
        new JournalBuilder().Canary(1).LastingLookUp("S1", 20, [0])
            .Stimulus("S8", "passing-fault", scenario: "other").Call("S8", "search-beneficiary", 2, 503).Stimulus("S9", "passing-fault", scenario: "other").Call("S9", "search-beneficiary", 9, 503)
            .Judge<LastingFaultEndsWithAMessage>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(30));

    [Test]
    public void Pauses_are_listed_for_the_look_ups_that_had_any() =>
        new JournalBuilder().Canary(1).LastingLookUp("S1", 10, Doubling).LastingLookUp("S2", 20, [0]).Canary(60).Judge<LastingFaultEndsWithAMessage>().Saw
            .ShouldBe("2 look-ups met 503 without end: gave up after 4, 1 attempts, and said so; silent for 35.2 s since; pauses of 0.2 s, 0.4 s, 0.8 s");

    [Test]
    public void The_verdicts_rest_on_the_attempts_the_operations_and_the_signs_of_life()
    {
        new JournalBuilder().Canary(1).LastingLookUp("S1", 10, [0]).Canary(60).Judge<LastingFaultEndsWithAMessage>().Evidence.ShouldBe([3, 6, 7, 10]);
        new JournalBuilder().Noise(0.001).Canary(1).LastingLookUp("S1", 10, [0]).Canary(60).Judge<LastingFaultEndsWithAMessage>().Evidence.ShouldBe([3, 4, 7, 8, 11]);
        Refused().Call("S1", "search-beneficiary", 10.1, 404).Canary(60).Judge<FinalAnswerIsNotAskedForAgain>().Evidence.ShouldBe([3, 6, 7, 10]);
    }

    [Test]
    public void A_write_without_an_answer_breaks_only_where_the_integration_lives()
    {
        Write(Outcome.Unanswered).Canary(130).Judge<LastingFaultOfAWriteEndsWithAMessage>().Finding.Saw.ShouldBe("authorization.request (6) ended as unanswered");
        Write(Outcome.Unanswered).Judge<LastingFaultOfAWriteEndsWithAMessage>().ShouldBeOfType<Judgement.Undecided>();
    }

    [Test]
    public void A_pending_write_without_a_message_breaks() =>
        Write(Outcome.Pending, message: null).Canary(130).Judge<LastingFaultOfAWriteEndsWithAMessage>().Finding.Saw.ShouldBe("authorization.request (6) ended as pending without a message");

    [Test]
    public void A_look_up_without_an_answer_breaks_only_where_the_integration_lives()
    {
        Passing(Outcome.Unanswered).Canary(130).Judge<PassingFaultIsSurvived>().Finding.Saw.ShouldBe("the operation ended as unanswered (6); the attempts were answered 503, 200");
        Passing(Outcome.Unanswered).Judge<PassingFaultIsSurvived>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(220));
    }

    [Test]
    public void Whether_a_refused_look_up_that_hangs_gave_up_is_not_known() =>
        Refused(Outcome.Unanswered, lasts: 90).Call("S1", "search-beneficiary", 10.1, 404).Canary(130).Judge<FinalAnswerIsNotAskedForAgain>().Reason
            .ShouldBe("beneficiary.search (6) was not answered within its limit, so that it is not known whether it gave up");

    [Test]
    public void The_silence_after_a_refusal_runs_from_the_end_of_the_last_answer()
    {
        Refused().Call("S1", "search-beneficiary", 10.1, 404, lasts: 2).Judge<FinalAnswerIsNotAskedForAgain>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(17.1));
        Refused().Call("S1", "search-beneficiary", 10.1, 404, lasts: 2).Canary(20).Judge<FinalAnswerIsNotAskedForAgain>().Saw.ShouldBe("1 look-up, answered 404, none of them sent again; silent for 8.1 s since");
    }

    private static JournalBuilder Refused(Outcome outcome = Outcome.Failed, double lasts = 0.5) =>
        new JournalBuilder().Canary(1).Stimulus("S1", "final-answer", 10, data: ("status", "404")).Operation("S1", "beneficiary.search", 10, outcome, "Not found.", errorStatus: 404, lasts: lasts);

    private static JournalBuilder Write(Outcome outcome, string? message = "wait") =>
        new JournalBuilder().Canary(1).LookUp("S1", "lasting-write-fault", 10, [0], [503], outcome, message, lasts: 90, operation: "authorization.request", request: "initiate-authorization");

    private static JournalBuilder Passing(Outcome outcome) =>
        new JournalBuilder().Canary(1).LookUp("S1", "passing-fault", 10, [0, 1], [503, 200], outcome, lasts: 90);
}
