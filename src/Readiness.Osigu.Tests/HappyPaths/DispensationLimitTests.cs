using Readiness.Osigu.Checks.HappyPaths;

namespace Readiness.Osigu.Tests.HappyPaths;

/// <summary>What counts as a dispensation under a code, and what the verdicts about it rest on.</summary>
internal sealed class DispensationLimitTests
{
    private const string One = """{"status":"COMPLETED","authorizations":[{"authorization_code":"A1","status":"APPROVED"}]}""";
    private const string Issued = """{"prescription_id":"rx_1","prescription_code":"RX-1"}""";

    [Test]
    public void The_code_may_be_sent_as_pin() =>
        Requested().Call("S1", "start-dispensation", 11.1, 201, sent: """{"pin":"A1"}""", answer: """{"dispensation_id":"d1"}""").Done("d1", 11.2).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>()
            .ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void The_verdict_rests_on_every_call_of_the_patient() =>
        Requested().Start("A1", "d1", 11.1).Done("d1", 11.2).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().Evidence.ShouldBe([4, 5, 7, 9, 12, 13, 15]);

    [Test]
    public void A_completion_that_was_refused_completes_nothing()
    {
        var finding = Requested().Start("A1", "d1", 11.1).Call("S1", "complete-dispensation", 11.2, 500, target: "/dispensing/v1/dispensations/d1/complete").Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().Finding;
        finding.Saw.ShouldBe("no completed dispensation under A1");
        finding.Exchanges.ShouldBe([13, 15]);
    }

    [Test]
    public void The_completion_of_another_dispensation_completes_nothing() =>
        Requested().Start("A1", "d1", 11.1).Call("S1", "complete-dispensation", 11.2, target: "/dispensing/v1/dispensations/x9/complete", answer: """{"dispensation_id":"x9"}""")
            .Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().Finding.Saw.ShouldBe("no completed dispensation under A1");

    [Test]
    public void A_completion_may_name_the_dispensation_in_its_answer_only() =>
        Requested().Start("A1", "d1", 11.1).Call("S1", "complete-dispensation", 11.2, target: "/dispensing/v1/dispensations/[e1, 4 chars]/complete", answer: """{"dispensation_id":"d1"}""")
            .Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_start_before_any_completed_request_is_told_with_no_codes()
    {
        var findings = new JournalBuilder().Stimulus("S1", "dispense-two").Operation("S1", "authorization.request", 10).Operation("S1", "dispensation.dispense", 11)
            .Call("S1", "search-beneficiary", 10.1, answer: """{"beneficiary_id":"bnf_1"}""").Start("A9", "d9", 11.1, 404)
            .Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().ShouldBeOfType<Judgement.Failed>().Findings;
        findings.Select(finding => finding.Expected).ShouldBe(["a dispensation under one of the codes that the provider returned: none so far", "a completed request with approved authorizations"]);
    }

    [Test]
    public void A_start_under_another_code_is_told_with_the_codes_that_there_are() =>
        Requested().Start("A1", "d1", 11.1).Done("d1", 11.2).Start("A9", "d9", 11.3, 404).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().Finding.Expected
            .ShouldBe("a dispensation under one of the codes that the provider returned: A1");

    [Test]
    public void A_request_for_somebody_else_is_shown_beside_the_search() =>
        Requested(beneficiary: "bnf_0").Start("A1", "d1", 11.1).Done("d1", 11.2).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().Finding.Exchanges.ShouldBe([5, 7]);

    [Test]
    public void An_operation_without_an_answer_breaks_only_where_the_integration_lives()
    {
        Requested(Outcome.Unanswered).Start("A1", "d1", 11.1).Done("d1", 11.2).Canary(20).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().Finding.Saw.ShouldBe("dispensation.dispense (12) ended as unanswered");
        Requested(Outcome.Unanswered).Start("A1", "d1", 11.1).Done("d1", 11.2).Judge<EveryAuthorizationIsDispensedUnderItsOwnCode>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(131.5));
    }

    [Test]
    public void A_prescription_is_dispensed_and_the_verdict_rests_on_all_of_it() =>
        Prescribed().Start("RX-1", "d1", 2.1).Done("d1", 2.2).Judge<PrescriptionIsDispensedUnderItsCode>().Evidence.ShouldBe([4, 5, 8, 9, 11]);

    [Test]
    public void A_start_under_a_made_up_code_is_not_taken_for_the_identifier()
    {
        var findings = Prescribed().Start("RX-7", "d7", 2.1, 404).Judge<PrescriptionIsDispensedUnderItsCode>().ShouldBeOfType<Judgement.Failed>().Findings;
        findings[0].Expected.ShouldBe("a dispensation under the prescription_code that the provider returned: RX-1");
        findings[0].Saw.ShouldBe("start-dispensation 9 under RX-7");
        findings[1].Exchanges.ShouldBe([5, 9]);
    }

    [Test]
    public void The_identifier_of_any_of_the_prescriptions_is_known() =>
        Prescribed().Call("S1", "create-prescription", 1.2, 201, answer: """{"prescription_id":"rx_2","prescription_code":"RX-2"}""").Start("rx_2", "d7", 2.1, 404).Start("RX-1", "d1", 2.2).Done("d1", 2.3)
            .Judge<PrescriptionIsDispensedUnderItsCode>().Finding.Saw.ShouldBe("start-dispensation 11 under rx_2, which is the prescription_id");

    [Test]
    public void A_start_without_any_prescription_is_told_with_no_codes() =>
        new JournalBuilder().Stimulus("S1", "prescription").Operation("S1", "prescription.issue", 1).Operation("S1", "dispensation.dispense", 2).Start("RX-1", "d1", 2.1, 404)
            .Judge<PrescriptionIsDispensedUnderItsCode>().ShouldBeOfType<Judgement.Failed>().Findings[0].Expected.ShouldBe("a dispensation under the prescription_code that the provider returned: none so far");

    [Test]
    public void Concludes_nothing_when_no_prescription_was_asked_for_or_none_was_seen()
    {
        new JournalBuilder().Judge<PrescriptionIsDispensedUnderItsCode>().Reason.ShouldBe("no prescription was issued");
        new JournalBuilder().Stimulus("S1", "prescription").Operation("S1", "prescription.issue", 1).Operation("S1", "dispensation.dispense", 2)
            .Judge<PrescriptionIsDispensedUnderItsCode>().Reason.ShouldBe("no call about this patient reached the sandbox");
        new JournalBuilder().Judge<PatientIsRegisteredOnce>().Reason.ShouldBe("no second prescription was issued");
        new JournalBuilder().Stimulus("S1", "second-prescription").Operation("S1", "prescription.issue", 1).Call("S1", "create-prescription", 1.1, 201, answer: Issued)
            .Judge<PatientIsRegisteredOnce>().Reason.ShouldBe("the second prescription was not asked for");
        new JournalBuilder().Stimulus("S1", "second-prescription").Operation("S1", "prescription.issue", 1).Operation("S1", "prescription.issue", 2)
            .Judge<PatientIsRegisteredOnce>().Reason.ShouldBe("no call about this patient reached the sandbox");
    }

    [Test]
    public void The_verdict_on_the_registration_rests_on_registrations_and_prescriptions() =>
        new JournalBuilder().Stimulus("S1", "second-prescription").Operation("S1", "prescription.issue", 1).Operation("S1", "prescription.issue", 2)
            .Call("S1", "create-patient", 1.1, 201).Call("S1", "create-prescription", 1.2, 201, answer: Issued).Call("S1", "create-prescription", 2.1, 201, answer: Issued)
            .Judge<PatientIsRegisteredOnce>().Evidence.ShouldBe([4, 5, 7, 10, 11]);

    private static JournalBuilder Requested(Outcome dispensed = Outcome.Succeeded, string beneficiary = "bnf_1") =>
        new JournalBuilder().Stimulus("S1", "dispense-two").Operation("S1", "authorization.request", 10)
            .Call("S1", "search-beneficiary", 10.1, answer: """{"beneficiary_id":"bnf_1"}""")
            .Call("S1", "initiate-authorization", 10.2, 201, sent: $$"""{"beneficiary_id":"{{beneficiary}}"}""")
            .Call("S1", "complete-authorization", 10.3, answer: One)
            .Operation("S1", "dispensation.dispense", 11, dispensed);

    private static JournalBuilder Prescribed() =>
        new JournalBuilder().Stimulus("S1", "prescription").Operation("S1", "prescription.issue", 1).Call("S1", "create-prescription", 1.1, 201, answer: Issued).Operation("S1", "dispensation.dispense", 2);
}
