using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

/// <summary>What counts as the repetition of a refused call, and what the verdict about it rests on.</summary>
internal sealed class RefusedCallLimitTests
{
    [Test]
    public void Token_requests_before_and_after_the_call_are_other_works() =>
        Refusals().Token(0.9).Token(1.11).Token(1.21).Token(1.6).Token(1.7).Canary(0.5).Canary(9).Judge<RefusedCallIsRepeatedAtMostOnce>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Token_requests_at_the_first_and_the_last_moment_of_the_call_count() =>
        Refusals().Token(1).Token(1.2).Token(1.5).Judge<RefusedCallIsRepeatedAtMostOnce>().Finding.Saw.ShouldBe("3 token requests (5, 9, 12)");

    [Test]
    public void Each_declared_process_may_fetch_a_token_twice() =>
        Refusals(processes: 2).Token(1.11).Token(1.21).Token(1.31).Token(1.41).Canary(0.5).Canary(9).Judge<RefusedCallIsRepeatedAtMostOnce>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_call_hangs()
    {
        var finding = Refusals(Outcome.Unanswered).Canary(0.5).Canary(9).Judge<RefusedCallIsRepeatedAtMostOnce>().Finding;
        finding.Expected.ShouldBe("beneficiary.search ends as failed, and the user is told that the provider refused the call");
        finding.Saw.ShouldBe("beneficiary.search (6) ended as unanswered");
    }

    [Test]
    public void A_call_that_was_answered_is_not_judged_by_its_words() =>
        Refusals(Outcome.Pending).Canary(0.5).Canary(9).Judge<RefusedCallIsRepeatedAtMostOnce>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_when_no_patient_was_looked_up()
    {
        new JournalBuilder().Judge<RefusedCallIsRepeatedAtMostOnce>().Reason.ShouldBe("no patient was looked up whose look-up is answered 401");
        new JournalBuilder().Stimulus("P1", "refused-look-up").Judge<RefusedCallIsRepeatedAtMostOnce>().Reason.ShouldBe("beneficiary.search was not asked for");
        new JournalBuilder().Stimulus("P1", "refused-look-up").Operation("P1", "beneficiary.search", 1, Outcome.Failed, "no").Canary(0.5).Canary(9)
            .Judge<RefusedCallIsRepeatedAtMostOnce>().Reason.ShouldBe("the look-up did not reach the sandbox");
    }

    [Test]
    public void The_verdict_rests_on_the_look_ups_the_operation_and_the_signs_of_life() =>
        Refusals().Canary(0.5).Canary(9).Judge<RefusedCallIsRepeatedAtMostOnce>().Evidence.ShouldBe([4, 6, 7, 10]);

    [Test]
    public void Without_a_refused_call_the_new_token_is_all_that_is_told()
    {
        var verdict = Recovered().Call("P1", "search-beneficiary", 1.2, bearer: "token-2").Judge<RefusedTokenIsReplaced>();
        verdict.Saw.ShouldBe("no call came with a refused token; token-2 was used from exchange 5 on");
        verdict.Evidence.ShouldBe([4, 5]);
    }

    [Test]
    public void The_verdict_rests_on_the_refusal_and_on_the_call_with_the_new_token() =>
        Recovered().Call("P1", "search-beneficiary", 1.1, 401, state: "revoked").Call("P1", "search-beneficiary", 1.2, bearer: "token-2").Judge<RefusedTokenIsReplaced>()
            .Evidence.ShouldBe([4, 5, 7]);

    [Test]
    public void A_token_that_is_refused_in_a_later_scenario_is_judged_there() =>
        Recovered().Call("P1", "search-beneficiary", 1.2, bearer: "token-2").Note(NoteNames.ScenarioEnded, 3, ("scenario", JournalBuilder.TheScenario))
            .Call("P7", "search-beneficiary", 4, 401, bearer: "token-3", state: "revoked").Call("P7", "search-beneficiary", 4.1, 401, bearer: "token-3", state: "revoked")
            .Judge<RefusedTokenIsReplaced>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_when_nobody_was_looked_up_after_the_revocation() =>
        new JournalBuilder().Judge<RefusedTokenIsReplaced>().Reason.ShouldBe("no patient was looked up after the tokens were refused");

    [Test]
    public void Waits_for_a_look_up_that_is_open() =>
        new JournalBuilder().Stimulus("P1", "after-revocation").Operation("P1", "beneficiary.search", 1, outcome: null).Judge<RefusedTokenIsReplaced>()
            .ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(91));

    private static JournalBuilder Recovered() =>
        new JournalBuilder().Stimulus("P1", "after-revocation").Operation("P1", "beneficiary.search", 1);

    private static JournalBuilder Refusals(Outcome outcome = Outcome.Failed, int processes = 1) =>
        new JournalBuilder(processes).Stimulus("P1", "refused-look-up").Operation("P1", "beneficiary.search", 1, outcome, "refused")
            .Call("P1", "search-beneficiary", 1.1, 401, fault: "refuse", lasts: 0.001);
}
