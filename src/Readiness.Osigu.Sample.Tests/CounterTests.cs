using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Readiness.Osigu.Sample.Counter;
using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>What the API of the clinic's own screens answers.</summary>
internal sealed class CounterTests
{
    [TestCase("failed", 404, 404)]
    [TestCase("failed", 409, 409)]
    [TestCase("failed", 500, 503)]
    [TestCase("failed", 429, 503)]
    [TestCase("failed", 400, 422)]
    [TestCase("failed", null, 422)]
    [TestCase("unknown", null, 504)]
    [TestCase("unsupported", null, 501)]
    public async Task What_did_not_work_is_a_problem_with_the_status_it_deserves(string word, int? provider, int status)
    {
        var (answered, body) = await Answer(new Outcome { Word = word, Message = "No.", Error = new OutcomeError(provider, "071") });

        (answered, body.GetProperty("status").GetInt32(), body.GetProperty("detail").GetString(), body.GetProperty("upstream").GetProperty("code").GetString())
            .ShouldBe((status, status, "No.", "071"));
    }

    [Test]
    public async Task What_waits_is_accepted()
    {
        var (answered, body) = await Answer(Outcome.Waiting("Later.", new { AuthorizationRequestId = "a1" }));

        (answered, body.GetRawText()).ShouldBe((202, """{"data":{"orderNumber":"a1"},"waitingFor":"Later."}"""));
    }

    [Test]
    public void Screens_and_provider_have_words_of_their_own_and_a_card_keeps_its_own()
    {
        const string Clinic = """{"payer":"p","member":{"payer":"p","card":{"document_number":"1","kind":"x"}},"lines":[{"sku":"m","amount":2}],"prescriptionId":"r"}""";
        const string Provider = """{"sponsor_slug":"p","beneficiary":{"sponsor_slug":"p","fields":{"document_number":"1","kind":"x"}},"products":[{"product_code":"m","quantity":2}],"prescription_id":"r"}""";

        CounterWords.FromClinic(JsonNode.Parse(Clinic))!.ToJsonString().ShouldBe(Provider);
        CounterWords.ToClinic(JsonNode.Parse(Provider))!.ToJsonString().ShouldBe(Clinic);
    }

    private static async Task<(int Status, JsonElement Body)> Answer(Outcome outcome)
    {
        await using var clinic = new TestClinic();
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = clinic.Application.Services };
        http.Response.Body = answer;
        await CounterAnswer.Of(outcome).ExecuteAsync(http);
        return (http.Response.StatusCode, JsonSerializer.Deserialize<JsonElement>(answer.ToArray()));
    }
}
