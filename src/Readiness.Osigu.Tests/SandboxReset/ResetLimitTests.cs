using Readiness.Osigu.Checks.SandboxReset;

namespace Readiness.Osigu.Tests.SandboxReset;

/// <summary>What counts as before and after the reset of 15 s, and which answers to unknown events are right.</summary>
internal sealed class ResetLimitTests
{
    [Test]
    public void Concludes_nothing_when_nothing_was_asked_for_before_the_reset() =>
        new JournalBuilder().Judge<PatientIsLookedUpAgainAfterAReset>().Reason.ShouldBe("no authorization was asked for before the reset");

    [Test]
    public void The_verdict_rests_on_the_reset_and_on_both_requests()
    {
        var verdict = Wiped().FoundAgain(20.1).Asked(20).Judge<PatientIsLookedUpAgainAfterAReset>();
        verdict.Evidence.ShouldBe([4, 8, 9]);
        verdict.Advice.ShouldBeEmpty();
    }

    [Test]
    public void Everything_at_the_moment_of_the_reset_comes_after_it() =>
        Wiped().FoundAgain(15).Asked(15).Judge<PatientIsLookedUpAgainAfterAReset>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void An_earlier_reset_is_not_this_ones() =>
        new JournalBuilder().Stimulus("S1", "wiped", 1).Note(NoteNames.DataReset, 5).Asked(10).FoundAgain(10.1).Judge<PatientIsLookedUpAgainAfterAReset>().Reason
            .ShouldBe("the sandbox was not wiped after a first authorization request");

    [Test]
    public void While_one_request_is_open_the_others_failure_decides_nothing() =>
        Wiped().FoundAgain(20.1).Asked(20, Outcome.Failed).Asked(30, null).Judge<PatientIsLookedUpAgainAfterAReset>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(120));

    [Test]
    public void An_old_identifier_that_was_refused_for_its_token_may_be_sent_again() =>
        Wiped().Initiate(20.1, 401).Initiate(20.2, 404).FoundAgain(20.3).Asked(20).Judge<PatientIsLookedUpAgainAfterAReset>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void An_old_identifier_that_was_never_answered_404_is_not_this_items_business() =>
        Wiped().Initiate(20.1, 500).FoundAgain(20.3).Asked(20).Judge<PatientIsLookedUpAgainAfterAReset>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_old_identifier_is_sent_at_the_moment_of_the_404() =>
        Wiped().Initiate(20.1, 404).Initiate(20.11, 404).FoundAgain(20.3).Asked(20).Judge<PatientIsLookedUpAgainAfterAReset>().Finding.Saw
            .ShouldBe("bnf_1 sent 1 time more within one request (12) after 404 (10)");

    [Test]
    public void A_manual_step_before_the_reset_or_after_the_scenario_did_not_help() =>
        Wiped().Operation(null, "state.resync", 12).FoundAgain(20.1).Asked(20).Note(NoteNames.ScenarioEnded, 30, ("scenario", JournalBuilder.TheScenario)).Operation(null, "state.resync", 40)
            .Judge<PatientIsLookedUpAgainAfterAReset>().Saw.ShouldNotContain("manual step");

    [Test]
    public void The_manual_step_may_come_in_the_very_moment_of_the_reset() =>
        Wiped().Operation(null, "state.resync", 15).FoundAgain(20.1).Asked(20).Judge<PatientIsLookedUpAgainAfterAReset>().Saw.ShouldEndWith(", with the manual step");

    [TestCase(300, "300 to first (6): the provider does not follow redirects")]
    [TestCase(399, "399 to first (6): the provider does not follow redirects")]
    public void A_redirected_event_is_advice(int status, string advice) =>
        Unknown(status).Canary(20).Judge<UnknownEventDoesNotBreakTheReceiver>().Advice.ShouldBe([advice]);

    [TestCase(200)]
    [TestCase(400)]
    public void Other_answers_are_not(int status) => Unknown(status).Canary(20).Judge<UnknownEventDoesNotBreakTheReceiver>().Advice.ShouldBeEmpty();

    [Test]
    public void The_sign_of_life_must_follow_the_last_of_the_events() =>
        Unknown(404).Canary(11).Delivery("S1", "evt_B", 12, 404).Judge<UnknownEventDoesNotBreakTheReceiver>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(12.05));

    private static JournalBuilder Wiped() =>
        new JournalBuilder().Stimulus("S1", "wiped", 1).Asked(10).Call("S1", "search-beneficiary", 10.1, answer: """{"beneficiary_id":"bnf_1"}""").Note(NoteNames.DataReset, 15);

    private static JournalBuilder Unknown(int status) =>
        new JournalBuilder().Canary(1).Stimulus("S1", "unknown-request", 9).Delivery("S1", "evt_A", 10, status);
}

file static class AroundTheReset
{
    extension(JournalBuilder journal)
    {
        public JournalBuilder Asked(double at, Outcome? outcome = Outcome.Succeeded) => journal.Operation("S1", "authorization.request", at, outcome, "The patient is not known.", lasts: 0.9);

        public JournalBuilder Initiate(double at, int status) => journal.Call("S1", "initiate-authorization", at, status, sent: """{"beneficiary_id":"bnf_1"}""");

        public JournalBuilder FoundAgain(double at) =>
            journal.Call("S1", "search-beneficiary", at, answer: """{"beneficiary_id":"bnf_2"}""").Call("S1", "initiate-authorization", at + 0.05, 201, sent: """{"beneficiary_id":"bnf_2"}""");
    }
}
