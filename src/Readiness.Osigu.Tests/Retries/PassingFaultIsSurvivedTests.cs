using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Tests.Retries;

internal sealed class PassingFaultIsSurvivedTests
{
    [Test]
    public void Holds_when_each_look_up_is_repeated_and_finds_its_patient() =>
        Saw(Two([0, 0.21, 0.62], [503, 503, 200])).Saw.ShouldBe("2 look-ups met 503 and took 3, 3 attempts, with pauses of 0.2 s, 0.4 s, 0.2 s, 0.4 s");

    [Test]
    public void Holds_with_a_constant_delay() => Saw(Two([0, 1, 2], [503, 503, 200])).Advice.ShouldBeEmpty();

    [Test]
    public void Holds_with_jitter_that_makes_a_pause_shorter_than_the_last() => Saw(Two([0, 1, 1.2], [503, 503, 200])).Advice.ShouldBeEmpty();

    [Test]
    public void One_retry_after_a_long_pause_is_few_but_right_when_the_user_is_told()
    {
        var passed = Saw(Two([0, 3], [503, 503], Outcome.Failed, FaultyLookUps.OutOfOrder));
        passed.Advice.Count.ShouldBe(2);
        passed.Advice[0].ShouldBe("gave up after 2 attempts (5, 7); a later one would have succeeded");
    }

    [Test]
    public void Holds_when_a_transport_sends_again_at_once_after_a_reset() =>
        Saw(new JournalBuilder().Stimulus("P1", "passing-fault", 10, data: [("fault", "silence")]).Operation("P1", "beneficiary.search", 10)
            .Call("P1", "search-beneficiary", 10.1, 0, fault: "F1", transmission: Transmission.Reset).Call("P1", "search-beneficiary", 10.13, connection: "c2"))
            .Saw.ShouldStartWith("1 look-up met silence and took 1 attempts");

    [Test]
    public void Waiting_until_the_provider_hangs_up_is_advice() =>
        Saw(Silent(25)).Advice.ShouldHaveSingleItem().ShouldBe("every attempt that was left unanswered waited until the provider's side ended it, after 25 s: give calls a time-out of their own");

    [Test]
    public void A_short_silence_tells_nothing_of_time_outs() => Saw(Silent(24)).Advice.ShouldBeEmpty();

    [Test]
    public void Breaks_when_nothing_is_repeated()
    {
        var failed = Two([0], [503], Outcome.Failed, FaultyLookUps.OutOfOrder).Judge<PassingFaultIsSurvived>().ShouldBeOfType<Judgement.Failed>();
        failed.Findings.Count.ShouldBe(2);
        failed.Findings[0].Expected.ShouldBe("a look-up that was answered 503 is sent again after a pause");
        failed.Findings[0].Saw.ShouldBe("1 attempt (5), then the operation ended as failed (4)");
        failed.Findings[0].Exchanges.ShouldBe([5, 4]);
    }

    [Test]
    public void A_circuit_breaker_that_cuts_the_second_look_up_short_is_advice()
    {
        var journal = new JournalBuilder()
            .LookUp("S1", "passing-fault", 1, [0, 0.2, 0.6], [503, 503, 200])
            .LookUp("S2", "passing-fault", 10, [0], [503], Outcome.Failed, FaultyLookUps.OutOfOrder);
        Saw(journal).Advice.ShouldHaveSingleItem().ShouldBe("gave up after 1 attempt (14); a later one would have succeeded");
    }

    [Test]
    public void A_look_up_that_never_reached_the_wire_is_left_out_when_another_did() =>
        Saw(new JournalBuilder().LookUp("S1", "passing-fault", 1, [0, 0.2, 0.6], [503, 503, 200]).LookUp("S2", "passing-fault", 10, [], [], Outcome.Failed, FaultyLookUps.OutOfOrder))
            .Saw.ShouldBe("1 look-up met 503 and took 3 attempts, with pauses of 0.2 s, 0.4 s");

    [Test]
    public void Breaks_when_the_patient_was_found_and_the_user_is_told_otherwise() =>
        Finding(Two([0, 0.2, 0.6], [503, 503, 200], Outcome.Failed, "No such patient.")).Saw.ShouldBe("the operation ended as failed (4); the attempts were answered 503, 503, 200");

    [Test]
    public void Breaks_when_success_is_claimed_without_an_answer() =>
        Finding(Two([0, 0.2], [503, 503])).Saw.ShouldBe("the operation ended as succeeded (4); the attempts were answered 503, 503");

    [Test]
    public void Breaks_when_it_gives_up_and_says_nothing() =>
        Finding(Two([0, 3], [503, 503], Outcome.Failed)).Saw.ShouldBe("beneficiary.search (4) ended as failed without a message");

    [Test]
    public void Waits_for_an_open_look_up()
    {
        var undecided = new JournalBuilder().LookUp("S1", "passing-fault", 1, [0], [503], outcome: null).Judge<PassingFaultIsSurvived>().ShouldBeOfType<Judgement.Undecided>();
        undecided.Until.ShouldBe(TimeSpan.FromSeconds(91));
        undecided.WaitingFor.ShouldBe("the answer to beneficiary.search (4)");
    }

    [Test]
    public void Concludes_nothing_when_no_look_up_met_the_fault() =>
        Two([0], [200]).Judge<PassingFaultIsSurvived>().ShouldBeOfType<Judgement.Inconclusive>().Reason.ShouldBe("no search-beneficiary met the planned fault");

    [Test]
    public void Concludes_nothing_from_an_empty_run() =>
        new JournalBuilder().Judge<PassingFaultIsSurvived>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_of_an_operation_that_is_not_offered() =>
        Two([0], [503], Outcome.Unsupported).Judge<PassingFaultIsSurvived>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldStartWith("the integration does not offer beneficiary.search (4): implement it, or, where one of the capabilities in docs/configuration.md covers it, declare that as not used");

    private static JournalBuilder Silent(double seconds) =>
        new JournalBuilder().Stimulus("P1", "passing-fault", 10, data: [("fault", "silence")]).Operation("P1", "beneficiary.search", 10, lasts: 40)
            .Call("P1", "search-beneficiary", 10, 0, fault: "F1", transmission: Transmission.Reset, lasts: seconds).Call("P1", "search-beneficiary", 40, connection: "c2");

    private static JournalBuilder Two(double[] attempts, int[] statuses, Outcome? outcome = Outcome.Succeeded, string? message = null) =>
        new JournalBuilder().LookUp("S1", "passing-fault", 1, attempts, statuses, outcome, message).LookUp("S2", "passing-fault", 10, attempts, statuses, outcome, message);

    private static Judgement.Passed Saw(JournalBuilder journal) => journal.Judge<PassingFaultIsSurvived>().ShouldBeOfType<Judgement.Passed>();

    private static Finding Finding(JournalBuilder journal) => journal.Judge<PassingFaultIsSurvived>().ShouldBeOfType<Judgement.Failed>().Findings[0];
}
