using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Tests.Retries;

internal sealed class FinalAnswerIsNotAskedForAgainTests
{
    private const string ByDocument = """{"document_number":"[S1]"}""";
    private const string ByMember = """{"member_id":"[S1]"}""";

    [Test]
    public void Holds_when_the_look_up_is_sent_once() =>
        Passed(LookUp().Call("S1", "search-beneficiary", 10.1, 404, ByDocument)).Saw.ShouldBe("1 look-up, answered 404, none of them sent again; silent for 10.1 s since");

    [Test]
    public void Another_form_is_another_question() =>
        Passed(LookUp().Call("S1", "search-beneficiary", 10.1, 404, ByDocument).Call("S1", "search-beneficiary", 10.2, 404, ByMember));

    [Test]
    public void A_repetition_with_a_new_token_after_401_is_right() =>
        Passed(LookUp().Call("S1", "search-beneficiary", 10.1, 401, ByDocument, state: "revoked").Call("S1", "search-beneficiary", 10.2, 404, ByDocument, bearer: "token-2"));

    [Test]
    public void What_was_under_way_before_the_refusal_was_known_is_no_repetition() =>
        Passed(LookUp().Call("S1", "search-beneficiary", 10.1, 404, ByDocument, lasts: 0.2).Call("S1", "search-beneficiary", 10.2, 404, ByDocument, lasts: 0.2));

    [Test]
    public void Breaks_when_the_same_look_up_is_sent_again()
    {
        var finding = Failed(LookUp().Call("S1", "search-beneficiary", 10.1, 404, ByDocument).Call("S1", "search-beneficiary", 10.31, 404, ByDocument).Call("S1", "search-beneficiary", 10.4, 404, ByDocument));
        finding.Expected.ShouldBe("a look-up that was answered 404 is not sent again unchanged");
        finding.Saw.ShouldBe("sent 3 times with the same bytes (7, 9, 11), first again after 0.2 s");
        finding.Exchanges.ShouldBe([7, 9, 11]);
    }

    [Test]
    public void Breaks_when_it_is_sent_again_long_after_the_operation_had_ended() =>
        Failed(LookUp(alive: 200).Call("S1", "search-beneficiary", 10.1, 404, ByDocument).Call("S1", "search-beneficiary", 150, 404, ByDocument)).Saw
            .ShouldBe("sent 2 times with the same bytes (7, 10), first again after 139.9 s");

    [Test]
    public void Breaks_when_success_is_claimed() =>
        Failed(LookUp(Outcome.Succeeded).Call("S1", "search-beneficiary", 10.1, 404, ByDocument)).Saw.ShouldBe("beneficiary.search (6) ended as succeeded");

    [Test]
    public void Another_status_in_the_report_is_advice() =>
        Passed(LookUp(errorStatus: 500).Call("S1", "search-beneficiary", 10.1, 404, ByDocument)).Advice.ShouldHaveSingleItem();

    [Test]
    public void Watches_three_times_the_longest_first_pause_seen_elsewhere() =>
        LookUp(alive: 20).LastingLookUp("S9", 2, [0, 6], lasts: 7).Call("S1", "search-beneficiary", 10.1, 404, ByDocument)
            .Judge<FinalAnswerIsNotAskedForAgain>().ShouldBeOfType<Judgement.Undecided>().Until.TotalSeconds.ShouldBe(10.5 + (3 * 5.99), 0.01);

    [Test]
    public void Concludes_nothing_when_the_run_ends_before_the_watch() =>
        new JournalBuilder().Canary(1).Stimulus("S1", "final-answer", 10, data: ("status", "404")).Operation("S1", "beneficiary.search", 10, Outcome.Failed, "Not found.", errorStatus: 404)
            .Call("S1", "search-beneficiary", 10.1, 404, ByDocument).Close(12)
            .Judge<FinalAnswerIsNotAskedForAgain>().ShouldBeOfType<Judgement.Inconclusive>().Reason.ShouldBe("the run ended 3.5 s before the watch could");

    [Test]
    public void Concludes_nothing_when_the_refusal_was_not_met() =>
        LookUp().Judge<FinalAnswerIsNotAskedForAgain>().ShouldBeOfType<Judgement.Inconclusive>().Reason.ShouldBe("no look-up was answered 404");

    [Test]
    public void Concludes_nothing_from_an_empty_run() => new JournalBuilder().Judge<FinalAnswerIsNotAskedForAgain>().ShouldBeOfType<Judgement.Inconclusive>();

    private static JournalBuilder LookUp(Outcome outcome = Outcome.Failed, int? errorStatus = 404, double alive = 20) =>
        new JournalBuilder().Canary(1).Canary(alive).Stimulus("S1", "final-answer", 10, data: ("status", "404")).Operation("S1", "beneficiary.search", 10, outcome, "Not found.", errorStatus: errorStatus);

    private static Judgement.Passed Passed(JournalBuilder journal) => journal.Judge<FinalAnswerIsNotAskedForAgain>().ShouldBeOfType<Judgement.Passed>();

    private static Finding Failed(JournalBuilder journal) => journal.Judge<FinalAnswerIsNotAskedForAgain>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();
}
