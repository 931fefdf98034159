using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Tests.Retries;

internal sealed class LostWriteIsToldTrulyTests
{
    [Test]
    public void Holds_when_it_was_done_and_is_told_so() =>
        Dispensed(Outcome.Succeeded).LostAfter("S1", "complete-dispensation", 11).Judge<LostWriteIsToldTruly>().Saw
            .ShouldBe("complete-dispensation 7 lost its answer after the provider worked, and dispensation.dispense (6) ended as succeeded");

    [Test]
    public void Holds_when_it_was_not_done_and_is_told_so() =>
        Dispensed(Outcome.Failed, "Nothing was done.").LostBefore("S1", "complete-dispensation", 11).Judge<LostWriteIsToldTruly>().Saw
            .ShouldBe("complete-dispensation 7 lost its answer before the provider worked, and dispensation.dispense (6) ended as failed");

    [Test]
    public void Breaks_when_the_sale_is_made_only_after_the_user_was_told_of_a_failure() =>
        Dispensed(Outcome.Failed, "Nothing was done.").LostAfter("S1", "complete-dispensation", 13).Judge<LostWriteIsToldTruly>().Finding.Saw
            .ShouldBe("dispensation.dispense (6) ended as failed, although complete-dispensation 8 had taken effect");

    [Test]
    public void Not_known_is_always_true()
    {
        Holds(Dispensed(Outcome.Unknown, LostAnswers.NotKnown).LostAfter("S1", "complete-dispensation", 11));
        Holds(Dispensed(Outcome.Unknown, LostAnswers.NotKnown).LostBefore("S1", "complete-dispensation", 11));
        Holds(Claimed(Outcome.Unknown, LostAnswers.NotKnown).LostAfter("S1", "create-claim", 11));
    }

    [Test]
    public void Pending_is_advice() =>
        Claimed(Outcome.Pending, "We are finding out.").LostAfter("S1", "create-claim", 11).Judge<LostWriteIsToldTruly>().Advice.ShouldHaveSingleItem()
            .ShouldBe("claim.submit (6) ended as pending; for a write whose fate is not known the word is unknown");

    [Test]
    public void What_was_taken_back_may_be_told_as_failed() =>
        Holds(Claimed(Outcome.Failed, "Nothing was claimed.").LostAfter("S1", "create-claim", 11).Call("S1", "void-claim", 11.5));

    [Test]
    public void Claims_in_a_batch_that_was_not_dispatched_may_be_told_as_failed() =>
        Holds(Alive().Work("S1", "settlement.dispatch", "attach-claims", 10, Outcome.Failed, "Not sent to the sponsor.").LostAfter("S1", "attach-claims", 11));

    [Test]
    public void A_request_that_was_only_opened_may_be_told_as_failed() =>
        Holds(Alive().Work("S1", "authorization.request", "initiate-authorization", 10, Outcome.Failed, "Out of order.").LostAfter("S1", "initiate-authorization", 11));

    [TestCase("dispensation.dispense", "complete-dispensation")]
    [TestCase("prescription.issue", "create-prescription")]
    [TestCase("claim.submit", "create-claim")]
    [TestCase("settlement.dispatch", "create-settlement")]
    public void Breaks_when_what_was_done_is_told_as_failed(string operation, string write)
    {
        var finding = Alive().Work("S1", operation, write, 10, Outcome.Failed, "Out of order.").LostAfter("S1", write, 11).Judge<LostWriteIsToldTruly>().Finding;
        finding.Expected.ShouldBe($"what the provider has done is not told as failed: {operation} ends as succeeded, or as unknown");
        finding.Saw.ShouldBe($"{operation} (6) ended as failed, although {write} 7 had taken effect");
    }

    [Test]
    public void Breaks_when_the_409_of_the_repetition_is_told_as_failed() =>
        Dispensed(Outcome.Failed, "Already used.").LostAfter("S1", "complete-dispensation", 11).Call("S1", "complete-dispensation", 11.5, 409)
            .Judge<LostWriteIsToldTruly>().Finding.Saw.ShouldBe("dispensation.dispense (6) ended as failed, although complete-dispensation 7 had taken effect");

    [Test]
    public void Tells_a_repetition_of_the_transport_apart()
    {
        var finding = Dispensed(Outcome.Failed, "Already used.").LostAfter("S1", "complete-dispensation", 11)
            .Call("S1", "complete-dispensation", 11.03, 409, sent: "{}", connection: "c2").Judge<LostWriteIsToldTruly>().Finding;
        finding.Saw.ShouldBe("dispensation.dispense (6) ended as failed, although complete-dispensation 7 had taken effect; complete-dispensation 9 came at once and with the same bytes, as from a transport that sends again by itself");
        finding.Next.ShouldBe("switch off the HTTP client's own repetition of requests whose connection died, for everything but reads: it hides that an answer was lost");
    }

    [Test]
    public void Breaks_when_a_batch_that_was_dispatched_is_told_as_failed() =>
        Alive().Work("S1", "settlement.dispatch", "attach-claims", 10, Outcome.Failed, "Not sent.").LostAfter("S1", "attach-claims", 11).Call("S1", "dispatch-settlement", 11.5)
            .Judge<LostWriteIsToldTruly>().Finding.Saw.ShouldBe("settlement.dispatch (6) ended as failed, although dispatch-settlement 9 had taken effect");

    [Test]
    public void Breaks_when_success_is_guessed() =>
        Dispensed(Outcome.Succeeded).LostBefore("S1", "complete-dispensation", 11).Judge<LostWriteIsToldTruly>().Finding.Saw
            .ShouldBe("dispensation.dispense (6) ended as succeeded; the connection died under complete-dispensation 7, and no complete-dispensation took effect");

    [Test]
    public void Breaks_when_a_claim_that_was_never_completed_is_told_as_submitted() =>
        Claimed(Outcome.Succeeded).LostAfter("S1", "create-claim", 11).Judge<LostWriteIsToldTruly>().Finding.Expected.ShouldBe("claim.submit ends as succeeded only where the provider has done it");

    [Test]
    public void Breaks_without_a_message() =>
        Claimed(Outcome.Unknown).LostAfter("S1", "create-claim", 11).Judge<LostWriteIsToldTruly>().Finding.Saw.ShouldBe("claim.submit (6) ended as unknown without a message");

    [Test]
    public void Breaks_when_it_never_ends_although_the_integration_lives() =>
        Alive().Work("S1", "claim.submit", "create-claim", 10, Outcome.Unanswered, lasts: 90).LostAfter("S1", "create-claim", 11).Canary(120)
            .Judge<LostWriteIsToldTruly>().Finding.Saw.ShouldBe("claim.submit (6) was not answered, after create-claim 7 got no answer");

    [Test]
    public void Waits_for_the_answer() => Claimed(null).LostAfter("S1", "create-claim", 11).Judge<LostWriteIsToldTruly>().ShouldBeOfType<Judgement.Undecided>();

    [Test]
    public void Concludes_nothing_when_the_integration_died() =>
        new JournalBuilder().Canary(1).Work("S1", "claim.submit", "create-claim", 10, Outcome.Unanswered, lasts: 90).LostAfter("S1", "create-claim", 11).Close(300)
            .Judge<LostWriteIsToldTruly>().Reason.ShouldBe("claim.submit (6) was not answered, and no sign of life of the integration followed");

    [Test]
    public void Concludes_nothing_when_no_answer_was_lost() => Claimed(Outcome.Succeeded).Call("S1", "create-claim", 11, 201).Judge<LostWriteIsToldTruly>().Reason.ShouldBe("no create-claim lost its answer, in claim.submit (6)");

    private static JournalBuilder Alive() => new JournalBuilder().Canary(1).Canary(100);

    private static JournalBuilder Dispensed(Outcome? outcome, string? message = null) => Alive().Work("S1", "dispensation.dispense", "complete-dispensation", 10, outcome, message);

    private static JournalBuilder Claimed(Outcome? outcome, string? message = null) => Alive().Work("S1", "claim.submit", "create-claim", 10, outcome, message);

    private static void Holds(JournalBuilder journal) => journal.Judge<LostWriteIsToldTruly>().ShouldBeOfType<Judgement.Passed>();
}
