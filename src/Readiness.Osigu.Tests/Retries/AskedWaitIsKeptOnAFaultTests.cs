using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Tests.Retries;

internal sealed class AskedWaitIsKeptOnAFaultTests
{
    // The run starts at noon; the answer is given at 10.01 s.
    private const string AtFifteenSeconds = "Thu, 01 Jan 2026 12:00:15 GMT";

    [Test]
    public void Holds_when_the_attempt_comes_after_the_seconds_that_were_asked_for() =>
        LookUp("2", 12.1).Judge<AskedWaitIsKeptOnAFault>().Saw.ShouldBe("asked to wait (Retry-After: 2), came back after 2.1 s");

    [Test]
    public void Fifty_milliseconds_early_are_a_clients_clock() => Holds(LookUp("2", 11.96));

    [Test]
    public void Much_later_holds() => Holds(LookUp("2", 40));

    [Test]
    public void Not_coming_back_holds_when_the_user_is_told() =>
        Alive().Stimulus("S1", "fault-with-time", 10).Operation("S1", "beneficiary.search", 10, Outcome.Failed, FaultyLookUps.OutOfOrder, lasts: 1).Call("S1", "search-beneficiary", 10, 503, fault: "F1", retryAfter: "2")
            .Judge<AskedWaitIsKeptOnAFault>().Saw.ShouldBe("asked to wait (Retry-After: 2), did not come back");

    [Test]
    public void A_date_has_a_grain_and_another_clock() => Holds(LookUp(AtFifteenSeconds, 13.1));

    [Test]
    public void An_attempt_that_was_under_way_before_the_answer_is_not_early() =>
        Holds(Alive().Stimulus("S1", "fault-with-time", 9.9).Operation("S1", "beneficiary.search", 9.95, lasts: 60).Call("S1", "search-beneficiary", 10, 503, fault: "F1", retryAfter: "2", lasts: 0.5).Call("S1", "search-beneficiary", 10.2));

    [Test]
    public void Breaks_before_the_seconds_are_over()
    {
        var finding = LookUp("2", 10.51).Noise(0.003).Judge<AskedWaitIsKeptOnAFault>().Finding;
        finding.Expected.ShouldBe("no further attempt before the time that the answer 8 gave (Retry-After: 2)");
        finding.Saw.ShouldBe("attempt 10 came 0.5 s after the answer 8, 1.5 s early; tolerance 50 ms, timers were up to 3 ms late, round trips took up to 1 ms (note 3)");
    }

    [Test]
    public void Breaks_before_the_date() =>
        LookUp(AtFifteenSeconds, 10.51).Judge<AskedWaitIsKeptOnAFault>().Finding.Saw.ShouldBe("attempt 9 came 0.5 s after the answer 7, 4.5 s early; tolerance 2 s, the noise of this machine was not measured");

    [Test]
    public void Breaks_when_the_user_is_not_told() =>
        Alive().Stimulus("S1", "fault-with-time", 10).Operation("S1", "beneficiary.search", 10, Outcome.Failed, lasts: 1).Call("S1", "search-beneficiary", 10, 503, fault: "F1", retryAfter: "2")
            .Judge<AskedWaitIsKeptOnAFault>().Finding.Saw.ShouldBe("beneficiary.search (6) ended as failed without a message");

    [Test]
    public void Breaks_when_success_is_claimed() =>
        Alive().Stimulus("S1", "fault-with-time", 10).Operation("S1", "beneficiary.search", 10, Outcome.Succeeded, lasts: 1).Call("S1", "search-beneficiary", 10, 503, fault: "F1", retryAfter: "2")
            .Judge<AskedWaitIsKeptOnAFault>().Finding.Saw.ShouldBe("the operation ended as succeeded (6); the attempts were answered 503");

    [Test]
    public void Concludes_nothing_within_the_noise_of_a_busy_machine() =>
        LookUp("2", 11.9).Noise(0.2).Judge<AskedWaitIsKeptOnAFault>().Reason
            .ShouldBe("attempt 10 came 0.1 s early, which this machine's noise may explain: timers were up to 200 ms late, round trips took up to 1 ms (note 3)");

    [Test]
    public void Concludes_nothing_when_nothing_asked_to_wait() =>
        Alive().Stimulus("S1", "fault-with-time", 10).Operation("S1", "beneficiary.search", 10).Call("S1", "search-beneficiary", 10, 503, fault: "F1").Call("S1", "search-beneficiary", 10.3)
            .Judge<AskedWaitIsKeptOnAFault>().Reason.ShouldBe("no answer asked to come back later");

    [Test]
    public void Concludes_nothing_when_it_cannot_be_read_what_was_asked_for() =>
        LookUp("soon", 10.51).Judge<AskedWaitIsKeptOnAFault>().Reason.ShouldBe("the Retry-After of 7 (soon) is neither seconds nor a date");

    [Test]
    public void The_verdict_rests_on_the_attempts_the_operation_and_the_noise_of_the_machine() =>
        LookUp("2", 12.1).Noise(0.003).Judge<AskedWaitIsKeptOnAFault>().Evidence.ShouldBe([3, 7, 8, 10]);

    [Test]
    public void Concludes_nothing_when_the_fault_was_not_met() =>
        Alive().Stimulus("S1", "fault-with-time", 10).Operation("S1", "beneficiary.search", 10).Judge<AskedWaitIsKeptOnAFault>().Reason.ShouldBe("no search-beneficiary met the planned fault");

    private static JournalBuilder Alive() => new JournalBuilder().Canary(1).Canary(100);

    private static JournalBuilder LookUp(string asked, double next) =>
        Alive().Stimulus("S1", "fault-with-time", 9.9).Operation("S1", "beneficiary.search", 9.95, lasts: 60).Call("S1", "search-beneficiary", 10, 503, fault: "F1", retryAfter: asked).Call("S1", "search-beneficiary", next);

    private static void Holds(JournalBuilder journal) => journal.Judge<AskedWaitIsKeptOnAFault>().ShouldBeOfType<Judgement.Passed>();
}
