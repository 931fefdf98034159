using Readiness.Osigu.Checks.HappyPaths;

namespace Readiness.Osigu.Tests.HappyPaths;

internal sealed class PrescriptionTests
{
    private const string Issued = """{"prescription_id":"rx_1","prescription_code":"RX-1"}""";

    [TestCase("create-prescription")]
    [TestCase("create-prescription-v1.1")]
    public void Holds_in_any_version_and_with_the_patient_inside(string version) =>
        Asked().Call("S1", version, 1.1, 201, answer: Issued).Start("RX-1", "d1", 2.1).Done("d1", 2.2).Judge<PrescriptionIsDispensedUnderItsCode>()
            .Saw.ShouldBe("prescription 5 was dispensed under RX-1 (exchange 9)");

    [Test]
    public void Breaks_when_the_identifier_is_sent_as_code() =>
        Asked().Call("S1", "create-prescription", 1.1, 201, answer: Issued).Start("rx_1", "d1", 2.1, 404).Judge<PrescriptionIsDispensedUnderItsCode>().AllSeen.ShouldBe(
        [
            "start-dispensation 9 under rx_1, which is the prescription_id",
            "none; 1 start (9) and 0 completions",
        ]);

    [Test]
    public void Breaks_when_consent_is_missing() =>
        Asked(Outcome.Failed).Call("S1", "create-prescription-v1.1", 1.1, 422, refused: "consent").Judge<PrescriptionIsDispensedUnderItsCode>().AllSeen.ShouldBe(
        [
            "prescription.issue (4) ended as failed: \"no\"",
            "create-prescription 5 answered 422: consent",
        ]);

    [Test]
    public void Concludes_nothing_without_the_operation() =>
        Asked(Outcome.Unsupported).Judge<PrescriptionIsDispensedUnderItsCode>()
            .Reason.ShouldBe("the integration does not offer prescription.issue (4): implement it, or, where one of the capabilities in docs/configuration.md covers it, declare that as not used");

    [TestCase(0)]
    [TestCase(1)]
    public void A_patient_may_be_found_first_or_stand_inside_the_prescription(int registrations) =>
        Twice(registrations).Judge<PatientIsRegisteredOnce>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_registration_that_was_refused_for_its_token_may_be_sent_again() =>
        Twice(1).Call("S1", "create-patient", 1.01, 401).Judge<PatientIsRegisteredOnce>().Saw.ShouldBe("2 prescriptions; 1 registration of the patient");

    [Test]
    public void A_second_registration_breaks() => Twice(2).Judge<PatientIsRegisteredOnce>().Finding.Saw.ShouldBe("2 registrations (5, 13)");

    [Test]
    public void A_missing_second_prescription_breaks() =>
        Twice(1, issued: 1).Judge<PatientIsRegisteredOnce>().Finding.Saw.ShouldBe("no create-prescription");

    private static JournalBuilder Asked(Outcome outcome = Outcome.Succeeded) =>
        new JournalBuilder().Stimulus("S1", "prescription").Operation("S1", "prescription.issue", 1, outcome, outcome == Outcome.Failed ? "no" : null)
            .Operation("S1", "dispensation.dispense", 2);

    private static JournalBuilder Twice(int registrations, int issued = 2)
    {
        var journal = new JournalBuilder().Stimulus("S1", "second-prescription");
        for (var index = 0; index < 2; index++)
        {
            journal.Operation("S1", "prescription.issue", 1 + index).Call("S1", "find-patient", 1.2 + index, method: "GET");
            if (index < registrations)
            {
                journal.Call("S1", "create-patient", 1.1 + index, 201);
            }

            if (index < issued)
            {
                journal.Call("S1", "create-prescription", 1.3 + index, 201, answer: Issued);
            }
        }

        return journal;
    }
}
