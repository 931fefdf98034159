using Readiness.Osigu.Checks.SandboxReset;

namespace Readiness.Osigu.Tests.SandboxReset;

internal sealed class PatientIsLookedUpAgainAfterAResetTests
{
    private const string Old = """{"beneficiary_id":"bnf_1"}""";

    [Test]
    public void Holds_when_the_patient_is_looked_up_again_within_the_next_request() =>
        Passed(Wiped().Stale(20.2).FoundAgain(20.3).Request(20)).Saw.ShouldBe("looked up again (14) and succeeded on try 1 after the reset");

    [Test]
    public void Healing_on_the_second_try_is_advice() =>
        Passed(Wiped().Stale(20.2).Request(20, Outcome.Failed).FoundAgain(30.1).Request(30)).Advice.ShouldHaveSingleItem().ShouldStartWith("the first request after the reset failed (11)");

    [Test]
    public void A_documented_manual_step_is_right() =>
        Passed(Wiped().Stale(20.2).Request(20, Outcome.Failed).Operation(null, "state.resync", 25).FoundAgain(25.2).Request(30)).Saw
            .ShouldBe("looked up again (16) and succeeded on try 2 after the reset, with the manual step");

    [Test]
    public void Breaks_when_the_old_identifier_is_used_for_ever()
    {
        var findings = Failed(Wiped().Stale(20.1).Request(20, Outcome.Failed).Stale(30.1).Request(30, Outcome.Failed).Stale(40.1).Request(40, Outcome.Failed));
        findings.Select(finding => finding.Saw).ShouldBe(
        [
            "no search after the reset (10), over 3 authorization requests (11, 15, 19)",
            "ended as failed (11), failed (15), failed (19)",
        ]);
    }

    [Test]
    public void Breaks_when_the_old_identifier_is_tried_again_within_one_request() =>
        Failed(Wiped().Stale(20.1).Stale(20.2).Stale(20.3).FoundAgain(20.35).Request(20)).ShouldHaveSingleItem().Saw
            .ShouldBe("bnf_1 sent 2 times more within one request (14, 16) after 404 (12)");

    [Test]
    public void Breaks_when_it_searched_and_still_failed() =>
        Failed(Wiped().FoundAgain(20.1).Request(20, Outcome.Failed)).ShouldHaveSingleItem().Saw.ShouldBe("ended as failed (11)");

    [Test]
    public void Waits_for_an_open_request() =>
        Wiped().Stale(20.2).Request(20, outcome: null).Judge<PatientIsLookedUpAgainAfterAReset>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(110));

    [Test]
    public void Concludes_nothing_when_the_first_request_already_failed() =>
        Wiped(Outcome.Failed).FoundAgain(20.1).Request(20).Judge<PatientIsLookedUpAgainAfterAReset>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_without_a_reset() =>
        new JournalBuilder().Stimulus("S1", "wiped", 1).Request(10).Judge<PatientIsLookedUpAgainAfterAReset>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldBe("the sandbox was not wiped after a first authorization request");

    [Test]
    public void Concludes_nothing_without_a_request_after_the_reset() =>
        Wiped().Judge<PatientIsLookedUpAgainAfterAReset>().ShouldBeOfType<Judgement.Inconclusive>().Reason.ShouldBe("no authorization was asked for after the reset");

    private static JournalBuilder Wiped(Outcome first = Outcome.Succeeded) =>
        new JournalBuilder().Stimulus("S1", "wiped", 1).Request(10, first).Call("S1", "search-beneficiary", 10.1, answer: Old).Call("S1", "initiate-authorization", 10.2, 201, sent: Old).Note(NoteNames.DataReset, 15);

    private static Judgement.Passed Passed(JournalBuilder journal) => journal.Judge<PatientIsLookedUpAgainAfterAReset>().ShouldBeOfType<Judgement.Passed>();

    private static IReadOnlyList<Finding> Failed(JournalBuilder journal) => journal.Judge<PatientIsLookedUpAgainAfterAReset>().ShouldBeOfType<Judgement.Failed>().Findings;
}

/// <summary>What happens around a reset, in one line each.</summary>
file static class AroundTheReset
{
    public static JournalBuilder Request(this JournalBuilder journal, double at, Outcome? outcome = Outcome.Succeeded) =>
        journal.Operation("S1", "authorization.request", at, outcome, outcome == Outcome.Succeeded ? null : "The patient is not known.", lasts: 0.9);

    public static JournalBuilder Stale(this JournalBuilder journal, double at) =>
        journal.Call("S1", "initiate-authorization", at, 404, sent: """{"beneficiary_id":"bnf_1"}""");

    public static JournalBuilder FoundAgain(this JournalBuilder journal, double at) =>
        journal.Call("S1", "search-beneficiary", at, answer: """{"beneficiary_id":"bnf_2"}""").Call("S1", "initiate-authorization", at + 0.05, 201, sent: """{"beneficiary_id":"bnf_2"}""");
}
