using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

/// <summary>Which calls under a refused token were already on their way, and which were sent although the refusal was known.</summary>
internal sealed class SentAgainTests
{
    [Test]
    public void Other_work_a_quarter_of_a_second_after_the_refusal_was_sent_knowingly() =>
        Parallel().Call("P2", "search-beneficiary", 1.36, 401, state: "revoked").Judge<RefusedTokenIsReplaced>().Finding.Saw.ShouldBe("1 call (11) under token-1 after the refusal of 7");

    [Test]
    public void Other_work_sooner_than_that_was_on_its_way() =>
        Parallel().Call("P2", "search-beneficiary", 1.35, 401, state: "revoked").Judge<RefusedTokenIsReplaced>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void The_same_work_counts_from_the_very_moment_of_the_answer() =>
        Parallel().Call("P1", "search-beneficiary", 1.11, 401, state: "revoked").Judge<RefusedTokenIsReplaced>().Finding.Saw.ShouldBe("1 call (9) under token-1 after the refusal of 7");

    [Test]
    public void The_same_work_is_known_by_any_of_the_values_in_it() =>
        Parallel().Call("P1", "search-beneficiary", 1.2, 401, state: "revoked", facts: "sandbox.key").Judge<RefusedTokenIsReplaced>().Finding.Saw.ShouldBe("1 call (9) under token-1 after the refusal of 7");

    [Test]
    public void A_value_that_belongs_to_nobody_does_not_make_two_calls_the_same_work() =>
        Alone().Call(null, "sponsor-forms", 1.1, 401, state: "revoked", method: "GET").Call(null, "sponsors", 1.2, 401, state: "revoked", method: "GET", facts: "sponsor").Call("P1", "search-beneficiary", 1.4, bearer: "token-2")
            .Judge<RefusedTokenIsReplaced>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void With_two_operations_open_equal_bytes_may_come_from_either() =>
        Two().Call(null, "sponsor-forms", 1.1, 401, state: "revoked", method: "GET").Call(null, "sponsor-forms", 1.12, 401, state: "revoked", method: "GET").Call("P1", "search-beneficiary", 1.4, bearer: "token-2")
            .Judge<RefusedTokenIsReplaced>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void With_one_operation_open_another_call_may_follow_the_refused_one() =>
        Alone().Call(null, "sponsor-forms", 1.1, 401, state: "revoked", method: "GET").Call(null, "sponsors", 1.12, 401, state: "revoked", method: "GET").Call("P1", "search-beneficiary", 1.4, bearer: "token-2")
            .Judge<RefusedTokenIsReplaced>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void What_the_next_operation_sends_at_the_moment_at_which_the_last_one_ended_was_sent_knowingly() =>
        new JournalBuilder()
            .Stimulus("P1", "after-revocation").Operation("P1", "beneficiary.search", 1, Outcome.Failed, "not now", lasts: 0.11)
            .Stimulus("P2", "after-revocation").Operation("P2", "beneficiary.search", 1.12, lasts: 0.5)
            .Call(null, "sponsor-forms", 1.1, 401, state: "revoked", method: "GET")
            .Call(null, "sponsors", 1.12, 401, state: "revoked", method: "GET")
            .Call("P2", "search-beneficiary", 1.3, bearer: "token-2")
            .Judge<RefusedTokenIsReplaced>().Finding.Saw.ShouldBe("1 call (10) under token-1 after the refusal of 6");

    private static JournalBuilder Alone() => new JournalBuilder().Stimulus("P1", "after-revocation").Operation("P1", "beneficiary.search", 1);

    private static JournalBuilder Two() => Alone().Stimulus("P2", "after-revocation").Operation("P2", "beneficiary.search", 1);

    // The first look-up is refused and repeated with a new token; what the second one sends is the test's.
    private static JournalBuilder Parallel() =>
        Two().Call("P1", "search-beneficiary", 1.1, 401, state: "revoked").Call("P1", "search-beneficiary", 1.3, bearer: "token-2");
}
