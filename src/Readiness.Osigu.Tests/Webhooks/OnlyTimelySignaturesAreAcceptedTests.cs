using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class OnlyTimelySignaturesAreAcceptedTests
{
    [Test]
    public void Holds_when_only_events_within_five_minutes_are_accepted() =>
        Timely().Judge<OnlyTimelySignaturesAreAccepted>().ShouldBeOfType<Judgement.Passed>().Saw
            .ShouldBe("401 to stale (4), 401 to future (6), 200 to past-within (8), 200 to ahead-within (10); the refused ones had no effect");

    [Test]
    public void Breaks_when_an_old_event_is_accepted() => Failed(Timely(stale: 200)).Saw.ShouldBe("200 to stale (4)");

    [Test]
    public void Breaks_when_only_the_past_is_checked() => Failed(Timely(future: 200)).Saw.ShouldBe("200 to future (6)");

    [Test]
    public void Breaks_when_a_refused_event_has_an_effect() => Failed(Timely(effect: 1)).Saw.ShouldBe("1 effect of evt_stale, sent as stale (4)");

    [Test]
    public void Breaks_when_seconds_are_compared_with_milliseconds() => Failed(Timely(within: 401)).Saw.ShouldBe("401 to past-within (8), 401 to ahead-within (10)");

    [Test]
    public void Breaks_when_the_receiver_fails() => Failed(Timely(stale: 500)).Expected.ShouldBe("an event signed 360 s ago or ahead is answered 401");

    [Test]
    public void A_receiver_whose_clock_is_off_by_more_than_the_margin_is_not_judged() =>
        Reason(Timely(stale: 200, date: "Thu, 01 Jan 2026 12:02:04 GMT")).ShouldBe("the receiver's clock differs by 120 s: set both clocks by NTP");

    [Test]
    public void A_receiver_whose_clock_is_off_by_seconds_is_judged() =>
        Failed(Timely(stale: 200, date: "Thu, 01 Jan 2026 12:00:12 GMT")).Saw.ShouldBe("200 to stale (4)");

    [Test]
    public void Concludes_nothing_when_not_all_were_sent() =>
        Reason(new JournalBuilder().Stimulus("S1", "timely", 1).Delivery("S1", "evt_stale", 2, 401, genuine: false, manner: "stale")).ShouldStartWith("not sent: future, past-within, ahead-within");

    [Test]
    public void Concludes_nothing_without_a_read_back() => Reason(Timely(probes: false)).ShouldBe("no effects.count of evt_stale, so that its effect is not known; no effects.count of evt_future, so that its effect is not known");

    private static JournalBuilder Timely(int stale = 401, int future = 401, int within = 200, int effect = 0, bool probes = true, string? date = null)
    {
        var journal = new JournalBuilder().Stimulus("S1", "timely", 1)
            .Delivery("S1", "evt_stale", 2, stale, genuine: false, manner: "stale")
            .Delivery("S1", "evt_future", 3, future, genuine: false, manner: "future")
            .Delivery("S1", "evt_past", 4, within, manner: "past-within", date: date)
            .Delivery("S1", "evt_ahead", 5, within, manner: "ahead-within")
            .Delivery(null, "evt_canary", 6);
        return probes ? journal.Effects("evt_stale", 7, effect).Effects("evt_future", 8, 0) : journal;
    }

    private static Finding Failed(JournalBuilder journal) => journal.Judge<OnlyTimelySignaturesAreAccepted>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();

    private static string Reason(JournalBuilder journal) => journal.Judge<OnlyTimelySignaturesAreAccepted>().ShouldBeOfType<Judgement.Inconclusive>().Reason;
}
