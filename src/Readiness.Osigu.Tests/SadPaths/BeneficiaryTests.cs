using Readiness.Osigu.Checks.SadPaths;

namespace Readiness.Osigu.Tests.SadPaths;

internal sealed class BeneficiaryTests
{
    private const string NotFound = "the person was not found";

    [Test]
    public void An_unknown_person_is_told() =>
        Unknown().Call("S1", "search-beneficiary", 10.1, 404, sent: "{}").Alive().Judge<UnknownPersonIsTold>()
            .Saw.ShouldBe("1 search answered 404, nothing requested, and the user was told: \"the person was not found\"");

    [Test]
    public void The_sponsors_other_form_may_be_tried_once() =>
        Unknown().Call("S1", "search-beneficiary", 10.1, 404, sent: "{}").Call("S1", "search-beneficiary", 10.2, 404, sent: "[]").Alive().Judge<UnknownPersonIsTold>()
            .ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_search_may_be_repeated_after_a_refused_token() =>
        Unknown().Call("S1", "search-beneficiary", 10.1, 401, sent: "{}").Call("S1", "search-beneficiary", 10.2, 404, sent: "{}").Alive().Judge<UnknownPersonIsTold>()
            .ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_missing_status_is_advice() =>
        Unknown(errorStatus: null).Call("S1", "search-beneficiary", 10.1, 404).Alive().Judge<UnknownPersonIsTold>()
            .Advice.ShouldBe(["authorization.request (6) reports no error.status; the provider answered 404"]);

    [Test]
    public void A_repeated_search_breaks() =>
        Unknown().Call("S1", "search-beneficiary", 10.1, 404, sent: "{}").Call("S1", "search-beneficiary", 10.2, 404, sent: "{}").Judge<UnknownPersonIsTold>()
            .Finding.Saw.ShouldBe("2 search-beneficiary calls (5, 7)");

    [Test]
    public void Going_on_with_a_previous_patient_breaks() =>
        Unknown().Call("S1", "search-beneficiary", 10.1, 404).Call("S0", "initiate-authorization", 10.2, 201).Judge<UnknownPersonIsTold>()
            .Finding.Saw.ShouldBe("initiate-authorization 7");

    [TestCase(Outcome.Succeeded, "authorization.request (4) ended as succeeded")]
    [TestCase(Outcome.Pending, "authorization.request (4) ended as pending")]
    [TestCase(Outcome.Unknown, "authorization.request (4) ended as unknown")]
    public void Another_outcome_breaks(Outcome outcome, string saw) =>
        Unknown(outcome).Call("S1", "search-beneficiary", 10.1, 404).Judge<UnknownPersonIsTold>().Finding.Saw.ShouldBe(saw);

    [Test]
    public void The_message_for_an_outage_breaks_also_with_other_numbers() =>
        Unknown(message: "Error 17 for [S1 document_number].").Outage("Error 4 for [S8 document_number].").Call("S1", "search-beneficiary", 10.1, 404).Judge<UnknownPersonIsTold>()
            .Finding.Saw.ShouldBe("authorization.request (7) says the same as beneficiary.search (5), which met an outage: \"Error 17 for [S1 document_number].\"");

    [Test]
    public void Silence_is_watched_for_three_times_the_longest_first_pause() =>
        Unknown().Stimulus("S8", "lasting-fault", scenario: "other").Call("S8", "search-beneficiary", 2, 503, lasts: 0).Call("S8", "search-beneficiary", 5, 503)
            .Call("S1", "search-beneficiary", 10.1, 404).Canary(1).Judge<UnknownPersonIsTold>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(19.5));

    [Test]
    public void An_integration_that_was_not_alive_concludes_nothing()
    {
        Unknown().Call("S1", "search-beneficiary", 10.1, 404).Canary(20).Judge<UnknownPersonIsTold>()
            .Reason.ShouldBe("no sign of life of the integration before 10 s into the run, so that silence proves nothing");
        Unknown().Call("S1", "search-beneficiary", 10.1, 404).Canary(1).Close(60).Judge<UnknownPersonIsTold>()
            .Reason.ShouldBe("no sign of life of the integration after 15.5 s into the run, so that silence proves nothing");
        Unknown(Outcome.Unanswered).Call("S1", "search-beneficiary", 10.1, 404).Canary(1).Close(300).Judge<UnknownPersonIsTold>()
            .Reason.ShouldStartWith("authorization.request (6) was not answered, and no sign of life of the integration followed");
    }

    [Test]
    public void No_search_concludes_nothing() => Unknown().Alive().Judge<UnknownPersonIsTold>().Reason.ShouldBe("no search for this person was answered 404");

    [Test]
    public void A_patient_without_coverage_is_told() =>
        Uncovered().Call("S2", "search-beneficiary", 10.1).Call("S2", "search-beneficiary", 10.2).Alive().Judge<UncoveredPatientIsTold>()
            .Saw.ShouldBe("found without coverage (exchange 7), nothing requested, and the user was told: \"no coverage\"");

    [Test]
    public void Requesting_for_a_patient_without_coverage_breaks() =>
        Uncovered(Outcome.Succeeded).Call("S2", "search-beneficiary", 10.1).Call("S2", "initiate-authorization", 10.2, 201).Judge<UncoveredPatientIsTold>().AllSeen.ShouldBe(
        [
            "initiate-authorization 7",
            "authorization.request (4) ended as succeeded",
        ]);

    [Test]
    public void The_message_for_a_person_who_was_not_found_breaks() =>
        Uncovered(message: NotFound).Stimulus("S1", "unknown-person", scenario: "other").Operation("S1", "authorization.request", 5, Outcome.Failed, NotFound)
            .Call("S2", "search-beneficiary", 10.1).Judge<UncoveredPatientIsTold>()
            .Finding.Saw.ShouldBe("authorization.request (7) says the same as authorization.request (5), which met a person who was not found: \"the person was not found\"");

    [Test]
    public void A_missing_message_breaks() =>
        Uncovered(message: " ").Call("S2", "search-beneficiary", 10.1).Judge<UncoveredPatientIsTold>().Finding.Saw.ShouldBe("authorization.request (4) ended as failed without a message");

    private static JournalBuilder Unknown(Outcome outcome = Outcome.Failed, string message = NotFound, int? errorStatus = 404) =>
        new JournalBuilder().Stimulus("S1", "unknown-person").Operation("S1", "authorization.request", 10, outcome, message, errorStatus: errorStatus);

    private static JournalBuilder Uncovered(Outcome outcome = Outcome.Failed, string message = "no coverage") =>
        new JournalBuilder().Stimulus("S2", "uncovered").Operation("S2", "authorization.request", 10, outcome, message);
}

internal static class SadJournal
{
    extension(JournalBuilder journal)
    {
        /// <summary>Signs of life on both sides of a watch.</summary>
        public JournalBuilder Alive() => journal.Canary(1).Canary(20);

        public JournalBuilder Outage(string message) =>
            journal.Stimulus("S8", "lasting-fault", scenario: "other").Operation("S8", "beneficiary.search", 5, Outcome.Failed, message);
    }
}
