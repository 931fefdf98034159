using Readiness.Osigu.Checks.HappyPaths;

namespace Readiness.Osigu.Tests.HappyPaths;

internal sealed class AuthorizationToDispensationTests
{
    private const string Two = """{"status":"COMPLETED","authorizations":[{"authorization_code":"A1","status":"APPROVED"},{"authorization_code":"A2","status":"APPROVED"}]}""";

    [Test]
    public void Holds_when_each_code_is_dispensed_in_any_order() =>
        Requested().Start("A2", "d2", 11.1).Done("d2", 11.2).Start("A1", "d1", 11.3).Done("d1", 11.4).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>()
            .Saw.ShouldBe("2 authorizations, each dispensed under its own code (exchanges 13, 17)");

    [Test]
    public void Holds_with_forms_indications_and_reads_in_between() =>
        Requested().Call("S1", "sponsor-forms", 10.05).Call("S1", "attach-indication", 10.25).Call("S1", "read-authorization", 10.9, answer: Two)
            .Start("A1", "d1", 11.1).Done("d1", 11.2).Start("A2", "d2", 11.3).Done("d2", 11.4).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>()
            .ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_only_the_first_is_dispensed() =>
        Requested().Start("A1", "d1", 11.1).Done("d1", 11.2).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().Finding.Saw.ShouldBe("no completed dispensation under A2");

    [Test]
    public void Breaks_when_the_requests_identifier_is_sent_as_code() =>
        Requested().Start("A1", "d1", 11.1).Done("d1", 11.2).Start("A2", "d2", 11.3).Done("d2", 11.4).Call("S1", "start-dispensation", 11.45, 404, sent: """{"code":"areq_1"}""")
            .Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().Finding.Saw.ShouldBe("start-dispensation 21 under areq_1");

    [Test]
    public void Breaks_when_the_request_is_for_another_beneficiary() =>
        Requested(beneficiary: "bnf_0").Start("A1", "d1", 11.1).Done("d1", 11.2).Start("A2", "d2", 11.3).Done("d2", 11.4).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>()
            .Finding.Saw.ShouldBe("initiate-authorization 7 for bnf_0; search 5 returned bnf_1");

    [Test]
    public void Breaks_when_nobody_was_looked_up() =>
        new JournalBuilder().Stimulus("S1", "dispense-two").Operation("S1", "authorization.request", 10, Outcome.Failed, "no").Operation("S1", "dispensation.dispense", 11, Outcome.Failed, "no")
            .Call("S1", "initiate-authorization", 10.1, 422, sent: "{}").Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().AllSeen.ShouldBe(
            [
                "initiate-authorization 5 for none; no search was answered 2xx",
                "authorization.request (4) ended as failed: \"no\"",
                "dispensation.dispense (8) ended as failed: \"no\"",
                "no complete-authorization that brought an approved authorization",
            ]);

    [Test]
    public void Breaks_when_dispensing_comes_before_the_completed_request() =>
        Requested().Start("A1", "d1", 10.25).Done("d1", 11.2).Start("A2", "d2", 11.3).Done("d2", 11.4).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>()
            .Finding.Saw.ShouldBe("start-dispensation 9 before complete-authorization 11");

    [Test]
    public void Breaks_when_a_claim_is_submitted_too() =>
        Requested().Start("A1", "d1", 11.1).Done("d1", 11.2).Start("A2", "d2", 11.3).Done("d2", 11.4).Call("S1", "create-claim", 12).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>()
            .Finding.Saw.ShouldBe("create-claim 22");

    [Test]
    public void Breaks_when_an_operation_does_not_succeed() =>
        Requested(dispensed: Outcome.Failed).Start("A1", "d1", 11.1).Done("d1", 11.2).Start("A2", "d2", 11.3).Done("d2", 11.4).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>()
            .Finding.Saw.ShouldBe("dispensation.dispense (12) ended as failed: \"no\"");

    [Test]
    public void Concludes_nothing_without_the_operation()
    {
        Requested(dispensed: Outcome.Unsupported).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>()
            .Reason.ShouldBe("the integration does not offer dispensation.dispense (12): implement it, or, where one of the capabilities in docs/configuration.md covers it, declare that as not used");
        new JournalBuilder().Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().Reason.ShouldBe("no authorization was requested for two kinds of products");
    }

    [Test]
    public void Concludes_nothing_when_nothing_was_sent() =>
        new JournalBuilder().Stimulus("S1", "dispense-two").Operation("S1", "authorization.request", 10).Operation("S1", "dispensation.dispense", 11)
            .Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().Reason.ShouldBe("no call about this patient reached the sandbox");

    [Test]
    public void Another_form_may_be_tried_first() =>
        OtherForm().Call("S1", "search-beneficiary", 1.1, 422).Call("S1", "search-beneficiary", 1.2).Judge<SearchUsesTheSponsorsForm>().Saw.ShouldBe("search 7 found the patient");

    [Test]
    public void Hard_coded_fields_break_although_they_name_nothing_of_the_patient() =>
        OtherForm(Outcome.Failed).Call(null, "search-beneficiary", 1.1, 422, refused: "member_id").Judge<SearchUsesTheSponsorsForm>().AllSeen.ShouldBe(
        [
            "beneficiary.search (4) ended as failed: \"no\"",
            "1 search (5) answered 422: member_id",
        ]);

    [Test]
    public void No_search_concludes_nothing() => OtherForm().Judge<SearchUsesTheSponsorsForm>().Reason.ShouldBe("no search reached the sandbox");

    private static JournalBuilder OtherForm(Outcome outcome = Outcome.Succeeded) =>
        new JournalBuilder().Stimulus("S1", "other-form").Operation("S1", "beneficiary.search", 1, outcome, outcome == Outcome.Failed ? "no" : null);

    private static JournalBuilder Requested(string beneficiary = "bnf_1", Outcome dispensed = Outcome.Succeeded) =>
        new JournalBuilder().Stimulus("S1", "dispense-two").Operation("S1", "authorization.request", 10)
            .Call("S1", "search-beneficiary", 10.1, answer: """{"beneficiary_id":"bnf_1"}""")
            .Call("S1", "initiate-authorization", 10.2, 201, sent: $$"""{"beneficiary_id":"{{beneficiary}}"}""")
            .Call("S1", "complete-authorization", 10.3, answer: Two, lasts: 0.2)
            .Operation("S1", "dispensation.dispense", 11, dispensed, dispensed == Outcome.Failed ? "no" : null);
}

internal static class DispensingJournal
{
    extension(JournalBuilder journal)
    {
        public JournalBuilder Start(string code, string id, double at, int status = 201) =>
            journal.Call("S1", "start-dispensation", at, status, sent: $$"""{"code":"{{code}}"}""", answer: status == 201 ? $$"""{"dispensation_id":"{{id}}"}""" : "");

        public JournalBuilder Done(string id, double at) => journal.Call("S1", "complete-dispensation", at, target: $"/dispensing/v1/dispensations/{id}/complete");
    }
}
