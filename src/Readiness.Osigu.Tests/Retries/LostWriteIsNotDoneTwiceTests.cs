using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Tests.Retries;

internal sealed class LostWriteIsNotDoneTwiceTests
{
    [Test]
    public void Holds_when_the_fate_is_read_and_only_what_was_not_done_is_sent_again() =>
        Alive()
            .Work("S1", "dispensation.dispense", "complete-dispensation", 10, Outcome.Succeeded).LostAfter("S1", "complete-dispensation", 11).Call("S1", "read-dispensation", 11.2, method: "GET")
            .Work("S2", "dispensation.dispense", "complete-dispensation", 20, Outcome.Succeeded).LostBefore("S2", "complete-dispensation", 21).Call("S2", "read-dispensation", 21.2, method: "GET").Call("S2", "complete-dispensation", 21.4)
            .Judge<LostWriteIsNotDoneTwice>().Saw.ShouldBe(
                "complete-dispensation 7 lost its answer after the provider worked, was sent 1 time in all, with 1 read afterwards, and there is one dispensation; "
                + "complete-dispensation 14 lost its answer before the provider worked, was sent 2 times in all, with 1 read afterwards, and there is one dispensation");

    [Test]
    public void A_claim_that_is_left_to_a_person_holds() =>
        Alive().Work("S1", "claim.submit", "create-claim", 10, Outcome.Unknown, LostAnswers.NotKnown).LostAfter("S1", "create-claim", 11)
            .Judge<LostWriteIsNotDoneTwice>().Saw.ShouldBe("create-claim 7 lost its answer after the provider worked, was sent 1 time in all, with 0 reads afterwards, and there is one claim");

    [Test]
    public void A_repetition_that_is_refused_with_409_is_no_second_effect() =>
        Holds(Alive().Work("S1", "dispensation.dispense", "complete-dispensation", 10, Outcome.Succeeded).LostAfter("S1", "complete-dispensation", 11).Call("S1", "complete-dispensation", 11.5, 409));

    [Test]
    public void A_request_that_is_initiated_again_and_completed_once_holds() =>
        Holds(Alive().Work("S1", "authorization.request", "initiate-authorization", 10, Outcome.Succeeded).LostAfter("S1", "initiate-authorization", 11)
            .Call("S1", "initiate-authorization", 11.5, 201).Call("S1", "complete-authorization", 11.8));

    [Test]
    public void A_request_that_lacks_a_document_is_no_authorization() =>
        Holds(Alive().Work("S1", "authorization.request", "initiate-authorization", 10, Outcome.Pending, "A document is missing.").LostAfter("S1", "initiate-authorization", 11)
            .Call("S1", "complete-authorization", 11.5, processState: "PENDING_INDICATION").Call("S1", "complete-authorization", 11.8, processState: "COMPLETED"));

    [Test]
    public void Claims_that_are_put_into_the_same_batch_again_hold() =>
        Holds(Alive().Work("S1", "settlement.dispatch", "attach-claims", 10, Outcome.Succeeded).Call("S1", "create-settlement", 10.5, 201).LostAfter("S1", "attach-claims", 11)
            .Call("S1", "attach-claims", 11.5).Call("S1", "dispatch-settlement", 11.8));

    [Test]
    public void A_repetition_that_is_redirected_is_no_second_effect() =>
        Holds(Alive().Work("S1", "claim.submit", "create-claim", 10, Outcome.Unknown, LostAnswers.NotKnown).LostAfter("S1", "create-claim", 11).Call("S1", "create-claim", 11.5, 300));

    [Test]
    public void What_was_never_done_is_said_to_be_missing() =>
        Alive().Work("S1", "claim.submit", "create-claim", 10, Outcome.Failed, "Nothing was claimed.").LostBefore("S1", "create-claim", 11)
            .Judge<LostWriteIsNotDoneTwice>().Saw.ShouldBe("create-claim 7 lost its answer before the provider worked, was sent 1 time in all, with 0 reads afterwards, and there is no claim");

    [Test]
    public void A_second_claim_that_was_voided_holds() =>
        Holds(Alive().Work("S1", "claim.submit", "create-claim", 10, Outcome.Unknown, LostAnswers.NotKnown).LostAfter("S1", "create-claim", 11).Call("S1", "create-claim", 11.5, 201).Call("S1", "void-claim", 11.8));

    [Test]
    public void Breaks_with_a_second_claim()
    {
        var finding = Alive().Work("S1", "claim.submit", "create-claim", 10, Outcome.Succeeded).LostAfter("S1", "create-claim", 11).Call("S1", "create-claim", 11.6, 201, sent: "{}", connection: "c2")
            .Judge<LostWriteIsNotDoneTwice>().Finding;
        finding.Expected.ShouldBe("one claim for one piece of work, also when an answer got lost");
        finding.Saw.ShouldBe("2 (create-claim 7, 9) after create-claim 7 got no answer");
        finding.Next.ShouldBe("after a lost answer, read what became of the write; where nothing tells, report it as unknown and do not send it again");
    }

    [Test]
    public void Breaks_with_a_second_claim_that_the_transport_sent_by_itself_and_says_so()
    {
        var finding = Alive().Work("S1", "claim.submit", "create-claim", 10, Outcome.Succeeded).LostAfter("S1", "create-claim", 11).Call("S1", "create-claim", 11.03, 201, sent: "{}", connection: "c2")
            .Judge<LostWriteIsNotDoneTwice>().Finding;
        finding.Saw.ShouldBe("2 (create-claim 7, 9) after create-claim 7 got no answer; it came at once and with the same bytes, as from a transport that sends again by itself");
        finding.Next.ShouldBe("switch off the HTTP client's own repetition of requests whose connection died, for everything but reads, and let no job begin anew at once");
    }

    [Test]
    public void Breaks_with_a_claim_of_the_transport_and_one_of_a_job_and_names_the_transport() =>
        Alive().Work("S1", "claim.submit", "create-claim", 10, Outcome.Succeeded).LostAfter("S1", "create-claim", 11).Call("S1", "create-claim", 11.03, 201, sent: "{}", connection: "c2").Call("S1", "create-claim", 30, 201)
            .Judge<LostWriteIsNotDoneTwice>().Finding.Saw.ShouldBe("3 (create-claim 7, 9, 12) after create-claim 7 got no answer; it came at once and with the same bytes, as from a transport that sends again by itself");

    [Test]
    public void Breaks_with_a_second_claim_that_comes_after_the_operation_had_ended() =>
        Alive().Work("S1", "claim.submit", "create-claim", 10, Outcome.Unknown, LostAnswers.NotKnown).LostAfter("S1", "create-claim", 11).Call("S1", "create-claim", 70, 201)
            .Judge<LostWriteIsNotDoneTwice>().Finding.Saw.ShouldBe("2 (create-claim 7, 10) after create-claim 7 got no answer");

    [TestCase("create-settlement")]
    [TestCase("attach-claims")]
    public void Breaks_with_a_second_batch(string lost)
    {
        var journal = Alive().Work("S1", "settlement.dispatch", lost, 10, Outcome.Succeeded).LostAfter("S1", lost, 11).Call("S1", "create-settlement", 11.6, 201);
        (lost == "create-settlement" ? journal : journal.Call("S1", "create-settlement", 10.5, 201))
            .Judge<LostWriteIsNotDoneTwice>().Finding.Expected.ShouldBe("one batch for one piece of work, also when an answer got lost");
    }

    [TestCase("create-prescription")]
    [TestCase("create-prescription-v1.1")]
    [TestCase("create-prescription-v2")]
    public void Breaks_with_a_second_prescription_in_any_version_of_the_call(string call) =>
        Alive().Work("S1", "prescription.issue", "create-prescription", 10, Outcome.Succeeded).LostAfter("S1", call, 11).Call("S1", call, 11.6, 201)
            .Judge<LostWriteIsNotDoneTwice>().Finding.Saw.ShouldBe("2 (create-prescription 7, 9) after create-prescription 7 got no answer");

    [Test]
    public void A_prescription_that_is_left_to_a_person_holds() =>
        Alive().Work("S1", "prescription.issue", "create-prescription", 10, Outcome.Unknown, LostAnswers.NotKnown).LostAfter("S1", "create-prescription-v1.1", 11)
            .Judge<LostWriteIsNotDoneTwice>().Saw.ShouldBe("create-prescription 7 lost its answer after the provider worked, was sent 1 time in all, with 0 reads afterwards, and there is one prescription");

    [Test]
    public void Breaks_with_a_second_dispensation() =>
        Alive().Work("S1", "dispensation.dispense", "complete-dispensation", 10, Outcome.Succeeded).LostAfter("S1", "complete-dispensation", 11).Call("S1", "start-dispensation", 11.5, 201).Call("S1", "complete-dispensation", 11.8)
            .Judge<LostWriteIsNotDoneTwice>().Finding.Saw.ShouldBe("2 (complete-dispensation 7, 11) after complete-dispensation 7 got no answer");

    [Test]
    public void Breaks_with_two_completed_requests() =>
        Alive().Work("S1", "authorization.request", "initiate-authorization", 10, Outcome.Succeeded).LostAfter("S1", "initiate-authorization", 11)
            .Call("S1", "complete-authorization", 11.5).Call("S1", "complete-authorization", 11.8)
            .Judge<LostWriteIsNotDoneTwice>().Finding.Expected.ShouldBe("one authorization for one piece of work, also when an answer got lost");

    [Test]
    public void Waits_for_a_job_that_may_be_delivered_again() =>
        new JournalBuilder().Canary(1).Work("S1", "claim.submit", "create-claim", 10, Outcome.Unknown, LostAnswers.NotKnown).LostAfter("S1", "create-claim", 11)
            .Judge<LostWriteIsNotDoneTwice>().ShouldBeOfType<Judgement.Undecided>().Until.TotalSeconds.ShouldBe(17, 0.1);

    [Test]
    public void Concludes_nothing_when_no_answer_was_lost() =>
        Alive().Work("S1", "claim.submit", "create-claim", 10, Outcome.Succeeded).Call("S1", "create-claim", 11, 201)
            .Judge<LostWriteIsNotDoneTwice>().Reason.ShouldBe("no create-claim lost its answer, in claim.submit (6)");

    [Test]
    public void Concludes_nothing_without_a_piece_of_work() => Alive().Judge<LostWriteIsNotDoneTwice>().Reason.ShouldBe("no write lost its answer");

    [Test]
    public void Concludes_nothing_without_a_sign_of_life_afterwards() =>
        new JournalBuilder().Canary(1).Work("S1", "claim.submit", "create-claim", 10, Outcome.Unknown, LostAnswers.NotKnown).LostAfter("S1", "create-claim", 11).Close(40)
            .Judge<LostWriteIsNotDoneTwice>().Reason.ShouldBe("no sign of life of the integration after 17 s into the run, so that silence proves nothing");

    private static JournalBuilder Alive() => new JournalBuilder().Canary(1).Canary(100);

    private static void Holds(JournalBuilder journal) => journal.Judge<LostWriteIsNotDoneTwice>().ShouldBeOfType<Judgement.Passed>();
}
