using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

internal sealed class RefusedTokenTests
{
    [Test]
    public void Holds_when_the_call_is_repeated_with_a_new_token() =>
        ThreeLookUps().Refused("P1", 1.1).Accepted("P1", 1.2).Accepted("P2", 2.1).Judge<RefusedTokenIsReplaced>()
            .Saw.ShouldBe("token-1 was refused once (exchange 7); token-2 was used from exchange 9 on");

    [Test]
    public void Holds_when_the_first_fails_with_a_message_and_the_next_has_a_new_token() =>
        ThreeLookUps(Outcome.Failed, "not possible now, try again").Refused("P1", 1.1).Accepted("P2", 2.1).Judge<RefusedTokenIsReplaced>()
            .ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Holds_when_other_work_was_already_on_its_way() =>
        ThreeLookUps().Refused("P1", 1.1).Refused("P9", 1.2).Accepted("P1", 1.3).Judge<RefusedTokenIsReplaced>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_dead_token_is_sent_again_at_once() =>
        ThreeLookUps().Refused("P1", 1.1).Refused("P1", 1.12).Accepted("P2", 2.1).Judge<RefusedTokenIsReplaced>()
            .Finding.Saw.ShouldBe("1 call (9) under token-1 after the refusal of 7");

    [Test]
    public void Breaks_when_a_call_that_names_no_patient_is_repeated_at_once_under_the_dead_token() =>
        ThreeLookUps().Forms(1.1, 401, "revoked").Forms(1.12, 401, "revoked").Accepted("P2", 2.1).Judge<RefusedTokenIsReplaced>()
            .Finding.Saw.ShouldBe("1 call (9) under token-1 after the refusal of 7");

    [Test]
    public void Breaks_when_the_next_operation_begins_with_the_dead_token_however_soon() =>
        QuickLookUps().Forms(1.01, 401, "revoked").Call(null, "sponsors", 1.06, 401, state: "revoked").Accepted("P2", 1.08).Judge<RefusedTokenIsReplaced>()
            .Finding.Saw.ShouldBe("1 call (10) under token-1 after the refusal of 6");

    [Test]
    public void Breaks_when_there_is_no_recovery() =>
        ThreeLookUps(Outcome.Failed, "no").Refused("P1", 1.1).Refused("P2", 2.1).Judge<RefusedTokenIsReplaced>().AllSeen.ShouldBe(
        [
            "1 call (11) under token-1 after the refusal of 7",
            "none of 2 calls (7, 11) came with a token that counts",
        ]);

    [Test]
    public void Breaks_when_an_operation_hangs() =>
        ThreeLookUps(Outcome.Unanswered).Refused("P1", 1.1).Accepted("P2", 2.1).Canary(9).Judge<RefusedTokenIsReplaced>()
            .Finding.Saw.ShouldBe("beneficiary.search (6) ended as unanswered");

    [Test]
    public void Concludes_nothing_when_nothing_was_sent() =>
        ThreeLookUps().Judge<RefusedTokenIsReplaced>().Reason.ShouldBe("no look-up reached the sandbox after the tokens were refused");

    [TestCase(1)]
    [TestCase(2)]
    public void One_repetition_or_none_holds(int searches) =>
        Refusals(searches).Canary(0.5).Canary(9).Judge<RefusedCallIsRepeatedAtMostOnce>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_loop_breaks() =>
        Refusals(3).Judge<RefusedCallIsRepeatedAtMostOnce>().Finding.Saw.ShouldBe("3 look-ups (5, 7, 9)");

    [Test]
    public void A_loop_of_token_requests_breaks() =>
        Refusals(1).Token(1.11).Token(1.21).Token(1.31).Judge<RefusedCallIsRepeatedAtMostOnce>().Finding.Saw.ShouldBe("3 token requests (7, 9, 11)");

    [Test]
    public void A_token_for_every_call_is_no_loop() =>
        Refusals(2).Token(1.05).Call(null, "sponsor-forms", 1.06, method: "GET").Token(1.11).Token(1.21).Canary(0.5).Canary(9)
            .Judge<RefusedCallIsRepeatedAtMostOnce>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void The_silence_after_a_refusal_is_watched() =>
        Refusals(1).Canary(0.5).Judge<RefusedCallIsRepeatedAtMostOnce>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(6.5));

    private static JournalBuilder ThreeLookUps(Outcome first = Outcome.Succeeded, string? message = null)
    {
        var journal = new JournalBuilder();
        for (var index = 1; index <= 3; index++)
        {
            journal.Stimulus($"P{index}", "after-revocation").Operation($"P{index}", "beneficiary.search", index, index == 1 ? first : Outcome.Succeeded, index == 1 ? message : null);
        }

        return journal;
    }

    private static JournalBuilder QuickLookUps() => new JournalBuilder()
        .Stimulus("P1", "after-revocation").Operation("P1", "beneficiary.search", 1, Outcome.Failed, "not possible now", lasts: 0.04)
        .Stimulus("P2", "after-revocation").Operation("P2", "beneficiary.search", 1.05, lasts: 0.05);

    private static JournalBuilder Refusals(int searches)
    {
        var journal = new JournalBuilder().Stimulus("P1", "refused-look-up").Operation("P1", "beneficiary.search", 1, Outcome.Failed, "refused");
        for (var index = 0; index < searches; index++)
        {
            journal.Call("P1", "search-beneficiary", 1.1 + 0.1 * index, 401, fault: "refuse", lasts: 0.001);
        }

        return journal;
    }
}

internal static class RefusedTokenJournal
{
    extension(JournalBuilder journal)
    {
        /// <summary>A call that concerns no patient in particular.</summary>
        public JournalBuilder Forms(double at, int status, string state) => journal.Call(null, "sponsor-forms", at, status, state: state, method: "GET");

        public JournalBuilder Refused(string stimulus, double at) => journal.Call(stimulus, "search-beneficiary", at, 401, state: "revoked");

        public JournalBuilder Accepted(string stimulus, double at) => journal.Call(stimulus, "search-beneficiary", at, bearer: "token-2");
    }
}
