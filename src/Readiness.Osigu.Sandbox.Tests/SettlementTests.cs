using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class SettlementTests
{
    private const string Doctor = """{"doctor_medical_license_number":"RM-77","doctor_country_code":"DO","doctor_specialty_name":"GP","doctor_name":"N"}""";

    [Test]
    public void A_claim_is_created_open_and_completed_once()
    {
        using var client = new Client();
        var id = Claim(client, client.Person(Flow.Dominican));

        client.Get($"/arc/v1/outpatient-care-claim/{id}").Must(200).Text("status").ShouldBe("OPEN");
        client.Post($"/arc/v1/outpatient-care-claim/{id}/complete", "{}").Must(422)["missing"].ShouldBe(
            "doctor_medical_license_number is required; doctor_country_code is required; doctor_specialty_name is required; doctor_name is required");
        client.Post($"/arc/v1/outpatient-care-claim/{id}/complete", Doctor).Must(200).Text("status").ShouldBe("COMPLETED");
        client.Post($"/arc/v1/outpatient-care-claim/{id}/complete", Doctor).Must(409);
        client.Post($"/arc/v1/outpatient-care-claim/{id}/void").Must(409)["looked"].ShouldBe("its status is Completed");
    }

    [Test]
    public void An_open_claim_can_be_voided_once()
    {
        using var client = new Client();
        var id = Claim(client, client.Person(Flow.Dominican));

        client.Post($"/arc/v1/outpatient-care-claim/{id}/void").Must(200).Text("status").ShouldBe("VOIDED");
        client.Post($"/arc/v1/outpatient-care-claim/{id}/void").Must(409);
        client.Post($"/arc/v1/outpatient-care-claim/{id}/complete", Doctor).Must(409);
        client.Get("/arc/v1/outpatient-care-claim/clm_nobody").Must(404);
    }

    [Test]
    public void A_claim_needs_a_beneficiary_of_its_sponsor_and_registered_products()
    {
        using var client = new Client();

        client.Post("/arc/v1/outpatient-care-claim", ClaimBody("bnf_nobody", Flow.Dominican, client.Product())).Must(404);
        client.Post("/arc/v1/outpatient-care-claim", ClaimBody(client.Person().Id, Flow.Dominican, client.Product())).Must(404);
        client.Post("/arc/v1/outpatient-care-claim", ClaimBody(client.Person(Flow.Dominican).Id, Flow.Dominican, client.Product(rule: ProductRule.LeaveUnregistered))).Must(422)
            .ErrorCode.ShouldBe("071-104");
        client.Post("/arc/v1/outpatient-care-claim", "{}").Must(422)["missing"]
            .ShouldBe("beneficiary_id is required; sponsor_slug is required; diagnosis_code is required; line_items must be a list with at least one entry");
    }

    [Test]
    public void A_claim_may_name_an_authorization_of_its_beneficiary()
    {
        using var client = new Client();
        var person = client.Person(Flow.Dominican);
        client.Authorize(person, client.Product()).Completed.Must(200);
        var authorization = client.Sandbox.Decisions.Requests("S1").Single().Authorizations.Single().Id;
        var body = ClaimBody(person.Id, Flow.Dominican, client.Product());

        body["authorization_id"] = authorization;
        var id = client.Post("/arc/v1/outpatient-care-claim", body.DeepClone()).Must(201).Text("claim_id");
        client.Get($"/arc/v1/outpatient-care-claim/{id}").Must(200).Text("authorization_id").ShouldBe(authorization);
        body["authorization_id"] = "auth_nobody";
        client.Post("/arc/v1/outpatient-care-claim", body).Must(422)["missing"].ShouldBe("authorization_id is no authorization of the beneficiary");
    }

    [Test]
    public void A_batch_is_filled_from_every_page_and_dispatched()
    {
        using var client = new Client();
        var sponsor = client.Sandbox.Fixtures.MintSponsor("S1", Flow.Dominican);
        client.Sandbox.Fixtures.MintCompletedClaims("S1", sponsor, 17);
        client.Sandbox.Fixtures.MintCompletedClaims("S2", Flow.Dominican, 3);
        var batch = Batch(client, sponsor);

        var first = client.Get($"/v3/settlements/{batch}/pending-authorizations").Must(200);
        first.Body["page"]!.ToJsonString().ShouldBe("""{"size":15,"total_elements":17,"total_pages":2,"number":0}""");
        first.List("links").Select(link => link!["rel"]!.ToString()).ShouldBe(["self", "next"]);
        first.List("content").Count.ShouldBe(15);
        first.List("content")[0]!["total_amount"]!.ToJsonString().ShouldBe("12.50");
        var second = client.Get($"/v3/settlements/{batch}/pending-authorizations?page=1&size=15").Must(200).List("content");
        second.Count.ShouldBe(2);

        var claims = new JsonArray([.. first.List("content").Concat(second).Select(entry => (JsonNode)new JsonObject { ["claim_id"] = entry!["claim_id"]!.DeepClone() })]);
        client.Post($"/v3/settlements/{batch}/authorizations", new JsonObject { ["authorizations"] = claims }).Must(200).Text("attached").ShouldBe("17");
        client.Get($"/v3/settlements/{batch}/pending-authorizations").Must(200).List("content").ShouldBeEmpty();
        client.Post($"/v3/settlements/{batch}/documents", "scan", "application/pdf").Must(201);
        client.Post($"/v3/settlements/{batch}/dispatch").Must(200).Text("status").ShouldBe("SUBMITTED");
        client.Get($"/v3/settlements/{batch}").Must(200).Text("status").ShouldBe("SUBMITTED");
        client.Minted.Find(batch)!.Stimulus.ShouldBe("S1");
    }

    [Test]
    public void Only_completed_claims_of_the_sponsor_that_are_in_no_other_batch_can_be_attached()
    {
        using var client = new Client();
        var other = client.Sandbox.Fixtures.MintSponsor("S1", Flow.Dominican);
        var open = Claim(client, client.Person(Flow.Dominican));
        var foreign = client.Sandbox.Fixtures.MintCompletedClaims("S1", other, 1)[0].Id;
        var attached = client.Sandbox.Fixtures.MintCompletedClaims("S1", Flow.Dominican, 1)[0].Id;
        client.Post($"/v3/settlements/{Batch(client)}/authorizations", $$"""{"authorizations":["{{attached}}"]}""").Must(200);

        var answer = client.Post($"/v3/settlements/{Batch(client)}/authorizations", $$"""{"authorizations":["{{open}}",{"claim_id":"{{foreign}}"},{"claim_id":"{{attached}}"},"x"]}""");

        answer.Must(422)["missing"].ShouldBe(
            "authorizations[0] is not completed; authorizations[1] belongs to another sponsor; authorizations[2] is in another settlement; authorizations[3] is no claim");
    }

    [Test]
    public void A_claim_made_by_dispensing_can_be_attached_by_its_authorization()
    {
        using var client = new Client();
        var person = client.Person(Flow.Dominican);
        client.Finish(client.Start(client.ApprovedCode(person), person.Id).Must(201).Text("dispensation_id")).Must(200);
        var batch = Batch(client);
        var pending = client.Get($"/v3/settlements/{batch}/pending-authorizations").Must(200).List("content").Single()!;

        client.Post($"/v3/settlements/{batch}/authorizations", $$"""{"authorizations":[{"authorization_id":"{{pending["authorization_id"]}}"}]}""").Must(200).Text("attached").ShouldBe("1");
    }

    [Test]
    public void A_batch_that_is_empty_or_not_open_is_not_dispatched()
    {
        using var client = new Client();
        var batch = Batch(client);

        client.Post($"/v3/settlements/{batch}/dispatch").Must(422)["looked"].ShouldBe("no claim was attached");
        var claim = client.Sandbox.Fixtures.MintCompletedClaims("S1", Flow.Dominican, 1)[0].Id;
        client.Post($"/v3/settlements/{batch}/authorizations", $$"""{"authorizations":["{{claim}}"]}""").Must(200);
        client.Post($"/v3/settlements/{batch}/dispatch").Must(200);
        client.Post($"/v3/settlements/{batch}/dispatch").Must(409)["looked"].ShouldBe("its status is SUBMITTED");
        client.Post($"/v3/settlements/{batch}/authorizations", """{"authorizations":["x"]}""").Must(409);
        client.Post($"/v3/settlements/{batch}/documents", "scan").Must(409);
        client.Post("/v3/settlements/stl_nobody/dispatch").Must(404);
    }

    [Test]
    public void A_batch_needs_a_sponsor_that_settles_in_batches_and_a_month()
    {
        using var client = new Client();

        client.Post("/v3/settlements", """{"sponsor_slug":"sponsor-sandbox","period":"2026-07"}""").Must(422)["missing"].ShouldBe("sponsor_slug does not settle in batches");
        client.Post("/v3/settlements", """{"sponsor_slug":"sponsor-sandbox-do","period":"July"}""").Must(422)["missing"].ShouldBe("period must be YYYY-MM");
        client.Post("/v3/settlements", """{"sponsor_slug":"nobody","period":"2026-07"}""").Must(404);
    }

    [TestCase(SettlementOutcome.Paid, "settlement.paid", "ACCEPTED")]
    [TestCase(SettlementOutcome.Rejected, "settlement.rejected", "REJECTED")]
    [TestCase(SettlementOutcome.PartiallyAccepted, "settlement.partially_accepted", "PARTIALLY_ACCEPTED")]
    public void A_dispatched_batch_is_decided_when_it_is_asked_for(SettlementOutcome outcome, string type, string status)
    {
        using var client = new Client();
        var sponsor = client.Sandbox.Fixtures.MintSponsor("S1", Flow.Dominican);
        var batch = Dispatched(client, sponsor);

        var happened = client.Sandbox.Settlements.Decide(client.Sandbox.Ledger.Settlements("S1").Single(), outcome);

        happened.EventType.ShouldBe(type);
        JsonNode.Parse(happened.Body.Span)!["data"]!.ToJsonString().ShouldBe($$"""{"settlement_id":"{{batch}}","sponsor_slug":"{{sponsor}}","status":"{{status}}"}""");
        client.Get($"/v3/settlements/{batch}").Must(200).Text("status").ShouldBe(status);
        Should.Throw<InvalidOperationException>(() => client.Sandbox.Settlements.Decide(client.Sandbox.Ledger.Settlements("S1").Single(), outcome));
    }

    [Test]
    public void A_delay_lets_the_sponsor_pay_by_itself()
    {
        using var client = new Client(new OsiguOptions { SettlementDelay = TimeSpan.FromMinutes(5) });
        Dispatched(client, client.Sandbox.Fixtures.MintSponsor("S1", Flow.Dominican));

        client.Clock.Advance(TimeSpan.FromMinutes(5));

        client.EventTypes.ShouldBe(["settlement.paid"]);
    }

    private static string Dispatched(Client client, string sponsor)
    {
        var batch = Batch(client, sponsor);
        var claim = client.Sandbox.Fixtures.MintCompletedClaims("S1", sponsor, 1)[0].Id;
        client.Post($"/v3/settlements/{batch}/authorizations", $$"""{"authorizations":["{{claim}}"]}""").Must(200);
        client.Post($"/v3/settlements/{batch}/dispatch").Must(200);
        return batch;
    }

    private static string Batch(Client client, string sponsor = Flow.Dominican) =>
        client.Post("/v3/settlements", $$"""{"sponsor_slug":"{{sponsor}}","period":"2026-07"}""").Must(201).Text("settlement_id");

    private static string Claim(Client client, Beneficiary person) =>
        client.Post("/arc/v1/outpatient-care-claim", ClaimBody(person.Id, person.SponsorSlug, client.Product())).Must(201).Text("claim_id");

    private static JsonObject ClaimBody(string beneficiaryId, string sponsor, Product product) => new()
    {
        ["beneficiary_id"] = beneficiaryId,
        ["sponsor_slug"] = sponsor,
        ["diagnosis_code"] = "R51",
        ["line_items"] = Flow.Lines([product]),
    };
}
