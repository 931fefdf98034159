using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class AuthorizationTests
{
    [Test]
    public void A_synchronous_sponsor_answers_at_once_with_an_authorization_for_each_product_type()
    {
        using var client = new Client();
        var person = client.Person();
        var medication = client.Product();
        var lab = client.Product(type: ProductType.Lab);

        var (id, completed) = client.Authorize(person, medication, lab);

        completed.Must(200).Text("status").ShouldBe("COMPLETED");
        completed.Text("authorization_request_id").ShouldBe(id);
        completed.List("authorizations").Select(authorization => authorization!["product_type"]!.ToString()).ShouldBe(["MEDICATION", "LAB"]);
        completed.List("authorizations").ShouldAllBe(authorization => authorization!["status"]!.ToString() == "APPROVED");
        completed.List("authorizations")[0]!["products"]!.ToJsonString().ShouldBe($$"""[{"product_code":"{{medication.Code}}","quantity":2,"posology":"1 cada 8 h"}]""");
        completed.List("authorizations")[0]!["authorization_code"]!.ToString().ShouldStartWith("AUTH-2026-");
        completed.List("authorizations")[0]!["expires_at"]!.ToString().ShouldBe("2026-07-31T12:00:00.000Z");
        completed["state"].ShouldBe("COMPLETED");
        client.Events.ShouldBeEmpty();
    }

    [Test]
    public void A_mixed_request_is_approved_and_rejected_by_product()
    {
        using var client = new Client();
        var refused = client.Product(type: ProductType.Lab, rule: ProductRule.Reject());

        var authorizations = client.Authorize(client.Person(), client.Product(), refused).Completed.Must(200).List("authorizations");

        authorizations.Select(authorization => authorization!["status"]!.ToString()).ShouldBe(["APPROVED", "REJECTED"]);
        var reason = authorizations[1]!["rejection_reason"]!.ToString();
        reason.ShouldBe(refused.RejectionReason);
        reason.Length.ShouldBeInRange(200, 400);
        reason.ShouldContain(character => character > 127);
        client.Minted.Find(reason)!.Name.ShouldBe("rejection_reason");
        client.Minted.Find(reason)!.Stimulus.ShouldBe("S1");
    }

    [Test]
    public void Two_decisions_within_a_type_are_two_authorizations()
    {
        using var client = new Client();

        client.Authorize(client.Person(), client.Product(), client.Product(rule: ProductRule.Reject("no"))).Completed.Must(200).List("authorizations").Count.ShouldBe(2);
    }

    [Test]
    public void What_a_call_creates_belongs_to_the_stimulus_of_what_it_names()
    {
        using var client = new Client();

        var (id, completed) = client.Authorize(client.Person(stimulus: "S7"), client.Product("S7"));
        var authorization = completed.Must(200).List("authorizations")[0]!;

        client.Minted.Find(id)!.ShouldSatisfyAllConditions(minted => minted.Name.ShouldBe("authorization_request_id"), minted => minted.Stimulus.ShouldBe("S7"));
        client.Minted.Find(authorization["authorization_code"]!.ToString())!.Stimulus.ShouldBe("S7");
        client.Minted.Find(authorization["authorization_id"]!.ToString())!.Name.ShouldBe("authorization_id");
    }

    [Test]
    public void An_unregistered_product_is_refused_with_its_own_code()
    {
        using var client = new Client();

        var answer = client.Initiate(client.Person(), client.Product(rule: ProductRule.LeaveUnregistered)).Must(422);

        answer.ErrorCode.ShouldBe("071-104");
        answer["looked"].ShouldBe("a product of the global catalogue that is not among the provider's products");
        answer["missing"].ShouldBe("products[0].product_code is not registered");
    }

    [Test]
    public void Everything_that_is_missing_is_named_at_once()
    {
        using var client = new Client();

        client.Post("/arc/v1/authorization-requests", """{"sponsor_slug":"sponsor-sandbox","products":[{"product_code":"MED-042","quantity":0}]}""").Must(422)["missing"].ShouldBe(
            "beneficiary_id is required; diagnosis_code is required; professional_license_number is required; authorization_type is required; "
            + "products[0].quantity must be a positive number; products[0].product_type is required");
    }

    [Test]
    public void A_wrong_value_is_refused()
    {
        using var client = new Client();
        var body = Flow.Request(client.Person().Id, Flow.Sync, [client.Product()]);
        body["authorization_type"] = "WISH";
        body["diagnosis_code"] = "headache";

        client.Post("/arc/v1/authorization-requests", body).Must(422)["missing"].ShouldBe(
            "diagnosis_code is not an ICD-10 code; authorization_type must be one of PRESCRIPTION, MEDICAL_INDICATION, LAB_ORDER, PROCEDURE");
    }

    [Test]
    public void A_product_under_another_type_is_refused()
    {
        using var client = new Client();
        var body = Flow.Request(client.Person().Id, Flow.Sync, [client.Product()]);
        body["products"]![0]!["product_type"] = "LAB";

        client.Post("/arc/v1/authorization-requests", body).Must(422)["missing"].ShouldBe("products[0].product_type is not the product's type");
    }

    [Test]
    public void The_generated_schemas_list_of_diagnoses_is_understood()
    {
        using var client = new Client();
        var body = Flow.Request(client.Person().Id, Flow.Sync, [client.Product()]);
        body.Remove("diagnosis_code");
        body["diagnoses"] = new JsonArray(new JsonObject { ["coding_system"] = "ICD10", ["code"] = "J45.0" });

        client.Post("/arc/v1/authorization-requests", body).Must(201);
    }

    [Test]
    public void An_unknown_beneficiary_or_one_of_another_sponsor_is_not_found()
    {
        using var client = new Client();

        client.Post("/arc/v1/authorization-requests", Flow.Request("bnf_nobody", Flow.Sync, [client.Product()])).Must(404);
        client.Post("/arc/v1/authorization-requests", Flow.Request(client.Person(Flow.Async).Id, Flow.Sync, [client.Product()])).Must(404);
    }

    [Test]
    public void Completing_without_a_wanted_indication_changes_nothing()
    {
        using var client = new Client();

        var (id, completed) = client.Authorize(client.Person(Flow.WithIndication), client.Product());

        completed.Must(200).Text("status").ShouldBe("PENDING_INDICATION");
        completed.List("authorizations").ShouldBeEmpty();
        completed["missing"].ShouldBe("indication");
        client.Post($"/arc/v1/authorization-requests/{id}/indications", """{"file_name":"a.pdf","content_type":"application/pdf","content_base64":"QUJD"}""").Must(201);
        client.Post($"/arc/v1/authorization-requests/{id}/complete").Must(200).Text("status").ShouldBe("COMPLETED");
    }

    [Test]
    public void The_status_of_an_incomplete_completion_can_be_chosen()
    {
        using var client = new Client(new OsiguOptions { PendingIndicationStatus = 409 });

        client.Authorize(client.Person(Flow.WithIndication), client.Product()).Completed.Must(409).Text("status").ShouldBe("PENDING_INDICATION");
    }

    [Test]
    public void An_indication_is_taken_as_multipart_and_as_Base64_and_nothing_else()
    {
        using var client = new Client();
        var address = $"/arc/v1/authorization-requests/{client.Initiate(client.Person(), client.Product()).Must(201).Text("authorization_request_id")}/indications";

        client.Post(address, "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc\r\n--b--\r\n", "multipart/form-data; boundary=b").Must(201)["upload"].ShouldBe("multipart");
        client.Post(address, "--b\r\nContent-Disposition: form-data; name=\"scan\"\r\n\r\nabc\r\n--b--\r\n", "multipart/form-data; boundary=b").Must(422)["looked"]
            .ShouldBe("no part named 'file' in the multipart body");
        client.Post(address, """{"file_name":"a.pdf","content_base64":"%"}""").Must(422)["missing"].ShouldBe("content_type is required; content_base64 is not Base64");
        client.Post(address, "scan").Must(400);
    }

    [Test]
    public void A_completed_request_takes_no_second_completion_and_no_document()
    {
        using var client = new Client();
        var (id, _) = client.Authorize(client.Person(), client.Product());

        client.Post($"/arc/v1/authorization-requests/{id}/complete").Must(409)["looked"].ShouldBe("its status is COMPLETED");
        client.Post($"/arc/v1/authorization-requests/{id}/indications", """{"file_name":"a","content_type":"b","content_base64":"QUJD"}""").Must(409);
    }

    [Test]
    public void Requests_that_nobody_made_are_not_found()
    {
        using var client = new Client();

        client.Get("/arc/v1/authorization-requests/areq_nobody").Must(404);
        client.Post("/arc/v1/authorization-requests/areq_nobody/complete").Must(404);
        client.Post("/arc/v1/authorization-requests/areq_nobody/indications").Must(404);
        client.Post("/arc/v1/authorizations/auth_nobody/void").Must(404);
    }

    [Test]
    public void An_approved_authorization_can_be_voided_once()
    {
        using var client = new Client();
        var (id, completed) = client.Authorize(client.Person(), client.Product());
        var authorizationId = completed.List("authorizations")[0]!["authorization_id"]!.ToString();

        client.Post($"/arc/v1/authorizations/{authorizationId}/void").Must(200).Text("status").ShouldBe("VOIDED");

        client.Post($"/arc/v1/authorizations/{authorizationId}/void").Must(409)["looked"].ShouldBe("its status is Voided");
        client.Get($"/arc/v1/authorization-requests/{id}").Must(200).List("authorizations")[0]!["status"]!.ToString().ShouldBe("VOIDED");
        client.EventTypes.ShouldBe(["authorization.voided"]);
    }

    [Test]
    public void What_was_dispensed_cannot_be_voided()
    {
        using var client = new Client();
        var person = client.Person();
        var authorization = client.Authorize(person, client.Product()).Completed.List("authorizations")[0]!;
        client.Start(authorization["authorization_code"]!.ToString(), person.Id).Must(201);

        client.Post($"/arc/v1/authorizations/{authorization["authorization_id"]}/void").Must(409);
    }

    [Test]
    public void Identifiers_can_be_integers()
    {
        using var client = new Client(new OsiguOptions { Ids = IdStyle.Integers });

        var (_, completed) = client.Authorize(client.Person(), client.Product());

        completed.Must(200).Body["authorization_request_id"]!.GetValueKind().ShouldBe(System.Text.Json.JsonValueKind.Number);
        completed.Body["beneficiary_id"]!.GetValueKind().ShouldBe(System.Text.Json.JsonValueKind.Number);
        client.Post("/dispensing/v1/dispensations", new JsonObject
        {
            ["code"] = completed.List("authorizations")[0]!["authorization_code"]!.DeepClone(),
            ["beneficiary_id"] = completed.Body["beneficiary_id"]!.DeepClone(),
        }).Must(201);
    }

    [Test]
    public void The_generated_schemas_words_can_be_chosen()
    {
        using var client = new Client(new OsiguOptions { ProductTypes = Vocabulary.Schema, AuthorizationStatuses = Vocabulary.Schema });

        var authorization = client.Authorize(client.Person(), client.Product()).Completed.Must(200).List("authorizations")[0]!;

        authorization["product_type"]!.ToString().ShouldBe("DRUG");
        authorization["status"]!.ToString().ShouldBe("READY");
    }
}
