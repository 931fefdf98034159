namespace Readiness.Osigu.Sandbox.Tests;

public sealed class ResetTests
{
    [Test]
    public void After_a_reset_a_person_has_a_new_identifier_and_old_ones_are_not_found()
    {
        using var client = new Client();
        var person = client.Sandbox.Fixtures.MintBeneficiary("S1", Flow.Sync, dependants: [Coverage.Active]);
        var product = client.Product();
        var (request, completed) = client.Authorize(person, product);
        var code = completed.List("authorizations")[0]!["authorization_code"]!.ToString();
        var dispensation = client.Start(code, person.Id).Must(201).Text("dispensation_id");

        client.Sandbox.ResetData();

        var found = client.Search(Flow.Sync, person.Fields).Must(200);
        found.Text("beneficiary_id").ShouldNotBe(person.Id);
        found.Text("first_name").ShouldBe(person.FirstName);
        found.List("dependants").Single()!["beneficiary_id"]!.ToString().ShouldNotBe(person.Dependants[0].Id);
        client.Sandbox.Fixtures.Current(person)!.Id.ShouldBe(found.Text("beneficiary_id"));
        client.Minted.Find(found.Text("beneficiary_id"))!.Stimulus.ShouldBe("S1");
        client.Initiate(person, product).Must(404);
        client.Get($"/arc/v1/authorization-requests/{request}").Must(404);
        client.Get($"/dispensing/v1/dispensations/{dispensation}").Must(404);
        client.Start(code, person.Id).Must(404);
        client.Authorize(client.Sandbox.Fixtures.Current(person)!, product).Completed.Must(200).Text("status").ShouldBe("COMPLETED");
    }

    [Test]
    public void Patients_prescriptions_claims_and_batches_are_gone()
    {
        using var client = new Client();
        var patient = client.Sandbox.Fixtures.MintPatient("S1", known: true);
        var code = client.Post("/ehr/v1/prescriptions", PrescriptionTests.Body(patient.Id!, client.Product())).Must(201).Text("prescription_code");
        var claim = client.Sandbox.Fixtures.MintCompletedClaims("S1", Flow.Dominican, 1)[0].Id;
        var batch = client.Post("/v3/settlements", """{"sponsor_slug":"sponsor-sandbox-do","period":"2026-07"}""").Must(201).Text("settlement_id");

        client.Sandbox.ResetData();

        client.Get($"/ehr/v1/patients?document_number={patient.Fields["document_number"]}").Must(200).List("content").ShouldBeEmpty();
        client.Start(code, null).Must(404);
        client.Get($"/arc/v1/outpatient-care-claim/{claim}").Must(404);
        client.Get($"/v3/settlements/{batch}").Must(404);
    }

    [Test]
    public void A_pending_decision_is_forgotten_with_its_request()
    {
        using var client = new Client();
        client.Authorize(client.Person(Flow.Async), client.Product());

        client.Sandbox.ResetData();
        client.Clock.Advance(TimeSpan.FromMinutes(5));

        client.Events.ShouldBeEmpty();
        client.Sandbox.Decisions.Release("S1").ShouldBeEmpty();
    }

    [Test]
    public void What_survives_keeps_its_identifiers_and_its_decision()
    {
        using var client = new Client();
        var person = client.Person(Flow.Async, "S9");
        client.Authorize(person, client.Product("S9"));
        client.Sandbox.Fixtures.Survives("S9");

        client.Sandbox.ResetData();

        client.Search(Flow.Async, person.Fields).Must(200).Text("beneficiary_id").ShouldBe(person.Id);
        client.Clock.Advance(TimeSpan.FromSeconds(30));
        client.EventTypes.ShouldBe(["authorization.created"]);
    }

    [Test]
    public void Tokens_subscriptions_and_products_outlive_a_reset()
    {
        using var client = new Client();
        client.Post("/webhooks/v1/subscriptions", """{"url":"http://127.0.0.1:9/h","event_types":["dispensing.*"]}""").Must(201);

        client.Sandbox.ResetData();

        client.Get("/arc/v1/providers/products?query=MED-042").Must(200)["bearer"].ShouldBe("token-1");
        client.Sandbox.Subscriptions.Wants("authorization.created").ShouldBeFalse();
    }

    [Test]
    public void One_person_can_be_renewed_alone()
    {
        using var client = new Client();
        var person = client.Person();
        var other = client.Person(stimulus: "S2");

        var renewed = client.Sandbox.Fixtures.Remint(person);

        renewed.Id.ShouldNotBe(person.Id);
        client.Search(Flow.Sync, person.Fields).Must(200).Text("beneficiary_id").ShouldBe(renewed.Id);
        client.Sandbox.Fixtures.Current(other)!.Id.ShouldBe(other.Id);
    }
}
