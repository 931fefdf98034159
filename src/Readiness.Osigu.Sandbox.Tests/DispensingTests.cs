using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class DispensingTests
{
    [Test]
    public void A_code_is_started_and_completed_and_leaves_a_claim()
    {
        using var client = new Client();
        var person = client.Person();
        var code = client.ApprovedCode(person);

        var started = client.Start(code, person.Id).Must(201);
        started.Text("status").ShouldBe("STARTED");
        started.Text("code_type").ShouldBe("AUTHORIZATION");
        started.Body["verification_required"].ShouldBeNull();
        started.List("products")[0]!["unit_price"]!.ToJsonString().ShouldBe("12.50");

        var id = started.Text("dispensation_id");
        var finished = client.Finish(id).Must(200);
        finished.Text("status").ShouldBe("COMPLETED");
        client.Get($"/arc/v1/outpatient-care-claim/{finished.Text("claim_id")}").Must(200).Text("status").ShouldBe("COMPLETED");
        client.Get($"/dispensing/v1/dispensations/{id}").Must(200).Text("status").ShouldBe("COMPLETED");
        client.Get($"/dispensing/v1/dispensations?code={code}").Must(200).List("content").Count.ShouldBe(1);
        client.Get("/dispensing/v1/dispensations?code=other").Must(200).List("content").ShouldBeEmpty();
        client.Minted.Find(id)!.Stimulus.ShouldBe("S1");
        client.EventTypes.ShouldBe(["dispensing.started", "dispensing.completed"]);
    }

    [Test]
    public void A_code_that_is_started_or_used_is_a_conflict()
    {
        using var client = new Client();
        var person = client.Person();
        var code = client.ApprovedCode(person);
        var id = client.Start(code, person.Id).Must(201).Text("dispensation_id");

        client.Start(code, person.Id).Must(409)["looked"].ShouldBe("a dispensation of this code is STARTED");
        client.Finish(id).Must(200);
        client.Start(code, person.Id).Must(409)["looked"].ShouldBe("a dispensation of this code is COMPLETED");
        client.Sandbox.Ledger.Dispensations("S1").Single().Status.ShouldBe(DispensationStatus.Completed);
        client.Sandbox.Ledger.Claims("S1").Single().Status.ShouldBe(ClaimStatus.Completed);
    }

    [Test]
    public void A_second_start_before_completion_can_be_allowed()
    {
        using var client = new Client(new OsiguOptions { ConflictWhileStarted = false });
        var person = client.Person();
        var code = client.ApprovedCode(person);
        client.Start(code, person.Id).Must(201);

        client.Finish(client.Start(code, person.Id).Must(201).Text("dispensation_id")).Must(200);
        client.Start(code, person.Id).Must(409);
    }

    [Test]
    public void A_cancelled_dispensation_frees_its_code()
    {
        using var client = new Client();
        var person = client.Person();
        var code = client.ApprovedCode(person);
        var id = client.Start(code, person.Id).Must(201).Text("dispensation_id");

        client.Post($"/dispensing/v1/dispensations/{id}/void").Must(200).Text("status").ShouldBe("CANCELLED");
        client.Post($"/dispensing/v1/dispensations/{id}/void").Must(409);
        client.Finish(id).Must(409)["looked"].ShouldBe("its status is CANCELLED");
        client.Start(code, person.Id).Must(201);
    }

    [Test]
    public void A_completed_dispensation_is_completed_once()
    {
        using var client = new Client();
        var person = client.Person();
        var id = client.Start(client.ApprovedCode(person), person.Id).Must(201).Text("dispensation_id");
        client.Finish(id).Must(200);

        client.Finish(id).Must(409);
        client.Post($"/dispensing/v1/dispensations/{id}/void").Must(409);
    }

    [Test]
    public void Completing_names_every_missing_field()
    {
        using var client = new Client();
        var person = client.Person();
        var id = client.Start(client.ApprovedCode(person), person.Id).Must(201).Text("dispensation_id");

        client.Post($"/dispensing/v1/dispensations/{id}/complete", """{"amount":"25"}""").Must(422)["missing"]
            .ShouldBe("amount must be a positive number; document_number is required; document_date is required");
    }

    [Test]
    public void Mistaken_codes_are_unknown_and_the_journal_says_what_they_are()
    {
        using var client = new Client();
        var person = client.Person();
        var (id, completed) = client.Authorize(person, client.Product());

        client.Start("AUTH-0", person.Id).Must(404)["looked"].ShouldBe("neither an authorization code nor a prescription code");
        client.Start(id, person.Id).Must(404)["looked"].ShouldBe("neither an authorization code nor a prescription code; it is an authorization_request_id");
        client.Start(completed.List("authorizations")[0]!["authorization_id"]!.ToString(), person.Id).Must(404)["looked"].ShouldEndWith("; it is an authorization_id");
        client.Post("/dispensing/v1/dispensations", "{}").Must(422)["missing"].ShouldBe("code is required");
        client.Get("/dispensing/v1/dispensations/dsp_nobody").Must(404);
        client.Finish("dsp_nobody").Must(404);
        client.Post("/dispensing/v1/dispensations/dsp_nobody/void").Must(404);
    }

    [Test]
    public void A_rejected_a_voided_and_an_expired_authorization_cannot_be_dispensed()
    {
        using var client = new Client(new OsiguOptions { AuthorizationLifetime = TimeSpan.FromMinutes(10) });
        var person = client.Person();
        var rejected = client.Authorize(person, client.Product(rule: ProductRule.Reject("no"))).Completed.List("authorizations")[0]!["authorization_code"]!.ToString();
        var voided = client.Authorize(person, client.Product()).Completed.List("authorizations")[0]!;
        client.Post($"/arc/v1/authorizations/{voided["authorization_id"]}/void").Must(200);
        var expired = client.ApprovedCode(person);
        client.Clock.Advance(TimeSpan.FromMinutes(10));

        client.Start(rejected, person.Id).Must(422)["looked"].ShouldBe("its status is Rejected");
        client.Start(voided["authorization_code"]!.ToString(), person.Id).Must(422)["looked"].ShouldBe("its status is Voided");
        client.Start(expired, person.Id).Must(422)["looked"].ShouldBe("it expired at 2026-07-01T12:10:00.000Z");
    }

    [Test]
    public void Only_the_beneficiary_of_an_authorization_can_redeem_it()
    {
        using var client = new Client();
        var code = client.ApprovedCode(client.Person());

        client.Start(code, client.Person().Id).Must(422)["missing"].ShouldBe("beneficiary_id is not the beneficiary of the authorization");
        client.Start(code, null).Must(422)["missing"].ShouldBe("beneficiary_id is required");
    }

    [Test]
    public void The_code_of_a_prescription_is_dispensed_without_a_claim()
    {
        using var client = new Client();
        var patient = client.Sandbox.Fixtures.MintPatient("S1", known: true);
        var issued = client.Post("/ehr/v1/prescriptions", PrescriptionTests.Body(patient.Id!, client.Product())).Must(201);

        var started = client.Start(issued.Text("prescription_code"), null).Must(201);
        started.Text("code_type").ShouldBe("PRESCRIPTION");
        client.Finish(started.Text("dispensation_id")).Must(200).Body.ContainsKey("claim_id").ShouldBeFalse();
        client.Start(issued.Text("prescription_code"), null).Must(409);
        client.Start(issued.Text("prescription_id"), null).Must(404)["looked"].ShouldEndWith("; it is a prescription_id");
    }

    [Test]
    public void The_generated_schemas_pin_is_understood()
    {
        using var client = new Client();
        var person = client.Person();

        client.Post("/dispensing/v1/dispensations", new JsonObject { ["pin"] = client.ApprovedCode(person), ["beneficiary_id"] = person.Id }).Must(201);
    }
}
