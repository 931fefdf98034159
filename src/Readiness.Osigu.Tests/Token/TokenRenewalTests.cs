using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

internal sealed class TokenRenewalTests
{
    [Test]
    public void Holds_when_one_token_serves_the_run() =>
        Traffic(30).Token(1).Judge<TokensAreNotRenewedWithoutNeed>()
            .Saw.ShouldBe("1 token for 30 calls in 31 s; 1 explained: 1 for the start of 1 process");

    [Test]
    public void Holds_when_the_harness_explains_every_further_token() =>
        Traffic(30).Token(1)
            .Note(NoteNames.TokenRevoked, 5, ("token", "token-0, token-1")).Note(NoteNames.TokenRevoked, 5.1, ("token", "")).Token(6)
            .Note(NoteNames.IntegrationRestarted, 10).Token(11)
            .Note(OsiguNotes.ShortLivedToken, 15, ("lifetime", "480")).Token(16).Token(17)
            .Call("P1", "search-beneficiary", 20.5, 401, fault: "refuse").Token(21)
            .Judge<TokensAreNotRenewedWithoutNeed>()
            .Saw.ShouldBe("6 tokens for 31 calls in 31 s; 6 explained: 1 for the start of 1 process, 1 for tokens that the harness revoked, "
                + "1 for restarts by the harness, 2 for a token that was issued for a short life, 1 for calls that the harness refused with 401");

    [Test]
    public void Holds_for_a_timer_of_fifty_minutes() =>
        Traffic(30).Token(1).Token(3000).Close(3100).Judge<TokensAreNotRenewedWithoutNeed>()
            .Saw.ShouldBe("2 tokens for 30 calls in 3100 s; 2 explained: 1 for the start of 1 process, 1 for the 1 renewal of a run of this length");

    [Test]
    public void Breaks_on_a_timer_of_a_minute()
    {
        var finding = Traffic(130).Token(1).Token(61).Token(121).Judge<TokensAreNotRenewedWithoutNeed>().Finding;
        finding.Expected.ShouldBe("at most 1 token in 131 s: 1 for the start of 1 process");
        finding.Saw.ShouldBe("3 tokens (token requests 3, 125, 247)");
    }

    [Test]
    public void Breaks_on_a_timer_that_hides_behind_refusals_of_the_harness()
    {
        var journal = Traffic(130).Token(1);
        for (var second = 2; second < 10; second++)
        {
            journal.Call("P1", "search-beneficiary", second + 0.5, 401, fault: "refuse");
        }

        journal.Token(11).Token(70).Token(90).Token(110).Judge<TokensAreNotRenewedWithoutNeed>().Finding.Saw
            .ShouldStartWith("3 tokens without any of these");
    }

    [Test]
    public void Breaks_where_one_start_has_to_explain_three_tokens() =>
        RefusedLate(130, 100).Token(1).Token(5).Token(9).Judge<TokensAreNotRenewedWithoutNeed>().Finding.Saw.ShouldStartWith("2 tokens without any of these");

    [Test]
    public void Breaks_on_needless_tokens_that_come_late_in_a_long_run() =>
        RefusedLate(30, 2610).Token(1).Token(1000).Token(2000).Token(2600).Judge<TokensAreNotRenewedWithoutNeed>().Finding.Saw.ShouldStartWith("3 tokens without any of these");

    [Test]
    public void What_a_token_has_settled_explains_none_half_a_minute_later() =>
        RefusedLate(130, 100).Token(1).Note(NoteNames.TokenRevoked, 5, ("token", "token-1")).Note(NoteNames.IntegrationRestarted, 5.2).Token(6).Token(50).Token(51)
            .Judge<TokensAreNotRenewedWithoutNeed>().Finding.Saw.ShouldStartWith("2 tokens without any of these");

    [Test]
    public void Another_process_makes_good_once_what_the_first_one_has_settled() =>
        RefusedLate(130, 100, processes: 2).Token(1).Note(NoteNames.IntegrationRestarted, 5).Token(6).Token(50).Token(51).Token(52)
            .Judge<TokensAreNotRenewedWithoutNeed>().Finding.Saw.ShouldStartWith("2 tokens without any of these");

    [Test]
    public void Each_token_of_a_short_life_may_be_renewed_in_its_last_five_minutes() =>
        Traffic(30).Token(1).Note(OsiguNotes.ShortLivedToken, 15, ("lifetime", "480")).Token(16).Token(200).Note(OsiguNotes.ShortLivedToken, 600, ("lifetime", "480")).Token(601).Token(790).Close(800)
            .Judge<TokensAreNotRenewedWithoutNeed>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Waits_for_enough_traffic_and_concludes_nothing_without_it()
    {
        Traffic(5).Token(1).Judge<TokensAreNotRenewedWithoutNeed>().ShouldBeOfType<Judgement.Undecided>();
        Traffic(5).Token(1).Close(60).Judge<TokensAreNotRenewedWithoutNeed>().Reason.ShouldBe("5 calls over 4 s; 20 over 20 s are needed to tell");
    }

    [Test]
    public void A_short_token_may_be_renewed_in_its_last_five_minutes() =>
        ShortLived().Token(400).Call("P1", "search-beneficiary", 410, bearer: "token-2").Judge<TokenIsRenewedBeforeItExpires>()
            .Saw.ShouldBe("token-1 lived 480 s and was replaced 82 s before its end (exchange 6)");

    [Test]
    public void A_short_token_may_be_replaced_at_its_first_refusal() =>
        ShortLived().Call("P1", "search-beneficiary", 490, 401, state: "expired").Token(490.1).Call("P1", "search-beneficiary", 490.2, bearer: "token-2")
            .Judge<TokenIsRenewedBeforeItExpires>().Saw.ShouldBe("token-1 lived 480 s and was replaced 8.1 s after its end (exchange 8)");

    [Test]
    public void A_renewal_long_before_is_advice() =>
        ShortLived().Token(100).Judge<TokenIsRenewedBeforeItExpires>().Advice.ShouldBe(["token-1 was replaced 382 s before its end; five minutes are early enough"]);

    [Test]
    public void Breaks_when_an_expired_token_is_kept() =>
        ShortLived().Call("P1", "search-beneficiary", 490, 401, state: "expired").Call("P2", "search-beneficiary", 510, 401, state: "expired").Close(600)
            .Judge<TokenIsRenewedBeforeItExpires>().AllSeen.ShouldBe(
            [
                "1 call (8) under token-1 after the refusal of 6",
                "none, although 2 calls (6, 8) came after the end of its 480 s",
            ]);

    [Test]
    public void A_renewal_is_waited_for() =>
        ShortLived().Judge<TokenIsRenewedBeforeItExpires>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(542.01));

    [Test]
    public void Concludes_nothing_when_no_short_token_was_asked_for() =>
        new JournalBuilder().Note(OsiguNotes.ShortLivedToken, 1, ("lifetime", "480")).Close(600).Judge<TokenIsRenewedBeforeItExpires>()
            .Reason.ShouldBe("no token was asked for after the next one was given a short life");

    // Eight refusals at the end of the run: they allow eight tokens more in all, and explain none that came before.
    private static JournalBuilder RefusedLate(int calls, double at, int processes = 1)
    {
        var journal = Traffic(calls, processes);
        for (var index = 0; index < 8; index++)
        {
            journal.Call("P1", "search-beneficiary", at + index, 401, fault: "refuse");
        }

        return journal;
    }

    private static JournalBuilder Traffic(int calls, int processes = 1)
    {
        var journal = new JournalBuilder(processes);
        for (var index = 0; index < calls; index++)
        {
            journal.Call("P1", "search-beneficiary", 1.99 + index);
        }

        return journal;
    }

    [Test]
    public void Concludes_nothing_when_the_harness_revoked_the_token_itself() =>
        ShortLived().Note(NoteNames.TokenRevoked, 50, ("token", "token-1")).Token(51).Close(600)
            .Judge<TokenIsRenewedBeforeItExpires>().Reason.ShouldBe("the harness itself ended the use of token-1: token revoked (6)");

    [Test]
    public void Concludes_nothing_when_the_harness_restarted_the_integration() =>
        ShortLived().Note(NoteNames.IntegrationRestarted, 50).Token(51).Close(600)
            .Judge<TokenIsRenewedBeforeItExpires>().Reason.ShouldStartWith("the harness itself ended the use of token-1: integration restarted");

    [Test]
    public void A_restart_after_the_watch_excuses_nobody() =>
        ShortLived().Call("P1", "search-beneficiary", 500).Note(NoteNames.IntegrationRestarted, 600).Token(601).Close(700)
            .Judge<TokenIsRenewedBeforeItExpires>().Finding.Expected.ShouldBe("a new token at the latest 60 s after token-1 expired");

    private static JournalBuilder ShortLived() => new JournalBuilder().Note(OsiguNotes.ShortLivedToken, 1, ("lifetime", "480")).Token(2, expiresIn: 480);
}
