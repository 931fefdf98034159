using Readiness.Osigu.Checks.SadPaths;
using Readiness.Osigu.Tests.HappyPaths;

namespace Readiness.Osigu.Tests.SadPaths;

/// <summary>What the verdicts about bad news rest on, and what they do not conclude from.</summary>
internal sealed class SadPathLimitTests
{
    private const string Mixed = """{"status":"COMPLETED","authorizations":[{"authorization_code":"A1","status":"APPROVED"},{"authorization_code":"A2","status":"REJECTED"}]}""";
    private const string TwoReasons = """{"status":"COMPLETED","authorizations":[{"status":"REJECTED"},{"status":"REJECTED","rejection_reason":"fuera de cobertura"}]}""";

    [Test]
    public void Nothing_is_concluded_where_nothing_was_asked_for()
    {
        new JournalBuilder().Judge<DocumentIsAttachedBeforeCompletion>().Reason.ShouldBe("no authorization was requested with a document");
        new JournalBuilder().Judge<MissingDocumentIsTold>().Reason.ShouldBe("no authorization was requested without a document that the sponsor wants");
        new JournalBuilder().Judge<OnlyTheApprovedPartIsDispensed>().Reason.ShouldBe("no authorization was requested that is approved in part");
        new JournalBuilder().Judge<RejectionIsShownWithItsReason>().Reason.ShouldBe("no authorization was requested that is rejected");
        new JournalBuilder().Judge<UncoveredPatientIsTold>().Reason.ShouldBe("no authorization was requested for a patient without coverage");
        new JournalBuilder().Judge<UnknownPersonIsTold>().Reason.ShouldBe("no authorization was requested for a person whom the sponsor does not know");
        new JournalBuilder().Judge<UsedCodeIsTold>().Reason.ShouldBe("no code was dispensed that another pharmacy has used");
    }

    [Test]
    public void Nothing_is_concluded_where_no_call_was_seen()
    {
        Request("with-document", Outcome.Succeeded).Judge<DocumentIsAttachedBeforeCompletion>().Reason.ShouldBe("no call about this patient reached the sandbox");
        Request("missing-document").Alive().Judge<MissingDocumentIsTold>().Reason.ShouldBe("no call about this patient reached the sandbox");
        Request("uncovered").Alive().Judge<UncoveredPatientIsTold>().Reason.ShouldBe("no search for this patient was answered 2xx");
        Request("uncovered").Call("S1", "search-beneficiary", 10.1, 500).Alive().Judge<UncoveredPatientIsTold>().Reason.ShouldBe("no search for this patient was answered 2xx");
    }

    [Test]
    public void The_verdicts_rest_on_the_calls_the_operation_and_the_signs_of_life()
    {
        Request("with-document", Outcome.Succeeded).Call("S1", "attach-indication", 10.1, 201).Call("S1", "complete-authorization", 10.2, answer: """{"status":"COMPLETED"}""").Judge<DocumentIsAttachedBeforeCompletion>().Evidence.ShouldBe([4, 5, 7]);
        Request("missing-document").Call("S1", "initiate-authorization", 10.1, 201).Alive().Judge<MissingDocumentIsTold>().Evidence.ShouldBe([4, 6, 7, 10]);
        Request("uncovered").Call("S1", "search-beneficiary", 10.1).Alive().Judge<UncoveredPatientIsTold>().Evidence.ShouldBe([4, 6, 7, 10]);
        Request("unknown-person").Call("S1", "search-beneficiary", 10.1, 404).Alive().Judge<UnknownPersonIsTold>().Evidence.ShouldBe([4, 6, 7, 10]);
        Request("rejected-decision").Call("S1", "complete-authorization", 10.1, answer: TwoReasons).Alive().Judge<RejectionIsShownWithItsReason>().Evidence.ShouldBe([4, 6, 7, 10]);
        UsedCode().Start("A7", "", 10.1, 409).Alive().Judge<UsedCodeIsTold>().Evidence.ShouldBe([4, 6, 7, 10]);
        Decided().Start("A1", "d1", 11.1).Done("d1", 11.2).Alive().Judge<OnlyTheApprovedPartIsDispensed>().Evidence.ShouldBe([4, 6, 7, 9, 12, 13, 15, 18]);
    }

    [Test]
    public void The_silence_after_bad_news_is_watched()
    {
        Until(Request("missing-document").Call("S1", "initiate-authorization", 10.1, 201).Canary(1).Judge<MissingDocumentIsTold>()).ShouldBe(15.5);
        Until(Request("uncovered").Call("S1", "search-beneficiary", 10.1).Canary(1).Judge<UncoveredPatientIsTold>()).ShouldBe(15.5);
        Until(Request("rejected-decision").Call("S1", "complete-authorization", 10.1, answer: TwoReasons).Canary(1).Judge<RejectionIsShownWithItsReason>()).ShouldBe(15.5);
        Until(UsedCode().Start("A7", "", 10.1, 409).Canary(1).Judge<UsedCodeIsTold>()).ShouldBe(15.5);
        Until(Decided().Start("A1", "d1", 11.1).Done("d1", 11.2).Canary(1).Judge<OnlyTheApprovedPartIsDispensed>()).ShouldBe(16.5);
    }

    [Test]
    public void A_document_that_is_attached_after_the_completion_came_too_late()
    {
        var finding = Request("with-document", Outcome.Succeeded).Call("S1", "complete-authorization", 10.1, answer: """{"status":"COMPLETED"}""").Call("S1", "attach-indication", 10.2, 201)
            .Judge<DocumentIsAttachedBeforeCompletion>().Finding;
        finding.Saw.ShouldBe("attach-indication 7 after complete-authorization 5");
        finding.Exchanges.ShouldBe([7, 5]);
    }

    [Test]
    public void A_document_without_a_completed_request_is_half_of_it() =>
        Request("with-document", Outcome.Succeeded).Call("S1", "attach-indication", 10.1, 201).Judge<DocumentIsAttachedBeforeCompletion>().Finding.Saw.ShouldBe("no complete-authorization that was answered COMPLETED");

    [TestCase(3, true)]
    [TestCase(4, false)]
    public void Three_attempts_to_complete_without_a_document_are_the_most(int attempts, bool right)
    {
        var journal = Request("missing-document").Alive();
        for (var index = 0; index < attempts; index++)
        {
            journal.Call("S1", "complete-authorization", 10.1 + (0.05 * index));
        }

        (journal.Judge<MissingDocumentIsTold>() is Judgement.Passed).ShouldBe(right);
    }

    [Test]
    public void A_pending_request_without_a_word_about_the_document_breaks() =>
        Request("missing-document", Outcome.Pending, message: null).Call("S1", "initiate-authorization", 10.1, 201).Judge<MissingDocumentIsTold>().Finding.Saw
            .ShouldBe("authorization.request (4) ended as pending without a message");

    [Test]
    public void One_of_several_reasons_is_enough() =>
        Request("rejected-decision", message: "Rejected: fuera de cobertura", facts: []).Call("S1", "complete-authorization", 10.1, answer: TwoReasons).Alive().Judge<RejectionIsShownWithItsReason>()
            .ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_rejection_that_is_told_as_a_success_or_as_an_outage_breaks()
    {
        Request("rejected-decision", Outcome.Succeeded).Call("S1", "complete-authorization", 10.1, answer: TwoReasons).Judge<RejectionIsShownWithItsReason>().Finding.Saw
            .ShouldBe("authorization.request (4) ended as succeeded");
        Request("rejected-decision", message: "no luck").Outage("No  luck").Call("S1", "complete-authorization", 10.1, answer: TwoReasons).Judge<RejectionIsShownWithItsReason>().Finding.Saw
            .ShouldBe("authorization.request (7) says the same as beneficiary.search (5), which met an outage: \"no luck\"");
    }

    [Test]
    public void Without_an_approved_part_nothing_is_concluded_and_nothing_else_is_asked_for() =>
        Decided(answer: """{"status":"COMPLETED","authorizations":[]}""", result: "{}").Judge<OnlyTheApprovedPartIsDispensed>().Reason.ShouldBe("no completed request brought an approved authorization");

    [Test]
    public void The_codes_that_may_be_dispensed_are_told()
    {
        Decided().Start("A1", "d1", 11.1).Done("d1", 11.2).Start("A2", "d2", 11.3, 422).Judge<OnlyTheApprovedPartIsDispensed>().Finding.Expected.ShouldBe("a dispensation under the approved code only: A1");
        Decided(answer: """{"status":"PENDING_INDICATION"}""").Start("A2", "d2", 11.3, 422).Judge<OnlyTheApprovedPartIsDispensed>().Finding.Expected.ShouldBe("a dispensation under the approved code only: none so far");
    }

    [Test]
    public void A_started_part_that_was_not_completed_is_shown() =>
        Decided().Start("A1", "d1", 11.1).Call("S1", "complete-dispensation", 11.2, 500).Judge<OnlyTheApprovedPartIsDispensed>().Finding.Exchanges.ShouldBe([11, 13]);

    [TestCase("""{"authorizations":[{"status":"approved"},{"status":"approved"},{"status":"rejected"}]}""", "APPROVED, APPROVED, REJECTED")]
    [TestCase("""{"authorizations":[{"status":"approved"}]}""", "APPROVED")]
    [TestCase("""{"authorizations":[{"status":"rejected"}]}""", "REJECTED")]
    [TestCase("{}", "none")]
    public void One_approved_and_one_rejected_part_must_be_shown(string result, string shown) =>
        Decided(result: result).Start("A1", "d1", 11.1).Done("d1", 11.2).Judge<OnlyTheApprovedPartIsDispensed>().Finding.Saw.ShouldBe($"authorization.request (4) shows {shown}");

    [Test]
    public void What_is_requested_while_either_operation_runs_belongs_to_them() =>
        new JournalBuilder().Stimulus("S1", "uncovered").Operation("S1", "authorization.request", 10, Outcome.Failed, "no coverage").Operation("S1", "authorization.request", 20, Outcome.Failed, "no coverage")
            .Call("S1", "search-beneficiary", 10.1).Call("S9", "initiate-authorization", 20.1, 201).Judge<UncoveredPatientIsTold>().Finding.Saw.ShouldBe("initiate-authorization 9");

    [Test]
    public void What_other_work_requests_afterwards_does_not() =>
        Request("uncovered").Call("S1", "search-beneficiary", 10.1).Call("S9", "initiate-authorization", 10.6, 201).Alive().Judge<UncoveredPatientIsTold>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_search_may_fail_before_one_finds_the_patient() =>
        Request("uncovered").Call("S1", "search-beneficiary", 10.1, 503).Call("S1", "search-beneficiary", 10.2).Alive().Judge<UncoveredPatientIsTold>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_start_without_a_code_is_named_as_such() =>
        UsedCode().Call("S1", "start-dispensation", 10.1, 409, sent: "{}").Call("S1", "start-dispensation", 10.2, 409, sent: "{}").Judge<UsedCodeIsTold>().Finding.Expected.ShouldBe("one attempt to dispense the code");

    [Test]
    public void A_used_code_that_is_reported_with_another_status_is_advice() =>
        UsedCode(errorStatus: 500).Start("A7", "", 10.1, 409).Alive().Judge<UsedCodeIsTold>().Advice.ShouldBe(["dispensation.dispense (6) reports error.status 500; the provider answered 409"]);

    [Test]
    public void A_status_that_is_reported_as_it_came_is_no_advice() => UsedCode().Start("A7", "", 10.1, 409).Alive().Judge<UsedCodeIsTold>().Advice.ShouldBeEmpty();

    private static double Until(Judgement judgement) => judgement.ShouldBeOfType<Judgement.Undecided>().Until.TotalSeconds;

    private static JournalBuilder Request(string purpose, Outcome outcome = Outcome.Failed, string? message = "told", string[]? facts = null) =>
        new JournalBuilder().Stimulus("S1", purpose).Operation("S1", "authorization.request", 10, outcome, message, facts: facts ?? ["rejection_reason"]);

    private static JournalBuilder UsedCode(int? errorStatus = 409) =>
        new JournalBuilder().Stimulus("S1", "used-code").Operation("S1", "dispensation.dispense", 10, Outcome.Failed, "already used", errorStatus: errorStatus);

    private static JournalBuilder Decided(string answer = Mixed, string result = """{"authorizations":[{"status":"approved"},{"status":"rejected"}]}""") =>
        new JournalBuilder().Stimulus("S1", "mixed-decision").Operation("S1", "authorization.request", 10, result: result, facts: "rejection_reason")
            .Call("S1", "initiate-authorization", 10.1, 201).Call("S1", "complete-authorization", 10.2, answer: answer).Operation("S1", "dispensation.dispense", 11);
}
