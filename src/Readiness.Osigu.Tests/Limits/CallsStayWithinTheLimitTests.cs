using Readiness.Osigu.Checks.Limits;

namespace Readiness.Osigu.Tests.Limits;

internal sealed class CallsStayWithinTheLimitTests
{
    [Test]
    public void Holds_when_nobody_asks_and_nothing_is_asked() =>
        Waiting(3).Judge<CallsStayWithinTheLimit>().Saw.ShouldBe("0 calls by itself in 90.3 s while 3 requests waited for their sponsor; the busiest minute of the run had 3 calls, most of them asked for");

    [Test]
    public void A_rare_read_for_safety_holds_without_advice() => Polls(Waiting(1), 1, every: 10, times: 8).Judge<CallsStayWithinTheLimit>().Advice.ShouldBeEmpty();

    [Test]
    public void A_burst_below_the_limit_is_advice() =>
        Polls(Waiting(1), 1, every: 0.1, times: 40).Judge<CallsStayWithinTheLimit>().Advice.ShouldHaveSingleItem().ShouldStartWith("40 calls within a minute that nobody asked for (");

    [Test]
    public void Breaks_when_requests_are_asked_for_every_second()
    {
        var finding = Polls(Waiting(1), 1, every: 1, times: 80).Judge<CallsStayWithinTheLimit>().Finding;
        finding.Expected.ShouldBe("at most 50 calls a minute, of which what nobody asked for can be a small part only");
        finding.Saw.ShouldEndWith("while 1 request waited for its sponsor: 60 read-authorization");
    }

    [Test]
    public void Breaks_when_a_job_reads_all_open_requests_again_and_again() =>
        Polls(Polls(Polls(Waiting(3), 1, every: 2.5, times: 34), 2, every: 2.5, times: 34), 3, every: 2.5, times: 34)
            .Judge<CallsStayWithinTheLimit>().Finding.Saw.ShouldEndWith("while 3 requests waited for their sponsor: 72 read-authorization");

    [Test]
    public void Breaks_when_nobody_in_particular_is_asked_about_while_no_operation_is_open()
    {
        var journal = Waiting(1);
        for (var second = 0; second < 80; second++)
        {
            journal.Call(null, "sponsor-forms", 15 + second, method: "GET");
        }

        journal.Judge<CallsStayWithinTheLimit>().Finding.Saw.ShouldEndWith(": 60 sponsor-forms");
    }

    [Test]
    public void Calls_right_after_an_operation_or_an_event_belong_to_it()
    {
        var journal = Waiting(1);
        for (var call = 0; call < 60; call++)
        {
            journal.Call(null, "list-subscriptions", 50.4 + (call * 0.02), method: "GET").Call(null, "read-authorization", 60.2 + (call * 0.1), method: "GET");
        }

        journal.Canary(50).Delivery("S9", "evt-1", 60).Judge<CallsStayWithinTheLimit>().Advice.ShouldBeEmpty();
    }

    [Test]
    public void Breaks_when_one_operation_costs_more_than_a_minute_has()
    {
        var journal = Waiting(1).Stimulus("S7", "other", 30).Operation("S7", "authorization.request", 30, Outcome.Pending, lasts: 20);
        for (var call = 0; call < 60; call++)
        {
            journal.Call("S7", "read-authorization", 31 + (call * 0.3), method: "GET");
        }

        journal.Judge<CallsStayWithinTheLimit>().Finding.Saw.ShouldEndWith("cost 60 calls within 17.7 s: 60 read-authorization");
    }

    [Test]
    public void What_a_planned_fault_answered_costs_nothing()
    {
        var journal = Waiting(1).Stimulus("S7", "lasting-fault", 30).Operation("S7", "beneficiary.search", 30, Outcome.Failed, lasts: 20);
        for (var call = 0; call < 60; call++)
        {
            journal.Call("S7", "search-beneficiary", 31 + (call * 0.3), 503, fault: "F1");
        }

        journal.Judge<CallsStayWithinTheLimit>().ShouldBeOfType<Judgement.Passed>();
    }

    [Test]
    public void A_loop_that_is_seen_is_watched_for_a_minute() =>
        Polls(Waiting(1, alive: 24), 1, every: 1, times: 14).Judge<CallsStayWithinTheLimit>().ShouldBeOfType<Judgement.Undecided>().Until.TotalSeconds.ShouldBe(70, 1);

    [Test]
    public void Concludes_nothing_when_the_run_ends_before_that_minute() =>
        Polls(Waiting(1, alive: 24), 1, every: 1, times: 14).Close(25).Judge<CallsStayWithinTheLimit>().Reason
            .ShouldBe("14 calls that nobody asked for in 15.1 s would be too many a minute, and the run ended before a minute was over");

    [Test]
    public void Concludes_nothing_without_a_sign_of_life_afterwards() =>
        Waiting(1, alive: 12).Close(60).Judge<CallsStayWithinTheLimit>().Reason.ShouldBe("no sign of life of the integration after 19.9 s into the run, so that silence proves nothing");

    [Test]
    public void Concludes_nothing_when_no_request_waits() =>
        new JournalBuilder().Stimulus("S1", "waits-long", 9, data: ("limit", "50")).Operation("S1", "authorization.request", 9.5, Outcome.Failed, "Out of order.")
            .Judge<CallsStayWithinTheLimit>().Reason.ShouldBe("authorization.request (4) left no request that waits for its sponsor");

    [Test]
    public void Concludes_nothing_without_a_request() => new JournalBuilder().Judge<CallsStayWithinTheLimit>().Reason.ShouldBe("no request was left waiting for its sponsor");

    [Test]
    public void As_many_calls_as_the_limit_are_within_it()
    {
        Polls(Waiting(1), 1, every: 1, times: 50).Judge<CallsStayWithinTheLimit>().Advice.ShouldHaveSingleItem().ShouldStartWith("50 calls within a minute that nobody asked for (");
        var journal = Waiting(1).Stimulus("S7", "other", 30).Operation("S7", "authorization.request", 30, Outcome.Pending, lasts: 20);
        for (var call = 0; call < 50; call++)
        {
            journal.Call("S7", "read-authorization", 31 + (call * 0.3), method: "GET");
        }

        journal.Judge<CallsStayWithinTheLimit>().ShouldBeOfType<Judgement.Passed>();
    }

    // Ten calls in twelve seconds are fifty a minute, and a fifth of the limit.
    [Test]
    public void As_many_calls_a_minute_as_the_limit_and_a_fifth_of_it_are_not_remarkable() =>
        Polls(Waiting(1, alive: 20.5), 1, every: 1, times: 10).Note(NoteNames.Step, 21.91).Judge<CallsStayWithinTheLimit>().Advice.ShouldBeEmpty();

    [Test]
    public void A_loop_is_still_watched_near_the_end_of_the_minute() =>
        Polls(Waiting(1, alive: 52), 1, every: 1, times: 40).Judge<CallsStayWithinTheLimit>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(69.91));

    [Test]
    public void A_few_calls_at_once_are_not_taken_for_a_loop() =>
        Polls(Waiting(1, alive: 2), 1, every: 0.5, times: 3).Judge<CallsStayWithinTheLimit>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(19.91));

    [Test]
    public void The_watch_runs_from_the_first_request_that_waits_to_ten_seconds_after_the_last()
    {
        TwoApart().Canary(15).Canary(100).Judge<CallsStayWithinTheLimit>().Reason.ShouldBe("no sign of life of the integration before 9.9 s into the run, so that silence proves nothing");
        TwoApart().Canary(1).Canary(35).Judge<CallsStayWithinTheLimit>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(40.31));
    }

    [Test]
    public void The_verdict_rests_on_the_completion_the_own_calls_and_the_signs_of_life() => Polls(Waiting(1), 1, every: 10, times: 2).Judge<CallsStayWithinTheLimit>().Evidence.ShouldBe([3, 7, 10, 12, 14]);

    [Test]
    public void Tokens_and_addresses_that_the_provider_does_not_have_are_counted_elsewhere()
    {
        var journal = Waiting(1);
        for (var second = 0; second < 60; second++)
        {
            journal.Token(15 + second).Call("S1", "", 15 + second, 404);
        }

        journal.Judge<CallsStayWithinTheLimit>().Advice.ShouldBeEmpty();
    }

    [Test]
    public void Work_for_other_patients_in_the_background_is_none_for_those_who_wait()
    {
        var journal = Waiting(1);
        for (var second = 0; second < 80; second++)
        {
            journal.Call("S9", "read-authorization", 15 + second, method: "GET");
        }

        journal.Judge<CallsStayWithinTheLimit>().Advice.ShouldBeEmpty();
    }

    [Test]
    public void What_an_integration_reads_when_it_starts_is_not_its_pace()
    {
        var journal = Waiting(1);
        for (var call = 0; call < 60; call++)
        {
            journal.Call(null, "sponsor-forms", 0.1 + (call * 0.01), method: "GET");
        }

        journal.Judge<CallsStayWithinTheLimit>().Advice.ShouldBeEmpty();
    }

    [Test]
    public void An_event_long_before_or_after_explains_no_calls()
    {
        var journal = Waiting(1).Delivery("S9", "evt-1", 2).Delivery("S9", "evt-2", 99);
        for (var second = 0; second < 80; second++)
        {
            journal.Call(null, "sponsor-forms", 15 + second, method: "GET");
        }

        journal.Judge<CallsStayWithinTheLimit>().Finding.Saw.ShouldStartWith("60 calls within 59 s that nobody asked for (");
    }

    private static JournalBuilder TwoApart() => Waits(Waits(new JournalBuilder(), "S1", 9.6), "S2", 30);

    private static JournalBuilder Waiting(int requests, double alive = 100)
    {
        var journal = new JournalBuilder().Canary(1).Canary(alive);
        for (var request = 1; request <= requests; request++)
        {
            var at = 9.5 + (request * 0.1);
            Waits(journal, $"S{request}", at);
        }

        return journal;
    }

    private static JournalBuilder Waits(JournalBuilder journal, string id, double at) =>
        journal.Stimulus(id, "waits-long", at, data: ("limit", "50")).Operation(id, "authorization.request", at, Outcome.Pending, "The sponsor decides later.", lasts: 0.6)
            .Call(id, "complete-authorization", at + 0.3, processState: "PENDING_SPONSOR");

    private static JournalBuilder Polls(JournalBuilder journal, int request, double every, int times)
    {
        for (var time = 1; time <= times; time++)
        {
            journal.Call($"S{request}", "read-authorization", 10.2 + (time * every), method: "GET");
        }

        return journal;
    }
}
