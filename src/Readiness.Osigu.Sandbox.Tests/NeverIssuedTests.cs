using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class NeverIssuedTests
{
    private const string Elsewhere = "01HXELSEWHERE00000000000";

    [Test]
    public void An_identifier_of_another_environment_is_noted_by_its_place_and_never_by_its_value()
    {
        using var client = new Client();

        client.Get($"/arc/v1/authorization-requests/areq_{Elsewhere}").Must(404)["never-issued"].ShouldBe("id in the path");
        client.Post("/dispensing/v1/dispensations", new JsonObject { ["code"] = "AUTH-2026-00000000", ["beneficiary_id"] = $"bnf_{Elsewhere}" })["never-issued"].ShouldBe("beneficiary_id in the body");
        client.Post("/v3/settlements/stl_1/authorizations", new JsonObject { ["authorizations"] = new JsonArray(new JsonObject { ["claim_id"] = $"clm_{Elsewhere}" }) })["never-issued"].ShouldBe("claim_id in the body");
    }

    [Test]
    public void What_was_issued_is_not_noted_also_after_a_reset_or_by_the_harness_itself()
    {
        using var client = new Client();
        var patient = client.Sandbox.Fixtures.MintBeneficiary("S1", "sponsor-sandbox");
        var unknown = JsonNode.Parse(client.Sandbox.Events.ForUnknownRequest("S2").Body.Span)!["data"]!["authorization_request_id"]!.ToString();
        client.Sandbox.ResetData();

        client.Post("/dispensing/v1/dispensations", new JsonObject { ["code"] = "AUTH-2026-00000000", ["beneficiary_id"] = patient.Id })["never-issued"].ShouldBe("");
        client.Get($"/arc/v1/authorization-requests/{unknown}").Must(404)["never-issued"].ShouldBe("");
    }

    [TestCase("""{"beneficiary_id":"4711"}""")]
    [TestCase("""{"beneficiary_id":"undefined"}""")]
    [TestCase("""{"reference":"bnf_01HXELSEWHERE00000000000"}""")]
    [TestCase("""{"document_number":"1000000001"}""")]
    [TestCase("""{"beneficiary_id":"\ud800"}""")]
    [TestCase("""{"beneficiary_id":""")]
    public void What_is_no_identifier_of_the_provider_is_not_noted(string body)
    {
        using var client = new Client();

        client.Post("/dispensing/v1/dispensations", body)["never-issued"].ShouldBe("");
    }

    [Test]
    public void Integers_are_recognised_where_identifiers_are_integers()
    {
        using var client = new Client(new OsiguOptions { Ids = IdStyle.Integers });

        client.Get("/arc/v1/authorization-requests/123456789012345").Must(404)["never-issued"].ShouldBe("id in the path");
        client.Get("/arc/v1/authorization-requests/4711").Must(404)["never-issued"].ShouldBe("");
    }
}
