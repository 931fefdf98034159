using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class EventsAreAcknowledgedInTimeTests
{
    [Test]
    public void Holds_and_leaves_the_first_delivery_of_the_run_out_of_the_percentiles() =>
        Passed(Burst().Delivery(null, "evt_canary", 1, latency: 9.5)).Saw
            .ShouldBe("20 events in a burst and 1 while the provider was slow, all acknowledged: p50 50 ms, p95 50 ms, max 0.2 s");

    [TestCase(200, 8.0)]
    [TestCase(202, 2.0)]
    public void A_slow_acknowledgement_within_the_limit_is_right(int status, double latency) => Passed(Burst(status, latency));

    [Test]
    public void Breaks_when_the_acknowledgement_waits_for_the_providers_answer()
    {
        var finding = Failed(Burst(200, 15));
        finding.Expected.ShouldBe("every event is acknowledged within 10 s");
        finding.Saw.ShouldBe("15 s for 6");
    }

    [Test]
    public void Breaks_when_no_answer_comes_in_time() => Failed(Burst(0, 10, "timed out after 10 s")).Saw.ShouldBe("10 s for 6 (timed out after 10 s)");

    [Test]
    public void A_machine_that_stands_still_itself_does_not_convict() =>
        Burst(0, 10, "timed out after 10 s").Noise(1.4, at: 9).Judge<EventsAreAcknowledgedInTime>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldStartWith("timed out after 10 s to first (6): this machine itself stood still for too long");

    [Test]
    public void A_busy_machine_excuses_no_late_answer() => Failed(Burst(200, 15).Noise(0.3, at: 9)).Saw.ShouldStartWith("15 s for");

    [Test]
    public void Breaks_when_the_first_delivery_of_the_run_met_a_cold_start() => Failed(Burst().Delivery(null, "evt_canary", 1, latency: 10.4)).Saw.ShouldBe("10.4 s for 4");

    [Test]
    public void Breaks_when_the_receiver_redirects() => Failed(Burst(308)).Expected.ShouldBe("an event is answered 2xx at the address that was given");

    [TestCase(400)]
    [TestCase(503)]
    public void Breaks_when_a_genuine_event_is_refused(int status) => Failed(Burst(status)).Saw.ShouldBe($"{status} to first (6)");

    [Test]
    public void Waits_for_open_deliveries() =>
        new JournalBuilder().Stimulus("S1", "held-decision", 2).Stimulus("S2", "burst", 2).Delivery("S1", "evt_A", 3, status: null).Delivery("S2", "evt_B", 4)
            .Judge<EventsAreAcknowledgedInTime>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(18));

    [Test]
    public void Concludes_nothing_from_an_empty_run() => new JournalBuilder().Judge<EventsAreAcknowledgedInTime>().ShouldBeOfType<Judgement.Inconclusive>();

    private static JournalBuilder Burst(int status = 200, double latency = 0.2, string? problem = null)
    {
        var journal = new JournalBuilder().Stimulus("S1", "held-decision", 0.5).Stimulus("S2", "burst", 20).Delivery("S1", "evt_A", 3, status, latency: latency, problem: problem).Delivery(null, "evt_0", 2.5);
        foreach (var index in Enumerable.Range(1, 20))
        {
            journal.Delivery("S2", $"evt_B{index}", 20 + (index * 0.01));
        }

        return journal;
    }

    private static Judgement.Passed Passed(JournalBuilder journal) => journal.Judge<EventsAreAcknowledgedInTime>().ShouldBeOfType<Judgement.Passed>();

    private static Finding Failed(JournalBuilder journal) => journal.Judge<EventsAreAcknowledgedInTime>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();
}
