using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>The way of a person through the clinic, from search to dispensation.</summary>
internal sealed class CareFlowTests
{
    private static readonly object Person = new { sponsor_slug = "acme", fields = new { member_id = "M-1", document_number = "77" } };

    private static readonly object Order = new
    {
        beneficiary = Person,
        sponsor_slug = "acme",
        diagnosis_code = "R51",
        products = new[] { new { product_code = "MED-1", product_type = "MEDICATION", quantity = 2, posology = "daily" } },
    };

    [Test]
    public async Task A_request_goes_from_the_form_to_the_decision_in_the_documented_order()
    {
        await using var clinic = new TestClinic(Sponsor());

        var outcome = await clinic.DoAsync("authorization.request", Order);

        outcome.Word.ShouldBe(Outcome.Succeeded);
        clinic.Provider.Asked.ShouldBe([
            "GET /v1/sponsors/acme/forms",
            "POST /v1/sponsors/acme/search",
            "GET /arc/v1/sponsors/acme/configuration?product_type=MEDICATION",
            "POST /arc/v1/authorization-requests",
            "POST /arc/v1/authorization-requests/areq_1/complete",
        ]);
        clinic.Provider.Calls.Single(call => call.Line.EndsWith("/search", StringComparison.Ordinal)).Body.ShouldBe("""{"member_id":"M-1"}""");
    }

    [Test]
    public async Task Every_approved_authorization_is_dispensed_by_its_code_and_a_rejected_one_is_not()
    {
        await using var clinic = new TestClinic(Sponsor());
        await clinic.DoAsync("authorization.request", Order);

        var outcome = await clinic.DoAsync("dispensation.dispense", new { authorization_request_id = "areq_1" });

        outcome.Word.ShouldBe(Outcome.Succeeded);
        clinic.Provider.Calls.Where(call => call.Line == "POST /dispensing/v1/dispensations").Select(call => call.Body)
            .ShouldBe(["""{"code":"AUTH-1","beneficiary_id":"bnf_1"}""", """{"code":"AUTH-2","beneficiary_id":"bnf_1"}"""]);
        outcome.Result!["products"]!.ToJsonString().ShouldBe("""[{"product_code":"MED-1","quantity":2},{"product_code":"MED-1","quantity":2}]""");
    }

    [Test]
    public async Task An_inactive_coverage_ends_before_anything_is_requested()
    {
        var provider = Sponsor();
        provider.On("POST /v1/sponsors/acme/search", """{"beneficiary_id":"bnf_1","coverage":{"active":false,"effective_until":"2099-01-01"}}""");
        await using var clinic = new TestClinic(provider);

        var outcome = await clinic.DoAsync("authorization.request", Order);

        (outcome.Word, outcome.Error!.Status).ShouldBe((Outcome.Failed, 200));
        outcome.Message.ShouldBe("The person was found, but the coverage is not active. Nothing was requested.");
        provider.Asked.ShouldBe(["GET /v1/sponsors/acme/forms", "POST /v1/sponsors/acme/search"]);
    }

    [Test]
    public async Task A_person_who_is_not_found_is_searched_once()
    {
        var provider = Sponsor();
        provider.On("POST /v1/sponsors/acme/search", _ => PretendProvider.Answer(404, "<html>nobody</html>"));
        await using var clinic = new TestClinic(provider);

        var outcome = await clinic.DoAsync("beneficiary.search", Person);

        (outcome.Word, outcome.Error!.Status).ShouldBe((Outcome.Failed, 404));
        outcome.Message.ShouldBe("Not found: the provider does not know this person or number. Check what was entered.");
        provider.Asked.Count.ShouldBe(2);
    }

    [Test]
    public async Task A_missing_document_leaves_the_request_open_and_the_document_continues_it()
    {
        var provider = Sponsor();
        provider.On(
            "POST /arc/v1/authorization-requests/areq_1/complete",
            """{"authorization_request_id":"areq_1","status":"PENDING_INDICATION","authorizations":[]}""",
            """{"authorization_request_id":"areq_1","status":"COMPLETED","authorizations":[{"authorization_id":"auth_1","authorization_code":"AUTH-1","status":"APPROVED"}]}""");
        provider.On("GET /arc/v1/authorization-requests/areq_1", """{"authorization_request_id":"areq_1","status":"PENDING_INDICATION","authorizations":[]}""");
        provider.On("POST /arc/v1/authorization-requests/areq_1/indications", """{"indication_id":"ind_1"}""");
        await using var clinic = new TestClinic(provider);

        var first = await clinic.DoAsync("authorization.request", Order);
        var second = await clinic.DoAsync("authorization.request", new
        {
            beneficiary = Person,
            diagnosis_code = "R51",
            products = new[] { new { product_code = "MED-1", product_type = "MEDICATION", quantity = 2, posology = "daily" } },
            indication = "Headache for two weeks",
        });

        first.Word.ShouldBe(Outcome.Pending);
        first.Message.ShouldBe("A document is missing: the sponsor wants the medical indication. Attach it and send again.");
        second.Word.ShouldBe(Outcome.Succeeded);
        provider.Asked.Count(line => line == "POST /arc/v1/authorization-requests").ShouldBe(1);
        provider.Asked.Skip(provider.Asked.Count - 2).ShouldBe([
            "POST /arc/v1/authorization-requests/areq_1/indications",
            "POST /arc/v1/authorization-requests/areq_1/complete",
        ]);
    }

    [Test]
    public async Task A_used_code_is_told_as_used_and_asked_once()
    {
        var provider = Sponsor();
        provider.On("POST /dispensing/v1/dispensations", _ => PretendProvider.Answer(409, """{"error_code":"071-409","message":"used"}"""));
        await using var clinic = new TestClinic(provider);

        var outcome = await clinic.DoAsync("dispensation.dispense", new { code = "AUTH-9", beneficiary_id = "bnf_1" });

        (outcome.Word, outcome.Error!.Status, outcome.Error.Code).ShouldBe((Outcome.Failed, 409, "071-409"));
        outcome.Message.ShouldBe("Already used: this was dispensed or completed before. Do not hand out anything.");
        provider.Asked.ShouldBe(["POST /dispensing/v1/dispensations"]);
    }

    [Test]
    public async Task A_product_that_is_not_registered_ends_the_order_and_is_not_registered_on_the_way()
    {
        var provider = Sponsor();
        provider.On("POST /arc/v1/authorization-requests", _ => PretendProvider.Answer(422, """{"error_code":"071-104","message":"product not registered"}"""));
        await using var clinic = new TestClinic(provider);

        var outcome = await clinic.DoAsync("authorization.request", Order);

        (outcome.Word, outcome.Error!.Status, outcome.Error.Code).ShouldBe((Outcome.Failed, 422, "071-104"));
        outcome.Message.ShouldBe("The product is not registered for this clinic. Nothing was ordered; have it registered, or choose another.");
        provider.Asked.Count(line => line.StartsWith("POST /arc", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Test]
    public async Task A_remembered_id_that_the_provider_forgot_is_searched_again()
    {
        var provider = Sponsor();
        await using var clinic = new TestClinic(provider);
        await clinic.DoAsync("beneficiary.search", Person);
        provider.On("POST /v1/sponsors/acme/search", """{"beneficiary_id":"bnf_2","coverage":{"active":true}}""");
        provider.On("POST /dispensing/v1/dispensations", call => call.Body.Contains("bnf_2", StringComparison.Ordinal)
            ? PretendProvider.Answer(201, """{"dispensation_id":"dsp_1","status":"STARTED","products":[]}""")
            : PretendProvider.Answer(404));

        var outcome = await clinic.DoAsync("dispensation.dispense", new { code = "AUTH-9", beneficiary = Person });

        outcome.Word.ShouldBe(Outcome.Succeeded);
    }

    [Test]
    public async Task A_prescription_is_dispensed_by_its_code()
    {
        var provider = Sponsor();
        provider.On("GET /ehr/v1/patients?document_number=77", """{"content":[],"page":{"number":0,"total_pages":0}}""");
        provider.On("POST /ehr/v1/patients", """{"patient_id":"pat_1","document_number":"77"}""");
        provider.On("POST /ehr/v1/prescriptions", """{"prescription_id":"rx_1","prescription_code":"RX-1"}""");
        await using var clinic = new TestClinic(provider);

        await clinic.DoAsync("prescription.issue", new
        {
            patient = new { first_name = "A", last_name = "B", document_type = "CC", document_number = "77" },
            diagnosis_code = "R51",
            medications = new[] { new { product_code = "MED-1", quantity = 1 } },
        });
        await clinic.DoAsync("dispensation.dispense", new { prescription_id = "rx_1", beneficiary_id = "bnf_1" });

        provider.Calls.Single(call => call.Line == "POST /dispensing/v1/dispensations").Body.ShouldBe("""{"code":"RX-1","beneficiary_id":"bnf_1"}""");
    }

    [Test]
    public async Task A_settlement_takes_every_page_and_only_this_sponsor()
    {
        var provider = new PretendProvider();
        provider.On("POST /v3/settlements", """{"settlement_id":"stl_1","status":"OPEN","sponsor_slug":"acme"}""");
        provider.On("GET /v3/settlements/stl_1/pending-authorizations?page=0&size=15", """{"content":[{"claim_id":"clm_1"},{"claim_id":"clm_2","sponsor_slug":"other"}],"page":{"number":0,"total_pages":2}}""");
        provider.On("GET /v3/settlements/stl_1/pending-authorizations?page=1&size=15", """{"content":[{"authorization_id":"auth_3"}],"page":{"number":1,"total_pages":2}}""");
        provider.On("POST /v3/settlements/stl_1/authorizations", """{"settlement_id":"stl_1","attached":2}""");
        provider.On("POST /v3/settlements/stl_1/dispatch", """{"settlement_id":"stl_1","status":"SUBMITTED"}""");
        await using var clinic = new TestClinic(provider);

        var result = await clinic.ResultAsync("settlement.dispatch", new { sponsor_slug = "acme", period = "2026-05" });

        result.ToJsonString().ShouldBe("""{"settlement_id":"stl_1","status":"SUBMITTED"}""");
        provider.Calls.Single(call => call.Line == "POST /v3/settlements/stl_1/authorizations").Body
            .ShouldBe("""{"authorizations":[{"claim_id":"clm_1"},{"authorization_id":"auth_3"}]}""");
    }

    /// <summary>Two approved authorizations and a rejected one, for whoever asks by member number.</summary>
    private static PretendProvider Sponsor()
    {
        var provider = new PretendProvider();
        provider.On("GET /v1/sponsors/acme/forms", """
            {"forms":[{"form_id":"by-policy","fields":[{"key":"policy_number","required":true}]},
                      {"form_id":"by-member","fields":[{"key":"member_id","required":true}]}]}
            """);
        provider.On("POST /v1/sponsors/acme/search", """{"beneficiary_id":"bnf_1","coverage":{"active":true}}""");
        provider.On("GET /arc/v1/sponsors/acme/configuration?product_type=MEDICATION", """{"sponsor_slug":"acme","mandatory_fields":[],"indication_required":false}""");
        provider.On("POST /arc/v1/authorization-requests", """{"authorization_request_id":"areq_1","status":"PENDING_INDICATION"}""");
        provider.On("POST /arc/v1/authorization-requests/areq_1/complete", """
            {"authorization_request_id":"areq_1","status":"COMPLETED","authorizations":[
              {"authorization_id":"auth_1","authorization_code":"AUTH-1","status":"APPROVED","product_type":"MEDICATION"},
              {"authorization_id":"auth_2","authorization_code":"AUTH-2","status":"APPROVED","product_type":"LAB"},
              {"authorization_id":"auth_3","authorization_code":"AUTH-3","status":"REJECTED","rejection_reason":"No está cubierto"}]}
            """);
        provider.On("POST /dispensing/v1/dispensations", _ => PretendProvider.Answer(201, """{"dispensation_id":"dsp_1","status":"STARTED","verification_required":null,"products":[{"product_code":"MED-1","quantity":2,"unit_price":1.25}]}"""));
        provider.On("POST /dispensing/v1/dispensations/*/complete", """{"dispensation_id":"dsp_1","status":"COMPLETED","claim_id":"clm_1"}""");
        return provider;
    }
}
