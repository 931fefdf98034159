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

    private static JournalBuilder Waiting(int requests, double alive = 100)
    {
        var journal = new JournalBuilder().Canary(1).Canary(alive);
        for (var request = 1; request <= requests; request++)
        {
            var at = 9.5 + (request * 0.1);
            journal.Stimulus($"S{request}", "waits-long", at, data: ("limit", "50")).Operation($"S{request}", "authorization.request", at, Outcome.Pending, "The sponsor decides later.", lasts: 0.6)
                .Call($"S{request}", "complete-authorization", at + 0.3, processState: "PENDING_SPONSOR");
        }

        return journal;
    }

    private static JournalBuilder Polls(JournalBuilder journal, int request, double every, int times)
    {
        for (var time = 1; time <= times; time++)
        {
            journal.Call($"S{request}", "read-authorization", 10.2 + (time * every), method: "GET");
        }

        return journal;
    }
}
