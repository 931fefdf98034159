namespace Readiness.Osigu.Sandbox.Tests;

public sealed class AddressTests
{
    [Test]
    public void An_unknown_address_is_not_found()
    {
        using var client = new Client();

        client.Get("/arc/v2/anything").Must(404)["looked"].ShouldBe("the provider has no such address");
        client.Get("/v1/sponsors/").Must(404);
    }

    [Test]
    public void A_known_address_says_which_methods_it_has()
    {
        using var client = new Client();

        var answer = client.Delete("/ehr/v1/patients?document_number=1").Must(405);

        answer.Raw.Headers.Single(header => header.Name == "Allow").Value.ShouldBe("GET, POST");
    }

    [TestCase("{", "the body is not JSON")]
    [TestCase("[]", "the body is JSON, but no object")]
    public void Malformed_JSON_is_a_bad_request(string body, string looked)
    {
        using var client = new Client();

        var answer = client.Post("/arc/v1/authorization-requests", body).Must(400);

        answer.ErrorCode.ShouldBe("071-400");
        answer["looked"].ShouldBe(looked);
    }

    [Test]
    public void A_body_that_is_not_UTF8_is_a_bad_request()
    {
        using var client = new Client();
        var token = client.Token().Text("access_token");

        client.Send("POST", "/v3/settlements", [0x7b, 0xff, 0x7d], [new("Authorization", $"Bearer {token}")]).Must(400)["looked"].ShouldBe("the body is not UTF-8");
    }

    [Test]
    public void A_lone_surrogate_is_no_text()
    {
        using var client = new Client();

        client.Post("/v3/settlements", """{"sponsor_slug":"\ud800","period":"2026-07"}""").Must(422)["missing"].ShouldBe("sponsor_slug is required");
    }

    [Test]
    public void The_content_type_does_not_matter_and_unknown_fields_are_tolerated()
    {
        using var client = new Client();

        client.Post("/v3/settlements", """{"sponsor_slug":"sponsor-sandbox-do","period":"2026-07","more":{"and":1}}""", "text/plain").Must(201);
    }

    [TestCase(ErrorShape.ErrorCode, """{"error_code":"071-422","message":"the request is not valid","additional_information":{"fields":[{"field":"code","problem":"is required"}]}}""")]
    [TestCase(ErrorShape.Code, """{"code":"071-422","message":"the request is not valid","errors":{"code":["is required"]}}""")]
    [TestCase(ErrorShape.Monitor, """{"error":"the request is not valid","error_code":"071-422","error_details":[{"path":"code","message":"is required"}]}""")]
    public void The_shape_of_errors_can_be_chosen(ErrorShape shape, string body)
    {
        using var client = new Client(new OsiguOptions { Errors = shape });

        client.Post("/dispensing/v1/dispensations", "{}").Must(422).Body.ToJsonString().ShouldBe(body);
    }

    [Test]
    public void Annotations_hold_nothing_that_the_client_sent()
    {
        using var client = new Client();

        var answers = new[]
        {
            client.Get("/v3/settlements/Dolores"),
            client.Post("/v1/sponsors/Dolores/search", """{"document_number":"Dolores"}"""),
            client.Post("/v1/sponsors/sponsor-sandbox/search", """{"document_type":"Dolores","document_number":"1"}"""),
            client.Post("/dispensing/v1/dispensations", """{"code":"Dolores","beneficiary_id":"Dolores"}"""),
        };

        answers.SelectMany(answer => answer.Raw.Annotations.Values).ShouldAllBe(value => !value.Contains("Dolores", StringComparison.Ordinal));
    }
}
