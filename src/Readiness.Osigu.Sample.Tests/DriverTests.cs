using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>What the driver's place on the web answers.</summary>
internal sealed class DriverTests
{
    [Test]
    public async Task An_unknown_operation_is_unsupported()
    {
        var (status, body) = await PostAsync("patient.teleport", """{"input":{}}""");

        (status, body.GetProperty("outcome").GetString(), body.GetProperty("message").GetString())
            .ShouldBe((200, "unsupported", "This clinic has no operation 'patient.teleport'."));
    }

    [TestCase("not json")]
    [TestCase("[]")]
    public async Task An_unreadable_body_is_a_bad_request(string sent) =>
        (await PostAsync("effects.count", sent)).Status.ShouldBe(400);

    [Test]
    public async Task A_form_with_the_wrong_kind_of_field_fails_with_a_message()
    {
        var (_, body) = await PostAsync("authorization.request", """{"input":{"products":"none"}}""");

        (body.GetProperty("outcome").GetString(), body.GetProperty("message").GetString()!.StartsWith("The form is not filled in correctly", StringComparison.Ordinal))
            .ShouldBe(("failed", true));
    }

    [Test]
    public async Task A_fault_of_the_provider_is_an_outcome_and_not_an_error_of_the_clinic()
    {
        var (status, body) = await PostAsync("settlement.status", """{"input":{"settlement_id":"stl_9"}}""");

        (status, body.GetProperty("outcome").GetString(), body.GetProperty("error").GetProperty("status").GetInt32(), body.GetProperty("error").GetProperty("code").GetString())
            .ShouldBe((200, "failed", 404, "no_route"));
    }

    [Test]
    public void A_missing_setting_is_named() =>
        Should.Throw<SettingsException>(() => ClinicSettings.From(_ => null)).Message
            .ShouldBe("The variable CLINIC_URLS is not set. The clinic cannot start without it.");

    private static async Task<(int Status, JsonElement Body)> PostAsync(string operation, string sent)
    {
        await using var clinic = new TestClinic();
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = clinic.Application.Services };
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(sent));
        http.Response.Body = answer;

        var result = await clinic.Part<DriverEndpoint>().HandleAsync(operation, http.Request, CancellationToken.None);
        await result.ExecuteAsync(http);

        return (http.Response.StatusCode, JsonSerializer.Deserialize<JsonElement>(answer.ToArray()));
    }
}
