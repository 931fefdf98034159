using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

/// <summary>Tokens that many operations need at the same moment.</summary>
internal sealed class TokenCrowdTests
{
    [Test]
    public void One_request_for_eight_operations_holds() =>
        Rounds(1).Judge<OneTokenRequestServesAll>().Saw.ShouldBe("1 token request for 8 operations that needed a token at the same moment; 8 calls came with it");

    [Test]
    public void A_second_round_that_is_shared_holds() =>
        Rounds(3, 1).Judge<OneTokenRequestServesAll>().Saw.ShouldBe("3 token requests, 1 token request for 8 operations that needed a token at the same moment; 8 calls came with it");

    [Test]
    public void One_request_for_each_declared_process_holds() => Rounds(2, [3], processes: 3).Judge<OneTokenRequestServesAll>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_crowd_in_every_round_breaks()
    {
        var finding = Rounds(8, 5, 7).Judge<OneTokenRequestServesAll>().Finding;

        finding.Expected.ShouldBe("at most 1 token request for operations that need a token at the same moment, one for each declared process");
        finding.Saw.ShouldBe("8, 5, 7 token requests at once, in 3 rounds of 8 operations");
        finding.Exchanges.Count.ShouldBe(20);
    }

    [Test]
    public void A_few_in_every_round_are_advice() =>
        Rounds(8, 4, 8).Judge<OneTokenRequestServesAll>().Advice
            .ShouldBe(["8, 4, 8 token requests at once, in 3 rounds of 8 operations: let the first one fetch the token and the others wait for it"]);

    [Test]
    public void A_round_in_which_nobody_asked_is_no_proof_that_nobody_did() =>
        Rounds(0, 8).Judge<OneTokenRequestServesAll>().Advice.ShouldBe(["0, 8 token requests at once, in 2 rounds of 8 operations: let the first one fetch the token and the others wait for it"]);

    [Test]
    public void One_of_the_crowd_may_have_failed_for_another_reason() => Rounds(1, [], following: 7).Judge<OneTokenRequestServesAll>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Operations_that_began_after_the_token_had_come_are_no_crowd()
    {
        var journal = Revoked(new JournalBuilder(), 1, 1).Token(1.3, lasts: 1);
        for (var index = 1; index <= 8; index++)
        {
            journal.Stimulus($"P{index}", "single-flight", 1, data: ("round", "R1")).Operation($"P{index}", "beneficiary.search", index <= 5 ? 1.1 : 2.5, lasts: 3)
                .Call($"P{index}", "search-beneficiary", 3, bearer: "token-1");
        }

        journal.Judge<OneTokenRequestServesAll>().Reason.ShouldBe("of 8 operations, 5 had begun before the token came, and 8 went on with it: too few for a crowd");
    }

    [Test]
    public void A_revocation_without_a_crowd_or_of_another_scenario_is_no_round()
    {
        const string none = "no token was refused while calls were on their way";
        new JournalBuilder().Note(NoteNames.TokenRevoked, 2, ("token", "token-1")).Judge<RefusedCallsShareOneNewToken>().Reason.ShouldBe(none);
        Revoked(new JournalBuilder(begins: 5), 2, 1).Judge<RefusedCallsShareOneNewToken>().Reason.ShouldBe(none);
        Revoked(new JournalBuilder().Note(NoteNames.ScenarioEnded, 1, ("scenario", JournalBuilder.TheScenario)), 2, 1).Judge<RefusedCallsShareOneNewToken>().Reason.ShouldBe(none);
    }

    [Test]
    public void A_revocation_whose_crowd_never_came_concludes_nothing() =>
        Revoked(new JournalBuilder(), 2, 1).Close(100).Judge<RefusedCallsShareOneNewToken>().Reason.ShouldBe("0 calls on their way when the token was refused; 5 are needed");

    [Test]
    public void Two_rounds_prove_nothing_against_anybody() => Rounds(8, 8).Judge<OneTokenRequestServesAll>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void One_request_without_a_crowd_concludes_nothing() =>
        Rounds(1, [], following: 6).Judge<OneTokenRequestServesAll>().Reason.ShouldBe("of 8 operations, 8 had begun before the token came, and 6 went on with it: too few for a crowd");

    [Test]
    public void No_request_concludes_nothing()
    {
        Rounds(0, [], following: 0).Judge<OneTokenRequestServesAll>().Reason.ShouldBe("no token was asked for, in 1 round");
        new JournalBuilder().Judge<OneTokenRequestServesAll>().Reason.ShouldBe("no operations began together after the tokens were refused");
    }

    [Test]
    public void Waits_for_an_operation_that_is_open() =>
        Revoked(new JournalBuilder(), 1, 1).Stimulus("P1", "single-flight", data: ("round", "R1")).Operation("P1", "beneficiary.search", 1.1, outcome: null)
            .Judge<OneTokenRequestServesAll>().ShouldBeOfType<Judgement.Undecided>();

    [Test]
    public void Tokens_of_a_crowd_are_not_counted_as_renewals_without_need()
    {
        var journal = Rounds(8, 8, 8);
        for (var index = 0; index < 30; index++)
        {
            journal.Call("P1-1", "search-beneficiary", 60 + index);
        }

        journal.Token(0.5).Judge<TokensAreNotRenewedWithoutNeed>().Saw.ShouldEndWith("25 explained: 1 for the start of 1 process, 24 for tokens that the harness revoked");
    }

    [Test]
    public void A_renewal_long_after_a_crowd_was_served_is_one_without_need()
    {
        var journal = Rounds(1).Token(0.5).Token(50);
        for (var index = 0; index < 30; index++)
        {
            journal.Call("P1-1", "search-beneficiary", 60 + index);
        }

        journal.Judge<TokensAreNotRenewedWithoutNeed>().Finding.Expected.ShouldBe("at most 2 tokens in 89 s: 1 for the start of 1 process, 1 for tokens that the harness revoked");
    }

    [Test]
    public void Refused_calls_that_share_a_token_hold()
    {
        var saw = Refused(8, tokens: 1).Judge<RefusedCallsShareOneNewToken>().Saw;

        saw.ShouldStartWith("8 calls were refused one after the other (");
        saw.ShouldEndWith("and 1 token request followed");
    }

    [Test]
    public void A_client_that_fetches_its_token_with_the_next_call_holds() =>
        Refused(8, tokens: 0, Outcome.Failed).Call("P9", "search-beneficiary", 30, bearer: "token-2").Judge<RefusedCallsShareOneNewToken>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_token_for_each_refused_call_breaks()
    {
        var finding = Refused(8, tokens: 8).Judge<RefusedCallsShareOneNewToken>().Finding;

        finding.Expected.ShouldBe("at most 2 token requests after one token was refused, however many calls came with it");
        finding.Saw.ShouldStartWith("8 token requests (");
        finding.Saw.ShouldEndWith(") for 8 refused calls");
    }

    [Test]
    public void Five_tokens_for_eight_refused_calls_break() => Refused(8, tokens: 5).Judge<RefusedCallsShareOneNewToken>().Finding.Saw.ShouldEndWith(") for 8 refused calls");

    [Test]
    public void Five_tokens_of_four_processes_are_as_many_as_they_may_ask_for()
    {
        var verdict = Refused(8, tokens: 5, processes: 4).Judge<RefusedCallsShareOneNewToken>();
        verdict.Advice.ShouldBeEmpty();
        Refused(8, tokens: 2).Judge<RefusedCallsShareOneNewToken>().Advice.ShouldBeEmpty();
    }

    [Test]
    public void Five_refused_calls_are_a_crowd() => Refused(5, tokens: 1).Judge<RefusedCallsShareOneNewToken>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_call_that_was_on_its_way_and_not_refused_is_none_of_the_crowd() =>
        Refused(4, tokens: 1).Call("P9", "search-beneficiary", 1.5, lasts: 2).Judge<RefusedCallsShareOneNewToken>().Reason.ShouldBe("4 calls on their way when the token was refused; 5 are needed");

    [Test]
    public void A_call_that_was_accepted_before_the_revocation_or_refused_after_it_is_no_sign_of_a_new_token() =>
        Refused(8, tokens: 0, Outcome.Failed).Call("P9", "search-beneficiary", 0.5).Call("P9", "search-beneficiary", 30, 401, state: "revoked").Judge<RefusedCallsShareOneNewToken>()
            .ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(101));

    [Test]
    public void The_verdict_rests_on_the_refused_calls_the_new_token_and_its_first_use()
    {
        var journal = Refused(5, tokens: 1).Build();
        int[] numbers = [.. journal.Exchanges.Where(call => call.Status == 401 || call.Request.Operation == "token").Select(call => call.Number), journal.Exchanges.First(call => call.Annotation("bearer") == "token-2").Number];
        new RefusedCallsShareOneNewToken().Judge(new ScenarioEvidence(journal, JournalBuilder.TheScenario)).Evidence.ShouldBe(numbers.Concat(journal.Operations.Select(call => call.Number)).Order());
    }

    [Test]
    public void Three_tokens_are_advice() =>
        Refused(8, tokens: 3).Judge<RefusedCallsShareOneNewToken>().Advice.ShouldBe(["3 token requests followed 8 calls that one token was refused to; one is enough"]);

    [Test]
    public void Who_had_a_token_for_each_call_lost_as_many() => Refused(8, tokens: 8, bearer: index => $"old-{index}").Judge<RefusedCallsShareOneNewToken>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Too_few_calls_on_their_way_conclude_nothing() =>
        Refused(4, tokens: 1).Judge<RefusedCallsShareOneNewToken>().Reason.ShouldBe("4 calls on their way when the token was refused; 5 are needed");

    [Test]
    public void Nothing_accepted_afterwards_concludes_nothing() =>
        Refused(8, tokens: 0, Outcome.Failed).Close(40).Judge<RefusedCallsShareOneNewToken>().Reason.ShouldBe("no call with a new token followed the refusals");

    [Test]
    public void No_refusal_concludes_nothing() => new JournalBuilder().Judge<RefusedCallsShareOneNewToken>().Reason.ShouldBe("no token was refused while calls were on their way");

    private static JournalBuilder Rounds(params int[] requests) => Rounds(requests[0], requests[1..]);

    /// <summary>Rounds of eight operations, ten seconds apart, with so many token requests at once in each.</summary>
    private static JournalBuilder Rounds(int first, int[] more, int processes = 1, int following = 8)
    {
        var journal = new JournalBuilder(processes);
        int[] all = [first, .. more];
        for (var round = 1; round <= all.Length; round++)
        {
            var at = (round * 10.0) - 9;
            Revoked(journal, at, round);
            for (var request = 0; request < all[round - 1]; request++)
            {
                journal.Token(at + 0.3 + (request * 0.01), lasts: 1.5);
            }

            for (var index = 1; index <= 8; index++)
            {
                var patient = $"P{round}-{index}";
                journal.Stimulus(patient, "single-flight", at, data: ("round", $"R{round}")).Operation(patient, "beneficiary.search", at + 0.1, lasts: 3)
                    .Call(patient, "search-beneficiary", at + 0.2, 401, state: "revoked");
                if (index <= following)
                {
                    journal.Call(patient, "search-beneficiary", at + 2, bearer: "token-2");
                }
            }
        }

        return journal;
    }

    private static JournalBuilder Refused(int calls, int tokens, Outcome outcome = Outcome.Succeeded, Func<int, string>? bearer = null, int processes = 1)
    {
        var journal = Revoked(new JournalBuilder(processes), 2, 1);
        for (var index = 0; index < calls; index++)
        {
            var patient = $"P{index + 1}";
            var refused = 3 + index;
            journal.Stimulus(patient, "refused-together", data: ("round", "R1")).Operation(patient, "beneficiary.search", 1, outcome, outcome == Outcome.Failed ? "refused" : null, lasts: refused)
                .Call(patient, "search-beneficiary", 1.5, 401, state: "revoked", bearer: bearer?.Invoke(index) ?? "token-1", lasts: refused - 1.5);
            if (index < tokens)
            {
                journal.Token(refused + 0.1);
            }

            if (outcome == Outcome.Succeeded)
            {
                journal.Call(patient, "search-beneficiary", refused + 0.3, bearer: "token-2");
            }
        }

        return journal;
    }

    private static JournalBuilder Revoked(JournalBuilder journal, double at, int round) =>
        journal.Note(NoteNames.TokenRevoked, at, ("token", "token-1"), ("cause", "the scenario"), (OsiguNotes.Parallel, "8"), ("round", $"R{round}"));
}
