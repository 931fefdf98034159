using Readiness.Osigu.Checks.SadPaths;
using Readiness.Osigu.Tests.HappyPaths;

namespace Readiness.Osigu.Tests.SadPaths;

internal sealed class DecisionTests
{
    private const string Mixed = """{"status":"COMPLETED","authorizations":[{"authorization_code":"A1","status":"APPROVED"},{"authorization_code":"A2","status":"REJECTED"}]}""";
    private const string Rejected = """{"status":"COMPLETED","authorizations":[{"status":"REJECTED","rejection_reason":"fuera de cobertura"}]}""";

    [TestCase(Outcome.Pending)]
    [TestCase(Outcome.Failed)]
    public void A_missing_document_may_leave_the_request_open(Outcome outcome) =>
        NoDocument(outcome).Call("S1", "initiate-authorization", 10.1, 201).Alive().Judge<MissingDocumentIsTold>()
            .Saw.ShouldBe("the request was left open, and the user was told: \"a document is missing\"");

    [Test]
    public void A_missing_document_must_not_be_taken_for_success() =>
        NoDocument(Outcome.Succeeded).Call("S1", "initiate-authorization", 10.1, 201).Call("S1", "complete-authorization", 10.2).Judge<MissingDocumentIsTold>()
            .Finding.Saw.ShouldBe("authorization.request (4) ended as succeeded");

    [Test]
    public void A_missing_document_must_not_start_a_loop()
    {
        var journal = NoDocument(Outcome.Pending).Call("S1", "initiate-authorization", 10.1, 201).Call("S1", "initiate-authorization", 10.11, 201).Call("S1", "start-dispensation", 10.4, 404);
        for (var index = 0; index < 4; index++)
        {
            journal.Call("S1", "complete-authorization", 10.2 + 0.02 * index);
        }

        journal.Judge<MissingDocumentIsTold>().AllSeen.ShouldBe(
        [
            "2 initiate-authorization calls (5, 7)",
            "start-dispensation 17",
            "4 complete-authorization calls (9, 11, 13, 15)",
        ]);
    }

    [Test]
    public void A_document_may_be_attached_between_two_attempts() =>
        WithDocument().Call("S1", "complete-authorization", 10.1, answer: """{"status":"PENDING_INDICATION"}""").Call("S1", "attach-indication", 10.2, 201)
            .Call("S1", "complete-authorization", 10.3, answer: """{"status":"COMPLETED"}""").Judge<DocumentIsAttachedBeforeCompletion>()
            .Saw.ShouldBe("the indication was attached (7) before the request was completed (9)");

    [Test]
    public void A_document_that_is_not_attached_breaks() =>
        WithDocument(Outcome.Pending).Call("S1", "complete-authorization", 10.1, answer: """{"status":"PENDING_INDICATION"}""").Judge<DocumentIsAttachedBeforeCompletion>().AllSeen.ShouldBe(
        [
            "authorization.request (4) ended as pending: \"wait\"",
            "no attach-indication that was answered 2xx",
            "no complete-authorization that was answered COMPLETED",
        ]);

    [Test]
    public void Of_a_mixed_decision_the_approved_part_is_dispensed() =>
        Decided().Start("A1", "d1", 11.1).Done("d1", 11.2).Alive().Judge<OnlyTheApprovedPartIsDispensed>()
            .Saw.ShouldBe("the reason is shown, and A1 alone was dispensed (exchange 13)");

    [Test]
    public void Dispensing_the_rejected_part_breaks() =>
        Decided().Start("A1", "d1", 11.1).Done("d1", 11.2).Start("A2", "d2", 11.3, 422).Judge<OnlyTheApprovedPartIsDispensed>().Finding.Saw.ShouldBe("start-dispensation 15 under A2");

    [Test]
    public void A_dropped_reason_and_one_status_for_all_break() =>
        Decided("""{"authorizations":[{"status":"approved"},{"status":"approved"}]}""", reason: false).Start("A1", "d1", 11.1).Done("d1", 11.2).Judge<OnlyTheApprovedPartIsDispensed>().AllSeen.ShouldBe(
        [
            "the answer to authorization.request (4) carries no rejection_reason",
            "authorization.request (4) shows APPROVED, APPROVED",
        ]);

    [Test]
    public void Leaving_the_approved_part_and_sending_again_break() =>
        Decided().Call("S1", "initiate-authorization", 10.4, 201).Judge<OnlyTheApprovedPartIsDispensed>().AllSeen.ShouldBe(["2 initiate-authorization calls (5, 9)", "no completed dispensation under A1"]);

    [Test]
    public void A_rejection_is_shown_with_its_reason() =>
        Refused().Alive().Judge<RejectionIsShownWithItsReason>().Saw.ShouldBe("the rejection was shown with its reason: \"rejected: [S1 rejection_reason]\"");

    [Test]
    public void A_rejection_without_its_reason_breaks() =>
        Refused(reason: false).Judge<RejectionIsShownWithItsReason>().Finding.Saw.ShouldBe("the answer to authorization.request (4) carries no rejection_reason");

    [Test]
    public void The_reason_may_stand_in_the_message_beside_a_translation() =>
        Refused(reason: false, message: "Rejected (not covered): fuera de cobertura").Alive().Judge<RejectionIsShownWithItsReason>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_rejection_that_is_sent_again_or_used_breaks() =>
        Refused().Call("S1", "initiate-authorization", 10.3, 201).Call("S1", "start-dispensation", 10.4, 404).Judge<RejectionIsShownWithItsReason>().AllSeen.ShouldBe(
        [
            "2 initiate-authorization calls (5, 9)",
            "start-dispensation 11",
        ]);

    [Test]
    public void No_rejection_concludes_nothing() =>
        new JournalBuilder().Stimulus("S1", "rejected-decision").Operation("S1", "authorization.request", 10, Outcome.Failed, "no").Alive().Judge<RejectionIsShownWithItsReason>()
            .Reason.ShouldBe("no completed request brought a rejection");

    [Test]
    public void A_used_code_is_told_and_may_be_read_about() =>
        UsedCode().Start("A7", "", 10.1, 409).Call("S1", "list-dispensations", 10.2, method: "GET").Alive().Judge<UsedCodeIsTold>()
            .Saw.ShouldBe("one attempt (7) answered 409, and the user was told: \"already used\"");

    [Test]
    public void A_used_code_that_is_repeated_and_completed_breaks() =>
        UsedCode(Outcome.Succeeded).Start("A7", "", 10.1, 409).Start("A7", "", 10.2, 409).Call(null, "complete-dispensation", 10.3, 404).Judge<UsedCodeIsTold>().AllSeen.ShouldBe(
        [
            "2 start-dispensation calls (5, 7)",
            "complete-dispensation 9",
            "dispensation.dispense (4) ended as succeeded",
        ]);

    [Test]
    public void The_message_for_an_outage_breaks_for_a_used_code() =>
        UsedCode().Outage("Already  used").Start("A7", "", 10.1, 409).Judge<UsedCodeIsTold>()
            .Finding.Saw.ShouldBe("dispensation.dispense (7) says the same as beneficiary.search (5), which met an outage: \"already used\"");

    [Test]
    public void A_code_that_was_never_tried_concludes_nothing() => UsedCode().Alive().Judge<UsedCodeIsTold>().Reason.ShouldBe("no dispensation under this code was answered 409");

    private static JournalBuilder NoDocument(Outcome outcome) =>
        new JournalBuilder().Stimulus("S1", "missing-document").Operation("S1", "authorization.request", 10, outcome, "a document is missing");

    private static JournalBuilder WithDocument(Outcome outcome = Outcome.Succeeded) =>
        new JournalBuilder().Stimulus("S1", "with-document").Operation("S1", "authorization.request", 10, outcome, outcome == Outcome.Succeeded ? null : "wait");

    private static JournalBuilder Decided(string result = """{"authorizations":[{"status":"approved"},{"status":"rejected"}]}""", bool reason = true) =>
        new JournalBuilder().Stimulus("S1", "mixed-decision")
            .Operation("S1", "authorization.request", 10, result: result, facts: reason ? ["rejection_reason"] : [])
            .Call("S1", "initiate-authorization", 10.1, 201).Call("S1", "complete-authorization", 10.2, answer: Mixed)
            .Operation("S1", "dispensation.dispense", 11);

    private static JournalBuilder Refused(bool reason = true, string message = "rejected: [S1 rejection_reason]") =>
        new JournalBuilder().Stimulus("S1", "rejected-decision")
            .Operation("S1", "authorization.request", 10, Outcome.Failed, message, facts: reason ? ["rejection_reason@message"] : [])
            .Call("S1", "initiate-authorization", 10.1, 201).Call("S1", "complete-authorization", 10.2, answer: Rejected);

    private static JournalBuilder UsedCode(Outcome outcome = Outcome.Failed) =>
        new JournalBuilder().Stimulus("S1", "used-code").Operation("S1", "dispensation.dispense", 10, outcome, "already used", errorStatus: 409);
}
