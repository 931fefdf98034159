using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class AcceptedEventOutlivesACrashTests
{
    [Test]
    public void Holds_when_the_effect_is_there_after_the_restart() =>
        Died().Effects("evt_A", 7, 1).Status("pending", 7.2)
            .Judge<AcceptedEventOutlivesACrash>().Saw.ShouldBe("200 to first (5), then the process died (7); its effect was there 2.1 s after the restart (8)");

    [Test]
    public void Holds_when_the_provider_was_asked_after_the_start() =>
        Died().Effects("evt_A", 7, 0).Status("approved", 7.2)
            .Judge<AcceptedEventOutlivesACrash>().Saw.ShouldBe("200 to first (5), then the process died (7); no effect of the event is counted, and the decision was known 2.3 s after the restart (10)");

    [Test]
    public void Holds_when_a_lease_had_to_run_out_first() =>
        Holds(Died().Other().Effects("evt_A", 7, 0).Status("pending", 7.2).Effects("evt_A", 300, 1));

    [Test]
    public void Breaks_when_the_event_is_lost()
    {
        var finding = Lost(lookedAt: 325).Judge<AcceptedEventOutlivesACrash>().Finding;
        finding.Expected.ShouldBe("an event that was acknowledged has its effect, also when the process dies right afterwards");
        finding.Saw.ShouldBe("200 to first (5), then the process died (7): no effect, and the decision not known 320 s after the restart (16, 14), while evt_B (8) had one");
        finding.Next.ShouldBe("write the event, or its work, to the database before answering 2xx; a queue in memory dies with the process");
        finding.Exchanges.ShouldBe([5, 7, 16, 14, 8]);
    }

    [Test]
    public void Breaks_when_the_event_is_lost_also_where_the_end_may_have_been_gentle() =>
        Lost(lookedAt: 325, crash: "false").Judge<AcceptedEventOutlivesACrash>().ShouldBeOfType<Judgement.Failed>();

    [Test]
    public void Breaks_when_the_work_is_done_twice() =>
        Died().Effects("evt_A", 7, 2).Judge<AcceptedEventOutlivesACrash>().Finding.Saw.ShouldBe("2 effects of evt_A (8) after 200 to first (5) and a restart (7)");

    [Test]
    public void Waits_as_long_as_a_lease_may_take() =>
        Lost(lookedAt: 310).Judge<AcceptedEventOutlivesACrash>().ShouldBeOfType<Judgement.Undecided>().Until.TotalSeconds.ShouldBe(335, 0.1);

    [Test]
    public void Concludes_nothing_when_the_run_ended_before_a_lease_could() =>
        Lost(lookedAt: 60).Close(70).Judge<AcceptedEventOutlivesACrash>().Reason.ShouldBe("the run ended before the effect of evt_A was looked for up to 330 s after the restart");

    [Test]
    public void Concludes_nothing_when_it_was_ended_by_somebody_else_and_kept_the_event() =>
        Died(crash: "false").Effects("evt_A", 7, 1).Status("approved", 7.2).Judge<AcceptedEventOutlivesACrash>().Reason
            .ShouldBe("the integration was restarted by whoever runs it, who may have let it finish its work: what a crash would have left is not known");

    [Test]
    public void Concludes_nothing_when_no_event_counts() =>
        Died().Other(effect: 0).Effects("evt_A", 325, 0).Status("pending", 325.2).Judge<AcceptedEventOutlivesACrash>().Reason
            .ShouldBe("no event after the restart showed an effect, so that effects.count proves nothing");

    [Test]
    public void Concludes_nothing_when_nobody_was_asked_after_the_restart() =>
        Died().Effects("evt_A", 4.4, 0).Judge<AcceptedEventOutlivesACrash>().Reason
            .ShouldBe("neither effects.count nor authorization.status said anything about the event after the restart");

    [Test]
    public void Concludes_nothing_when_the_event_was_not_accepted() =>
        new JournalBuilder().Stimulus("S1", "accepted-then-died", 1).Delivery("S9", "evt_Z", 1).Delivery("S1", "evt_A", 4, 503)
            .Judge<AcceptedEventOutlivesACrash>().Reason.ShouldBe("the event was not accepted, so that it was not to be kept: 503 to first (6)");

    [Test]
    public void Concludes_nothing_without_a_restart() =>
        new JournalBuilder().Stimulus("S1", "accepted-then-died", 1).Note(NoteNames.IntegrationRestarted, 2, ("crash", "true")).Delivery("S1", "evt_A", 4)
            .Judge<AcceptedEventOutlivesACrash>().Reason.ShouldBe("the integration was not restarted after delivery 5");

    [Test]
    public void Concludes_nothing_from_an_empty_run() => new JournalBuilder().Judge<AcceptedEventOutlivesACrash>().Reason.ShouldBe("no event was delivered before a crash");

    private static JournalBuilder Lost(double lookedAt, string crash = "true") =>
        Died(crash).Other().Effects("evt_A", 55, 0).Status("pending", lookedAt - 0.2).Effects("evt_A", lookedAt, 0);

    private static JournalBuilder Died(string crash = "true") =>
        new JournalBuilder().Stimulus("S1", "accepted-then-died", 1).Stimulus("S2", "after-the-death", 1)
            .Delivery("S1", "evt_A", 4).Note(NoteNames.IntegrationRestarted, 5, ("crash", crash));

    private static void Holds(JournalBuilder journal) => journal.Judge<AcceptedEventOutlivesACrash>().ShouldBeOfType<Judgement.Passed>();
}

file static class AfterTheRestart
{
    public static JournalBuilder Status(this JournalBuilder journal, string status, double at) =>
        journal.Probe("S1", "authorization.status", at, $$"""{"status":"{{status}}"}""");

    public static JournalBuilder Other(this JournalBuilder journal, int effect = 1) => journal.Delivery("S2", "evt_B", 50).Effects("evt_B", 51, effect);
}
