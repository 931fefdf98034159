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
    public void Copies_of_an_event_and_events_of_long_ago_are_no_load_of_the_harness()
    {
        var journal = Load();
        for (var index = 0; index < 20; index++)
        {
            journal.Delivery("B", "evt_A", 44).Delivery("B", $"evt_{index}", 9);
        }

        Crowd(journal, 38, at: 45).Judge<LoadStaysWithinTenWorkers>().Finding.Saw.ShouldEndWith("with 1 piece of work under way");
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

    [Test]
    public void Ten_calls_at_once_are_as_many_as_the_provider_asks_for()
    {
        Load().Judge<LoadStaysWithinTenWorkers>().Advice.ShouldBeEmpty();
        Crowd(Load(), 10, at: 10).Judge<LoadStaysWithinTenWorkers>().Advice.ShouldBeEmpty();
    }

    [Test]
    public void Twice_as_many_are_advice() =>
        Crowd(Load(), 20, at: 10).Judge<LoadStaysWithinTenWorkers>().Advice.ShouldHaveSingleItem().ShouldStartWith("20 calls were open at once");

    [Test]
    public void As_many_calls_as_pieces_of_work_give_no_advice() => Crowd(Work(Load(), 12), 12, at: 10).Judge<LoadStaysWithinTenWorkers>().Advice.ShouldBeEmpty();

    [Test]
    public void Two_calls_of_each_operation_that_the_harness_has_open_are_its_own_load() => Crowd(Work(Load(), 20), 38, at: 10).Judge<LoadStaysWithinTenWorkers>().ShouldBeOfType<Judgement.Passed>();

    [TestCase(9)]
    [TestCase(45)]
    public void Events_of_long_before_and_of_later_excuse_nothing(double at)
    {
        var journal = Load();
        for (var index = 0; index < 20; index++)
        {
            journal.Delivery("B", $"evt_{index}", at);
        }

        Crowd(journal, 38, at: 40).Judge<LoadStaysWithinTenWorkers>().Finding.Saw.ShouldEndWith("with 0 pieces of work under way");
    }

    [Test]
    public void A_machine_that_was_late_a_moment_before_the_peak_does_not_convict()
    {
        var verdict = Crowd(Load(), 50, at: 10).Noise(0.01).Noise(0.12, at: 9.9).Judge<LoadStaysWithinTenWorkers>();
        verdict.Reason.ShouldContain("the sandbox itself was late with its answers");
        verdict.Evidence.ShouldContain(44);
        Crowd(Load(), 50, at: 10).Noise(0.1).Judge<LoadStaysWithinTenWorkers>().ShouldBeOfType<Judgement.Failed>();
    }

    [Test]
    public void The_most_operations_side_by_side_count() =>
        Load().Stimulus("P9", "load").Operation("P9", "beneficiary.search", 20).Call("P9", "search-beneficiary", 20.1).Judge<LoadStaysWithinTenWorkers>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Half_of_the_work_on_the_wire_is_enough() => Load(reaching: 4).Judge<LoadStaysWithinTenWorkers>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_without_a_load() => new JournalBuilder().Judge<LoadStaysWithinTenWorkers>().Reason.ShouldBe("0 operations, and no two of them side by side: nothing shows what happens under load");

    [TestCase(0.5, 200, "valid")]
    [TestCase(30, 200, "valid")]
    [TestCase(1.5, 401, "revoked")]
    public void Tokens_of_other_times_and_dead_ones_are_none_of_the_load(double at, int status, string state)
    {
        var journal = Load();
        for (var index = 0; index < 6; index++)
        {
            journal.Call(null, "sponsor-forms", at, status, bearer: $"other-{index}", state: state);
        }

        journal.Judge<LoadStaysWithinTenWorkers>().ShouldBeOfType<Judgement.Passed>();
    }

    [Test]
    public void Tokens_count_from_the_first_operation_to_the_end_of_the_last()
    {
        var journal = new JournalBuilder();
        for (var index = 0; index < 8; index++)
        {
            var at = 1 + (index * 0.3);
            journal.Stimulus($"P{index}", "load").Operation($"P{index}", "beneficiary.search", at, lasts: 5).Call($"P{index}", "search-beneficiary", at + (index < 4 ? 0.1 : 4.5), bearer: $"token-{index}");
        }

        journal.Judge<LoadStaysWithinTenWorkers>().Finding.Saw.ShouldStartWith("8 tokens (");
    }

    [Test]
    public void A_token_that_was_issued_meanwhile_may_be_a_renewal()
    {
        Four().Token(2).Judge<LoadStaysWithinTenWorkers>().ShouldBeOfType<Judgement.Passed>();
        Four().Token(0.5).Token(30).Judge<LoadStaysWithinTenWorkers>().Finding.Saw.ShouldBe("2 tokens (token-1, token-2) over 4 calls of 4 operations");
    }

    // Four operations under two tokens.
    private static JournalBuilder Four()
    {
        var journal = new JournalBuilder();
        for (var index = 0; index < 4; index++)
        {
            journal.Stimulus($"P{index}", "load").Operation($"P{index}", "beneficiary.search", 1, lasts: 5).Call($"P{index}", "search-beneficiary", 1.5, bearer: $"token-{(index % 2) + 1}");
        }

        return journal;
    }

    // Operations of other scenarios that are open at 10 s.
    private static JournalBuilder Work(JournalBuilder journal, int operations)
    {
        for (var index = 0; index < operations; index++)
        {
            journal.Operation($"W{index}", "authorization.request", 9, lasts: 5);
        }

        return journal;
    }

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
