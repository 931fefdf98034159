using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Tests.Retries;

internal sealed class LastingFaultEndsWithAMessageTests
{
    private static readonly double[] Doubling = [0, 0.21, 0.62, 1.43];

    [Test]
    public void Holds_when_the_attempts_pause_and_end_and_the_user_is_told() =>
        Passed(Three(Doubling)).Saw.ShouldBe("3 look-ups met 503 without end: gave up after 4, 4, 4 attempts, and said so; silent for 35.2 s since; pauses of 0.2 s, 0.4 s, 0.8 s; 0.2 s, 0.4 s, 0.8 s; 0.2 s, 0.4 s, 0.8 s");

    [Test]
    public void Full_jitter_holds_without_advice() =>
        Passed(Alive().LastingLookUp("S1", 10, [0, 0.15, 0.25, 0.9]).LastingLookUp("S2", 20, [0, 0.02, 0.4, 0.45]).LastingLookUp("S3", 30, [0, 0.19, 0.22, 1.0])).Advice.ShouldBeEmpty();

    [Test]
    public void A_constant_delay_is_advice() =>
        Passed(Three([0, 1, 2, 3, 4], alive: 200)).Advice.ShouldHaveSingleItem().ShouldStartWith("the pauses between attempts never grow");

    [Test]
    public void Nested_retries_are_advice() =>
        Passed(Three([0, 0.1, 0.3, 1.3, 1.4, 1.6, 2.6, 2.7, 2.9], alive: 400)).Advice.ShouldHaveSingleItem()
            .ShouldBe("the pauses start anew after every 3 attempts: it looks as if two layers retry, each on its own");

    [Test]
    public void A_circuit_breaker_that_keeps_later_look_ups_from_the_wire_is_right() =>
        Passed(Alive().LastingLookUp("S1", 10, Doubling).LastingLookUp("S2", 20, []).LastingLookUp("S3", 30, [])).Saw
            .ShouldStartWith("1 look-up met 503 without end: gave up after 4 attempts, and said so");

    [Test]
    public void A_burst_that_a_circuit_breaker_ends_is_advice_for_one_stimulus_proves_nothing() =>
        Passed(Alive().LastingLookUp("S1", 10, [0, 0.02, 0.04, 0.06]).LastingLookUp("S2", 20, [])).Advice.ShouldHaveSingleItem()
            .ShouldBe("the pauses between attempts are very short: pauses of 10 ms, 10 ms, 10 ms; the noise of this machine was not measured");

    [Test]
    public void Few_attempts_with_long_gaps_hold() => Passed(Three([0, 20], lasts: 21, step: 30, alive: 200)).Advice.ShouldBeEmpty();

    [Test]
    public void No_retry_at_all_is_another_scenarios_matter() =>
        Passed(Three([0])).Saw.ShouldBe("3 look-ups met 503 without end: gave up after 1, 1, 1 attempt, and said so; silent for 35.2 s since; no further attempts");

    [Test]
    public void Breaks_without_a_pause()
    {
        var finding = Finding(Three([0, 0.02, 0.04, 0.06]));
        finding.Expected.ShouldBe("a pause between attempts: the first three together 150 ms or more");
        finding.Saw.ShouldBe("pauses of 10 ms, 10 ms, 10 ms; 10 ms, 10 ms, 10 ms; 10 ms, 10 ms, 10 ms; the noise of this machine was not measured");
    }

    [Test]
    public void The_noise_of_the_machine_stands_beside_what_was_seen() =>
        Finding(Three([0, 0.02, 0.04, 0.06]).Noise(0.0024)).Saw.ShouldEndWith("; timers were up to 3 ms late, round trips took up to 1 ms (note 3)");

    [Test]
    public void Concludes_nothing_when_a_busy_machine_may_have_made_the_pauses() =>
        Three([0, 0.1, 0.2, 0.3]).Noise(0.06).Judge<LastingFaultEndsWithAMessage>().Reason
            .ShouldBe("this machine was too busy to tell a short pause from none: pauses of 90 ms, 90 ms, 90 ms; 90 ms, 90 ms, 90 ms; 90 ms, 90 ms, 90 ms; timers were up to 60 ms late, round trips took up to 1 ms (note 3)");

    [TestCase(12)]
    [TestCase(33)]
    public void A_machine_that_was_busy_during_any_of_the_look_ups_is_too_busy(double at) =>
        Three([0, 0.1, 0.2, 0.3]).Noise(0.001).Noise(0.06, at: at).Judge<LastingFaultEndsWithAMessage>().Reason.ShouldStartWith("this machine was too busy to tell a short pause from none");

    [Test]
    public void A_pause_that_the_noise_swallows_takes_nothing_from_the_others() =>
        Passed(Three([0, 0.02, 0.04, 0.31]).Noise(0.06)).Advice.ShouldHaveSingleItem().ShouldStartWith("the pauses between attempts are very short");

    [Test]
    public void A_busy_machine_hides_no_long_pause() => Passed(Three(Doubling).Noise(0.06)).Advice.ShouldBeEmpty();

    [Test]
    public void Breaks_without_a_pause_at_once_while_the_look_ups_still_run() =>
        new JournalBuilder().LastingLookUp("S1", 10, [0, 0.02, 0.04, 0.06], outcome: null).LastingLookUp("S2", 20, [0, 0.02, 0.04, 0.06], outcome: null)
            .Judge<LastingFaultEndsWithAMessage>().ShouldBeOfType<Judgement.Failed>();

    [Test]
    public void Breaks_beyond_25_attempts() =>
        Finding(Alive().LastingLookUp("S1", 10, [.. Enumerable.Range(0, 26).Select(index => index * 0.3)], lasts: 9)).Saw.ShouldBe("26 attempts within 7.5 s");

    [Test]
    public void Eleven_attempts_are_advice() =>
        Passed(Alive(4000).LastingLookUp("S1", 10, [.. Enumerable.Range(0, 11).Select(index => index * 0.3)])).Advice.ShouldHaveSingleItem()
            .ShouldBe("11 attempts at one piece of work within 3 s are many (from 7 on): up to 10 are usual");

    [Test]
    public void Breaks_when_the_user_is_not_told() =>
        Finding(Three(Doubling, message: null)).Saw.ShouldBe("beneficiary.search (6) ended as failed without a message");

    [Test]
    public void Breaks_when_success_is_claimed() =>
        Finding(Three(Doubling, Outcome.Succeeded)).Saw.ShouldBe("beneficiary.search (6) ended as succeeded");

    [Test]
    public void Breaks_when_the_operation_never_ends_although_the_integration_lives() =>
        Finding(Alive(200).LastingLookUp("S1", 10, Doubling, Outcome.Unanswered, message: null, lasts: 90)).Saw.ShouldBe("beneficiary.search (6) ended as unanswered");

    [Test]
    public void Waits_until_the_watch_is_over()
    {
        var undecided = new JournalBuilder().Canary(1).LastingLookUp("S1", 10, [0, 4, 12], lasts: 13).Judge<LastingFaultEndsWithAMessage>().ShouldBeOfType<Judgement.Undecided>();
        // Reported as failed at 23 s; the last pause was 8 s, so the next would be 16 s at most.
        undecided.Until.TotalSeconds.ShouldBe(23 + (2 * 7.99), 0.1);
    }

    [Test]
    public void Concludes_nothing_when_the_run_ends_before_the_watch() =>
        new JournalBuilder().Canary(1).LastingLookUp("S1", 10, [0, 4, 12], lasts: 13).Close(30)
            .Judge<LastingFaultEndsWithAMessage>().ShouldBeOfType<Judgement.Inconclusive>().Reason.ShouldBe("the run ended 9 s before the watch could");

    [Test]
    public void Concludes_nothing_without_a_sign_of_life_before() =>
        new JournalBuilder().LastingLookUp("S1", 10, Doubling).Canary(50).Close(60)
            .Judge<LastingFaultEndsWithAMessage>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldBe("no sign of life of the integration before 10 s into the run, so that silence proves nothing");

    [Test]
    public void Concludes_nothing_when_no_look_up_met_the_fault() =>
        Alive().LastingLookUp("S1", 10, []).Judge<LastingFaultEndsWithAMessage>().ShouldBeOfType<Judgement.Inconclusive>().Reason.ShouldBe("no search-beneficiary met the planned fault");

    private static JournalBuilder Alive(double after = 70) => new JournalBuilder().Canary(1).Canary(after);

    private static JournalBuilder Three(double[] attempts, Outcome outcome = Outcome.Failed, string? message = FaultyLookUps.OutOfOrder, double lasts = 5, double step = 10, double alive = 0) =>
        Alive(alive > 0 ? alive : (3 * step) + lasts + 35)
            .LastingLookUp("S1", step, attempts, outcome, message, lasts)
            .LastingLookUp("S2", 2 * step, attempts, outcome, message, lasts)
            .LastingLookUp("S3", 3 * step, attempts, outcome, message, lasts);

    private static Judgement.Passed Passed(JournalBuilder journal) => journal.Judge<LastingFaultEndsWithAMessage>().ShouldBeOfType<Judgement.Passed>();

    private static Finding Finding(JournalBuilder journal) => journal.Judge<LastingFaultEndsWithAMessage>().ShouldBeOfType<Judgement.Failed>().Findings[0];
}
