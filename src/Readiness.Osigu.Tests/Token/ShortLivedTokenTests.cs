using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

/// <summary>A token of 480 s that was issued 2.01 s into the run: it ends at 482.01 s, and its grace at 542.01 s.</summary>
internal sealed class ShortLivedTokenTests
{
    [Test]
    public void Concludes_nothing_when_no_token_was_given_a_short_life_in_the_scenario()
    {
        new JournalBuilder().Token(2, expiresIn: 480).Judge<TokenIsRenewedBeforeItExpires>().Reason.ShouldBe("no token was given a short life");
        new JournalBuilder().Note(NoteNames.ScenarioEnded, 1, ("scenario", JournalBuilder.TheScenario)).Note(OsiguNotes.ShortLivedToken, 2, ("lifetime", "480")).Token(3, expiresIn: 480)
            .Judge<TokenIsRenewedBeforeItExpires>().Reason.ShouldBe("no token was given a short life");
    }

    [Test]
    public void The_short_token_is_the_first_of_that_life_after_it_was_announced()
    {
        new JournalBuilder().Token(0.5, expiresIn: 480).Note(OsiguNotes.ShortLivedToken, 1, ("lifetime", "480")).Token(2, expiresIn: 480).Token(400)
            .Judge<TokenIsRenewedBeforeItExpires>().Saw.ShouldBe("token-2 lived 480 s and was replaced 82 s before its end (exchange 8)");
        new JournalBuilder().Note(OsiguNotes.ShortLivedToken, 1, ("lifetime", "480")).Token(1.5).Token(2, expiresIn: 480).Token(400)
            .Judge<TokenIsRenewedBeforeItExpires>().Saw.ShouldBe("token-2 lived 480 s and was replaced 82 s before its end (exchange 8)");
    }

    [Test]
    public void A_token_that_nobody_asks_for_is_waited_for() =>
        new JournalBuilder().Note(OsiguNotes.ShortLivedToken, 1, ("lifetime", "480")).Note(NoteNames.ScenarioEnded, 3, ("scenario", JournalBuilder.TheScenario))
            .Judge<TokenIsRenewedBeforeItExpires>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(93));

    [Test]
    public void Calls_under_a_token_that_counts_are_no_repetitions() =>
        Short().Call("P1", "search-beneficiary", 10).Call("P1", "search-beneficiary", 20).Token(400).Judge<TokenIsRenewedBeforeItExpires>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Another_token_that_expired_is_not_this_ones_business() =>
        Short().Call("P1", "search-beneficiary", 10, 401, bearer: "token-0", state: "expired").Call("P1", "search-beneficiary", 20, 401, bearer: "token-0", state: "expired").Token(400)
            .Judge<TokenIsRenewedBeforeItExpires>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void What_the_harness_did_before_and_after_the_tokens_use_does_not_matter() =>
        new JournalBuilder().Note(OsiguNotes.ShortLivedToken, 1, ("lifetime", "480")).Note(NoteNames.IntegrationRestarted, 1.5).Token(2, expiresIn: 480).Token(400)
            .Note(NoteNames.IntegrationRestarted, 450).Note(NoteNames.TokenRevoked, 460, ("token", "token-1")).Judge<TokenIsRenewedBeforeItExpires>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void The_revocation_of_other_tokens_does_not_matter() =>
        Short().Note(NoteNames.TokenRevoked, 50, ("token", "token-0, token-9")).Note(NoteNames.TokenRevoked, 51).Token(400).Judge<TokenIsRenewedBeforeItExpires>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_revocation_among_others_at_the_moment_of_the_renewal_is_the_harnesss_doing() =>
        Short().Note(NoteNames.TokenRevoked, 400, ("token", "token-0, token-1")).Token(400).Judge<TokenIsRenewedBeforeItExpires>().Reason
            .ShouldBe("the harness itself ended the use of token-1: token revoked (6)");

    [Test]
    public void A_restart_at_the_moment_at_which_the_token_was_asked_for_came_before_it() =>
        new JournalBuilder().Note(OsiguNotes.ShortLivedToken, 1, ("lifetime", "480")).Note(NoteNames.IntegrationRestarted, 2).Token(2, expiresIn: 480).Token(400)
            .Judge<TokenIsRenewedBeforeItExpires>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_renewal_at_the_end_of_the_grace_is_in_time()
    {
        Short().Call("P1", "search-beneficiary", 490).Token(542.01).Judge<TokenIsRenewedBeforeItExpires>().Saw.ShouldBe("token-1 lived 480 s and was replaced 60 s after its end (exchange 8)");
        Short().Call("P1", "search-beneficiary", 490).Token(542.02).Judge<TokenIsRenewedBeforeItExpires>().Finding.Saw.ShouldBe("none, although 1 call (6) came after the end of its 480 s");
    }

    [Test]
    public void Only_calls_from_the_end_of_the_token_to_the_end_of_the_grace_needed_a_new_one()
    {
        Short().Call("P1", "search-beneficiary", 300).Call("P1", "search-beneficiary", 482.01).Call("P1", "search-beneficiary", 542.01).Close(600)
            .Judge<TokenIsRenewedBeforeItExpires>().Finding.Saw.ShouldBe("none, although 2 calls (8, 10) came after the end of its 480 s");
        Short().Call("P1", "search-beneficiary", 482).Call("P1", "search-beneficiary", 542.02).Close(600).Judge<TokenIsRenewedBeforeItExpires>().Reason.ShouldBe("no call came after token-1 had expired");
    }

    [Test]
    public void Five_minutes_and_a_moment_before_the_end_is_early_enough()
    {
        Short().Token(177.01).Judge<TokenIsRenewedBeforeItExpires>().Advice.ShouldBeEmpty();
        Short().Token(177).Judge<TokenIsRenewedBeforeItExpires>().Advice.ShouldBe(["token-1 was replaced 305 s before its end; five minutes are early enough"]);
        Short().Token(482.01).Judge<TokenIsRenewedBeforeItExpires>().Saw.ShouldBe("token-1 lived 480 s and was replaced 0 s after its end (exchange 6)");
    }

    [Test]
    public void A_run_that_ends_within_the_grace_concludes_nothing()
    {
        Short().Call("P1", "search-beneficiary", 490).Close(532.01).Judge<TokenIsRenewedBeforeItExpires>().Reason.ShouldBe("the run ended 10 s before the watch could");
        Short().Call("P1", "search-beneficiary", 490).Close(542.01).Judge<TokenIsRenewedBeforeItExpires>().ShouldBeOfType<Judgement.Failed>();
    }

    [Test]
    public void What_the_harness_did_after_the_renewal_is_no_excuse_and_no_hindrance() =>
        Short().Token(470).Note(NoteNames.IntegrationRestarted, 500).Close(600).Judge<TokenIsRenewedBeforeItExpires>().Saw.ShouldBe("token-1 lived 480 s and was replaced 12 s before its end (exchange 6)");

    [Test]
    public void A_restart_within_the_grace_excuses_a_token_that_was_not_renewed() =>
        Short().Call("P1", "search-beneficiary", 500).Note(NoteNames.IntegrationRestarted, 520).Close(600).Judge<TokenIsRenewedBeforeItExpires>()
            .Reason.ShouldStartWith("the harness itself ended the use of token-1: integration restarted");

    [Test]
    public void The_verdict_rests_on_both_tokens() => Short().Token(400).Judge<TokenIsRenewedBeforeItExpires>().Evidence.ShouldBe([4, 6]);

    private static JournalBuilder Short() => new JournalBuilder().Note(OsiguNotes.ShortLivedToken, 1, ("lifetime", "480")).Token(2, expiresIn: 480);
}
