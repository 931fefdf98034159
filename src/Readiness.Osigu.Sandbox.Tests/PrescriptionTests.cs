using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class PrescriptionTests
{
    [Test]
    public void A_known_patient_is_found_by_document()
    {
        using var client = new Client();
        var known = client.Sandbox.Fixtures.MintPatient("S1", known: true);
        var unknown = client.Sandbox.Fixtures.MintPatient("S1");

        client.Get($"/ehr/v1/patients?document_number={known.Fields["document_number"]}").Must(200).List("content").Single()!["patient_id"]!.ToString().ShouldBe(known.Id);
        client.Get($"/ehr/v1/patients?document_number={unknown.Fields["document_number"]}").Must(200).List("content").ShouldBeEmpty();
        client.Get("/ehr/v1/patients").Must(422)["looked"].ShouldBe("no document_number in the query");
    }

    [Test]
    public void A_patient_is_created_once_for_a_document()
    {
        using var client = new Client();
        var patient = client.Sandbox.Fixtures.MintPatient("S4");

        var created = client.Post("/ehr/v1/patients", Json(patient)).Must(201);

        client.Minted.Find(created.Text("patient_id"))!.Stimulus.ShouldBe("S4");
        client.Sandbox.Ledger.Patients("S4").Single().Id.ShouldBe(created.Text("patient_id"));
        client.Post("/ehr/v1/patients", Json(patient)).Must(409);
        client.Post("/ehr/v1/patients", """{"first_name":"Zoë"}""").Must(422)["missing"]
            .ShouldBe("last_name is required; document_type is required; document_number is required; date_of_birth is required");
    }

    [Test]
    public void A_prescription_is_issued_and_belongs_to_the_patients_stimulus()
    {
        using var client = new Client();
        var patient = client.Sandbox.Fixtures.MintPatient("S1", known: true);

        var issued = client.Post("/ehr/v1/prescriptions", Body(patient.Id!, client.Product())).Must(201);

        issued.Text("version").ShouldBe("v1");
        issued.Text("status").ShouldBe("PRESCRIPTION_ISSUED");
        issued.Text("prescription_code").ShouldStartWith("RX-2026-");
        client.Minted.Find(issued.Text("prescription_code"))!.ShouldSatisfyAllConditions(minted => minted.Name.ShouldBe("prescription_code"), minted => minted.Stimulus.ShouldBe("S1"));
        client.EventTypes.ShouldBe(["prescription.issued"]);
    }

    [Test]
    public void Version_1_1_wants_the_patients_consent()
    {
        using var client = new Client();
        var body = Body(client.Sandbox.Fixtures.MintPatient("S1", known: true).Id!, client.Product());

        client.Post("/ehr/v1.1/prescriptions", body).Must(422)["missing"].ShouldBe("patient_data_consent must be true");
        body["patient_data_consent"] = true;
        client.Post("/ehr/v1.1/prescriptions", body).Must(201).Text("version").ShouldBe("v1.1");
    }

    [Test]
    public void Version_2_wants_a_signed_hash_beside_the_consent()
    {
        using var client = new Client();
        var body = Body(client.Sandbox.Fixtures.MintPatient("S1", known: true).Id!, client.Product());

        client.Post("/ehr/v2/prescriptions", body).Must(422)["missing"].ShouldBe("signed_hash is required; patient_data_consent must be true");
        body["patient_data_consent"] = true;
        body["signed_hash"] = "short";
        client.Post("/ehr/v2/prescriptions", body).Must(422)["missing"].ShouldBe("signed_hash must be a hash of at least 32 bytes, in hexadecimal digits or in Base64");
        body["signed_hash"] = Convert.ToBase64String(new byte[32]);
        client.Post("/ehr/v2/prescriptions", body.DeepClone()).Must(201).Text("version").ShouldBe("v2");
        body["signed_hash"] = Convert.ToHexString(new byte[64]);
        client.Post("/ehr/v2/prescriptions", body).Must(201);
    }

    [Test]
    public void The_signed_hash_can_stand_under_another_name()
    {
        using var client = new Client(OsiguOptions.Parse(new Dictionary<string, string> { ["prescriptions.signedHashField"] = "document_hash" }).Options);
        var body = Body(client.Sandbox.Fixtures.MintPatient("S1", known: true).Id!, client.Product());
        (body["patient_data_consent"], body["document_hash"]) = (true, Convert.ToHexString(new byte[32]));

        client.Post("/ehr/v2/prescriptions", body).Must(201);
    }

    [Test]
    public void A_patient_within_the_prescription_is_created_or_found()
    {
        using var client = new Client();
        var patient = client.Sandbox.Fixtures.MintPatient("S1");
        var body = Body("", client.Product());
        body.Remove("patient_id");
        body["patient"] = Json(patient);

        client.Post("/ehr/v1/prescriptions", body.DeepClone()).Must(201);
        client.Post("/ehr/v1/prescriptions", body).Must(201);

        client.Get($"/ehr/v1/patients?document_number={patient.Fields["document_number"]}").Must(200).List("content").Count.ShouldBe(1);
    }

    [Test]
    public void An_unregistered_medication_and_an_unknown_patient_are_refused()
    {
        using var client = new Client();
        var patient = client.Sandbox.Fixtures.MintPatient("S1", known: true);

        client.Post("/ehr/v1/prescriptions", Body(patient.Id!, client.Product(rule: ProductRule.LeaveUnregistered))).Must(422).ErrorCode.ShouldBe("071-104");
        client.Post("/ehr/v1/prescriptions", Body("pat_nobody", client.Product())).Must(404);
        client.Post("/ehr/v1/prescriptions", """{"medications":[{"product_code":"MED-042"}]}""").Must(422)["missing"].ShouldBe(
            "patient_id is required; diagnosis_code is required; medications[0].posology is required; medications[0].duration_days is required; medications[0].quantity is required");
    }

    internal static JsonObject Body(string patientId, Product product) => new()
    {
        ["patient_id"] = patientId,
        ["diagnoses"] = new JsonArray(new JsonObject { ["diagnosis_code"] = "R51" }),
        ["medications"] = Flow.Lines([product]),
    };

    private static JsonObject Json(PatientFixture patient) => new(patient.Fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)));
}
