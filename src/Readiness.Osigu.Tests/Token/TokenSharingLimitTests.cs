using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

/// <summary>Which traffic counts when tokens are counted: over the look-ups, and over the whole run.</summary>
internal sealed class TokenSharingLimitTests
{
    [Test]
    public void Traffic_before_and_after_the_look_ups_is_other_works()
    {
        var verdict = LookUps().Token(0.99).Call("P9", "search-beneficiary", 0.999, bearer: "token-8").Token(2.51).Token(2.6).Call("P9", "search-beneficiary", 2.7, bearer: "token-9").Judge<TokenIsAcquiredOnceAndReused>();
        verdict.Saw.ShouldBe("2 calls under token-1; 0 token requests");
        verdict.Evidence.ShouldBe([7, 10, 13, 14]);
    }

    [Test]
    public void Traffic_at_the_first_and_the_last_moment_of_the_look_ups_counts() =>
        LookUps().Token(1).Call(null, "sponsor-forms", 1).Token(2.5).Call(null, "sponsor-forms", 2.5).Judge<TokenIsAcquiredOnceAndReused>().Finding.Saw.ShouldBe("2 token requests (6, 17) for 4 calls");

    [Test]
    public void Traffic_counts_to_the_end_of_the_journal_while_a_look_up_is_open() =>
        LookUps().Stimulus("P3", "look-up").Operation("P3", "beneficiary.search", 3, outcome: null).Token(4).Token(5).Judge<TokenIsAcquiredOnceAndReused>().Finding.Saw.ShouldBe("2 token requests (15, 17) for 2 calls");

    [Test]
    public void The_verdict_rests_on_the_token_requests_too() => LookUps().Token(1.05).Judge<TokenIsAcquiredOnceAndReused>().Evidence.ShouldBe([5, 6, 8, 11, 12]);

    [TestCase("grant_type=client_credentials", "/v1/oauth/token")]
    [TestCase("", "/v1/oauth/token")]
    [TestCase("", "/v1/oauth/token?scope=all")]
    public void A_body_that_declares_itself_as_something_else_than_a_form_is_advice(string body, string target) =>
        LookUps().Token(0.5, body: body.Length == 0 ? "{}" : body, target: target, format: BodyFormat.Other).Judge<TokenIsAcquiredOnceAndReused>()
            .Advice.ShouldBe(["token requests 5 do not declare their body as application/x-www-form-urlencoded"]);

    [Test]
    public void The_grant_in_the_query_needs_no_form() =>
        LookUps().Token(0.5, body: "{}", target: "/v1/oauth/token?scope=all&grant_type=client_credentials", format: BodyFormat.Other).Judge<TokenIsAcquiredOnceAndReused>().Advice.ShouldBeEmpty();

    [Test]
    public void A_form_without_the_grant_breaks_and_is_no_advice() =>
        LookUps().Token(0.5, body: "scope=all").Judge<TokenIsAcquiredOnceAndReused>().Finding.Saw.ShouldBe("1 token request (5) without grant_type=client_credentials");

    [Test]
    public void Twenty_calls_over_twenty_seconds_are_enough_to_tell()
    {
        var verdict = Calls(20, over: 20).Token(1).Judge<TokensAreNotRenewedWithoutNeed>();
        verdict.Saw.ShouldBe("1 token for 20 calls in 21 s; 1 explained: 1 for the start of 1 process");
        verdict.Evidence.ShouldBe([4]);
    }

    [Test]
    public void Fewer_calls_or_a_shorter_time_are_not()
    {
        Calls(19, over: 30).Close(60).Judge<TokensAreNotRenewedWithoutNeed>().Reason.ShouldBe("19 calls over 30 s; 20 over 20 s are needed to tell");
        Calls(30, over: 19).Close(60).Judge<TokensAreNotRenewedWithoutNeed>().Reason.ShouldBe("30 calls over 19 s; 20 over 20 s are needed to tell");
        new JournalBuilder().Close(60).Judge<TokensAreNotRenewedWithoutNeed>().Reason.ShouldBe("0 calls over 0 s; 20 over 20 s are needed to tell");
    }

    [Test]
    public void More_traffic_is_waited_for_from_the_first_call_on()
    {
        Calls(5, over: 4).Judge<TokensAreNotRenewedWithoutNeed>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(21));
        new JournalBuilder().Note(NoteNames.Step, 7).Judge<TokensAreNotRenewedWithoutNeed>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(27));
    }

    [Test]
    public void A_revocation_that_met_no_token_explains_no_token() =>
        Calls(20, over: 20).Token(1).Note(NoteNames.TokenRevoked, 4, ("token", "")).Note(NoteNames.TokenRevoked, 5).Token(6).Judge<TokensAreNotRenewedWithoutNeed>().Finding.Expected
            .ShouldBe("at most 1 token in 21 s: 1 for the start of 1 process");

    [Test]
    public void Each_declared_process_has_its_own_share_of_every_reason() =>
        Calls(20, over: 20, processes: 2).Note(NoteNames.TokenRevoked, 4, ("token", "token-1")).Note(NoteNames.IntegrationRestarted, 5).Note(OsiguNotes.ShortLivedToken, 6, ("lifetime", "480")).Close(2701)
            .Judge<TokensAreNotRenewedWithoutNeed>().Saw.ShouldBe("0 tokens for 20 calls in 2701 s; 12 explained: 2 for the start of 2 processes, 2 for the 1 renewal of a run of this length, "
                + "2 for tokens that the harness revoked, 2 for restarts by the harness, 4 for a token that was issued for a short life");

    private static JournalBuilder LookUps() => new JournalBuilder()
        .Stimulus("P1", "look-up").Operation("P1", "beneficiary.search", 1).Call("P1", "search-beneficiary", 1.1)
        .Stimulus("P2", "look-up").Operation("P2", "beneficiary.search", 2).Call("P2", "search-beneficiary", 2.1);

    // Calls at equal distances, from 1 s into the run on.
    private static JournalBuilder Calls(int count, double over, int processes = 1)
    {
        var journal = new JournalBuilder(processes);
        for (var index = 0; index < count; index++)
        {
            journal.Call("P1", "search-beneficiary", 1 + (over * index / (count - 1)));
        }

        return journal;
    }
}
