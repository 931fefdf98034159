using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

internal sealed class TokenIsAcquiredOnceAndReusedTests
{
    [Test]
    public void Holds_when_ten_calls_share_one_token() =>
        TenLookUps(_ => "token-1").Token(0.9).Token(10.1, status: 500).Judge<TokenIsAcquiredOnceAndReused>()
            .Saw.ShouldBe("10 calls under token-1; 0 token requests");

    [Test]
    public void Holds_with_the_grant_in_the_query_and_a_token_acquired_on_the_way() =>
        TenLookUps(_ => "token-1").Token(1.05, body: "", target: "/v1/oauth/token?grant_type=client_credentials").Judge<TokenIsAcquiredOnceAndReused>()
            .Saw.ShouldBe("10 calls under token-1; 1 token request");

    [Test]
    public void Holds_when_the_token_is_renewed_once_in_between() =>
        TenLookUps(index => index < 5 ? "token-1" : "token-2").Token(0.5).Token(5.5).Judge<TokenIsAcquiredOnceAndReused>()
            .Saw.ShouldBe("10 calls under token-1, token-2; 1 token request");

    [Test]
    public void Holds_when_two_declared_processes_have_a_token_each() =>
        TenLookUps(index => index % 2 == 0 ? "token-1" : "token-2", processes: 2).Token(1.05).Token(2.05).Judge<TokenIsAcquiredOnceAndReused>()
            .Saw.ShouldBe("10 calls under token-1, token-2; 2 token requests");

    [Test]
    public void Breaks_when_every_call_fetches_a_token()
    {
        var journal = TenLookUps(index => $"token-{index + 1}");
        for (var index = 0; index < 10; index++)
        {
            journal.Token(1.05 + index);
        }

        journal.Judge<TokenIsAcquiredOnceAndReused>().AllSeen.ShouldBe(
        [
            "10 token requests (14, 20, 26, 32, 38, 44, 50, 56, 62, 68) for 10 calls",
            "10 tokens (token-1, token-2, token-3, token-4, token-5, token-6, token-7, token-8, token-9, token-10) over 10 calls, with 1 process declared",
        ]);
    }

    [Test]
    public void Breaks_when_two_caches_alternate_in_one_process() =>
        TenLookUps(index => index % 2 == 0 ? "token-1" : "token-2").Token(0.1).Token(0.2).Judge<TokenIsAcquiredOnceAndReused>()
            .Finding.Saw.ShouldBe("2 tokens (token-1, token-2) over 10 calls, with 1 process declared");

    [Test]
    public void Breaks_when_a_call_comes_with_an_expired_token() =>
        TenLookUps(_ => "token-1").Call("P1", "sponsor-forms", 1.15, 401, bearer: "token-0", state: "expired").Judge<TokenIsAcquiredOnceAndReused>()
            .Finding.Saw.ShouldBe("1 call (16) with a token that is expired");

    [Test]
    public void Breaks_when_a_token_was_had_without_Basic_credentials() =>
        TenLookUps(_ => "token-1").Token(0.5, authorization: "[e1, 9 chars]", body: "client_id=[client.id]").Judge<TokenIsAcquiredOnceAndReused>()
            .AllSeen.ShouldBe(["1 token request (13) without Basic credentials", "1 token request (13) without grant_type=client_credentials"]);

    [Test]
    public void Concludes_nothing_when_calls_are_missing() =>
        TenLookUps(_ => "token-1", reaching: 9).Judge<TokenIsAcquiredOnceAndReused>().Reason.ShouldBe("9 of 10 look-ups reached the sandbox");

    [Test]
    public void Concludes_nothing_from_silence() => new JournalBuilder().Judge<TokenIsAcquiredOnceAndReused>().Reason.ShouldBe("0 of 0 look-ups reached the sandbox");

    [Test]
    public void Waits_for_an_operation_that_is_open() =>
        new JournalBuilder().Stimulus("P1", "look-up").Operation("P1", "beneficiary.search", 1, outcome: null).Judge<TokenIsAcquiredOnceAndReused>()
            .ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(91));

    private static JournalBuilder TenLookUps(Func<int, string> token, int processes = 1, int reaching = 10)
    {
        var journal = new JournalBuilder(processes);
        for (var index = 0; index < 10; index++)
        {
            var patient = $"P{index + 1}";
            journal.Stimulus(patient, "look-up").Operation(patient, "beneficiary.search", 1 + index);
            if (index < reaching)
            {
                journal.Call(patient, "search-beneficiary", 1.1 + index, bearer: token(index));
            }
        }

        return journal;
    }
}
