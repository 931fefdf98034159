using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>That switches about a clinic in production, which knows of its sandbox, mix up what their names say and nothing else.</summary>
internal sealed class SwitchProductionTests
{
    private const string OwnToken = "POST /v1/oauth/token";
    private const string SandboxToken = "POST /sandbox/token";
    private const string OwnPair = "clinic-1:s3cret-of-the-clinic";
    private const string SandboxPair = "clinic-in-the-sandbox:secret-of-the-sandbox";
    private const string SandboxWebhookSecret = "osg_test_secret_of_the_sandbox";

    private DirectoryInfo sandbox = null!;

    [SetUp]
    public void Lay()
    {
        sandbox = Directory.CreateTempSubdirectory("clinic-");
        File.WriteAllText(Path.Combine(sandbox.FullName, "client_id"), "clinic-in-the-sandbox");
        File.WriteAllText(Path.Combine(sandbox.FullName, "client_secret"), "secret-of-the-sandbox");
        File.WriteAllText(Path.Combine(sandbox.FullName, "webhook_secret"), SandboxWebhookSecret);
    }

    [TearDown]
    public void Clear() => sandbox.Delete(recursive: true);

    [TestCase("OneCredentialPairForBoth", OwnToken, SandboxPair)]
    [TestCase("TokenAddressLeftOnTheSandbox", SandboxToken, OwnPair)]
    [TestCase("WebhookSecretsOfBothAccepted", OwnToken, OwnPair)]
    [TestCase("DatabaseSharedWithProduction", OwnToken, OwnPair)]
    public async Task A_token_is_asked_for(string name, string line, string pair)
    {
        await using var clinic = new TestClinic(Provider(), other: Sandbox, switches: name);

        (await clinic.DoAsync("settlement.status", new { settlement_id = "stl_1" })).Word.ShouldBe(Outcome.Succeeded);

        var asked = clinic.Provider.Calls.Single(call => call.Line.EndsWith("token", StringComparison.Ordinal));
        (asked.Line, Encoding.UTF8.GetString(Convert.FromBase64String(asked.Authorization!["Basic ".Length..]))).ShouldBe((line, pair));
    }

    [TestCase("WebhookSecretsOfBothAccepted", true)]
    [TestCase("OneCredentialPairForBoth", false)]
    [TestCase("TokenAddressLeftOnTheSandbox", false)]
    [TestCase("DatabaseSharedWithProduction", false)]
    public async Task What_is_signed_with_the_sandboxs_secret_is_believed(string name, bool believed)
    {
        await using var clinic = new TestClinic(other: Sandbox, switches: name);
        var (header, bytes) = Signing.Sign("{}", SandboxWebhookSecret, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

        clinic.Part<ISignatureCheck>().Accepts(header, bytes).ShouldBe(believed);
    }

    [TestCase("DatabaseSharedWithProduction", true)]
    [TestCase("OneCredentialPairForBoth", false)]
    public async Task The_records_lie_in_the_sandboxs_folder(string name, bool shared)
    {
        await using var clinic = new TestClinic(Provider(), other: Sandbox, switches: name);
        await clinic.DoAsync("effects.count", new { });

        File.Exists(Path.Combine(sandbox.FullName, "clinic.db")).ShouldBe(shared);
    }

    [TestCase("OneCredentialPairForBoth")]
    [TestCase("TokenAddressLeftOnTheSandbox")]
    [TestCase("WebhookSecretsOfBothAccepted")]
    [TestCase("DatabaseSharedWithProduction")]
    public async Task A_clinic_that_knows_of_no_other_environment_stays_as_it_is(string name)
    {
        await using var clinic = new TestClinic(Provider(), switches: name);

        await clinic.DoAsync("settlement.status", new { settlement_id = "stl_1" });

        clinic.Provider.Calls.ShouldContain(call => call.Line == OwnToken);
        File.Exists(Path.Combine(clinic.State, "clinic.db")).ShouldBeTrue();
    }

    [Test]
    public async Task One_process_serves_production_at_an_address_of_its_own()
    {
        var url = $"http://127.0.0.1:{FreePort.Find()}";
        Dictionary<string, string> variables = new()
        {
            ["PRODUCTION_CLINIC_URLS"] = url,
            ["PRODUCTION_OSIGU_API_URL"] = "http://127.0.0.1:9",
            ["PRODUCTION_OSIGU_TOKEN_URL"] = "http://127.0.0.1:9/token",
            ["PRODUCTION_SECRETS_DIR"] = sandbox.FullName,
            ["PRODUCTION_STATE_DIR"] = Path.Combine(sandbox.FullName, "state"),
        };
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        try
        {
            await using var clinic = new TestClinic(Provider(), switches: "OneProcessForBothEnvironments");
            var second = clinic.Application.Services.GetServices<IHostedService>().Single(service => service.GetType().Name == "ClinicInProduction");
            await second.StartAsync(CancellationToken.None);
            using var http = new HttpClient();
            (await http.GetStringAsync(new Uri($"{url}/health"))).ShouldBe("ready");
            await second.StopAsync(CancellationToken.None);
        }
        finally
        {
            foreach (var name in variables.Keys)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }

    private OtherEnvironment Sandbox => new(new Uri("http://provider.test/sandbox/token"), sandbox.FullName, sandbox.FullName);

    private static PretendProvider Provider()
    {
        var provider = new PretendProvider();
        provider.On(SandboxToken, """{"access_token":"token-1","expires_in":3600}""");
        provider.On("GET /v3/settlements/stl_1", """{"settlement_id":"stl_1","status":"OPEN"}""");
        return provider;
    }
}
