using Readiness.Osigu.Checks.Limits;

namespace Readiness.Osigu.Tests.Limits;

internal sealed class LoadStaysWithinTenWorkersTests
{
    [Test]
    public void Holds_when_eight_workers_share_a_token() =>
        Load().Judge<LoadStaysWithinTenWorkers>().Saw.ShouldBe("at most 8 of 8 calls open at once; 1 token for 8 operations side by side");

    [Test]
    public void Holds_with_fewer_workers_than_work() =>
        Load(open: 2).Judge<LoadStaysWithinTenWorkers>().Saw.ShouldBe("at most 2 of 8 calls open at once; 1 token for 8 operations side by side");

    [Test]
    public void Fifty_calls_at_once_break()
    {
        var finding = Crowd(Load(), 50, at: 10).Judge<LoadStaysWithinTenWorkers>().Finding;

        finding.Expected.ShouldBe("about 10 calls open at once");
        finding.Saw.ShouldBe("50 at the moment of call 92, with 0 pieces of work under way");
    }

    [Test]
    public void A_sandbox_that_is_late_itself_does_not_convict() =>
        Crowd(Load(), 50, at: 10).Noise(0.12, at: 9.9).Judge<LoadStaysWithinTenWorkers>().Reason
            .ShouldStartWith("50 at the moment of call 93, with 0 pieces of work under way; the sandbox itself was late with its answers");

    [Test]
    public void A_machine_that_was_late_long_before_excuses_nothing() =>
        Crowd(Load(), 50, at: 10).Noise(0.01, at: 0.3).Noise(0.4, at: 4).Judge<LoadStaysWithinTenWorkers>().Finding.Saw.ShouldStartWith("50 at the moment of call");

    [Test]
    public void A_little_more_than_ten_is_advice() =>
        Crowd(Load(), 15, at: 10).Judge<LoadStaysWithinTenWorkers>().Advice
            .ShouldBe(["15 calls were open at once (call 57), with 0 pieces of work under way; the provider asks for 5 to 10 workers"]);

    [Test]
    public void What_a_burst_of_events_causes_is_the_harnesss_own_load()
    {
        var journal = Load();
        for (var index = 0; index < 20; index++)
        {
            journal.Delivery("B", $"evt_{index}", 9);
        }

        Crowd(journal, 38, at: 10).Judge<LoadStaysWithinTenWorkers>().ShouldBeOfType<Judgement.Passed>();
    }

    [Test]
    public void A_token_for_each_virtual_user_breaks() =>
        Load(token: index => $"token-{index + 1}").Judge<LoadStaysWithinTenWorkers>().Finding.Saw
            .ShouldBe("8 tokens (token-1, token-2, token-3, token-4, token-5, token-6, token-7, token-8) over 8 calls of 8 operations");

    [Test]
    public void Declared_processes_have_a_token_each() =>
        Load(token: index => $"token-{(index % 4) + 1}", processes: 4).Judge<LoadStaysWithinTenWorkers>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_token_that_is_renewed_too_often_is_another_items_business() =>
        Load(token: index => $"token-{(index / 3) + 1}").Judge<LoadStaysWithinTenWorkers>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_when_nothing_ran_side_by_side() =>
        Load(apart: 2).Judge<LoadStaysWithinTenWorkers>().Reason.ShouldBe("8 operations, and no two of them side by side: nothing shows what happens under load");

    [Test]
    public void Concludes_nothing_when_the_work_did_not_arrive() =>
        Load(reaching: 3).Judge<LoadStaysWithinTenWorkers>().Reason.ShouldBe("3 of 8 look-ups reached the sandbox");

    [Test]
    public void Waits_for_an_operation_that_is_open() =>
        new JournalBuilder().Stimulus("P1", "load").Stimulus("P2", "load").Operation("P1", "beneficiary.search", 1, outcome: null).Operation("P2", "beneficiary.search", 1, outcome: null)
            .Call("P1", "search-beneficiary", 1.1).Call("P2", "search-beneficiary", 1.1).Judge<LoadStaysWithinTenWorkers>().ShouldBeOfType<Judgement.Undecided>();

    private static JournalBuilder Load(int open = 8, Func<int, string>? token = null, int processes = 1, double apart = 0, int reaching = 8)
    {
        var journal = new JournalBuilder(processes);
        for (var index = 0; index < 8; index++)
        {
            var patient = $"P{index + 1}";
            var at = 1 + (index * apart);
            journal.Stimulus(patient, "load").Operation(patient, "beneficiary.search", at, lasts: apart > 0 ? 0.5 : 5);
            if (index < reaching)
            {
                journal.Call(patient, "search-beneficiary", at + 0.1 + (index / open * 0.5), lasts: 0.5, bearer: token?.Invoke(index) ?? "token-1");
            }
        }

        return journal;
    }

    private static JournalBuilder Crowd(JournalBuilder journal, int calls, double at)
    {
        for (var index = 0; index < calls; index++)
        {
            journal.Call(null, "sponsor-forms", at, lasts: 1);
        }

        return journal;
    }
}
