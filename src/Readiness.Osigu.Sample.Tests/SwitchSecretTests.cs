using System.Text;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>That switches about a secrets manager read from it what, when and as often as their names say.</summary>
internal sealed class SwitchSecretTests
{
    private const string VaultRead = "GET /v1/secret/data/readiness/clinic";
    private const string VaultLogin = "POST /v1/auth/approle/login";

    [Test]
    public async Task Vault_is_logged_in_to_once_and_read_once_in_five_minutes()
    {
        var time = new HandClock();
        await using var clinic = new TestClinic(Vault(), time, switches: "SecretsFromVault");

        Use(clinic, 10).ShouldBe("from-the-manager");
        time.Advance(TimeSpan.FromMinutes(4));
        Use(clinic, 10);
        Lines(clinic).ShouldBe([VaultLogin, VaultRead]);
        time.Advance(TimeSpan.FromMinutes(2));
        Use(clinic, 10);
        Lines(clinic).ShouldBe([VaultLogin, VaultRead, VaultRead]);
    }

    [Test]
    public async Task A_token_of_vault_that_is_refused_is_replaced()
    {
        var provider = Vault();
        var reads = 0;
        provider.On(VaultRead, _ => ++reads == 1 ? PretendProvider.Answer(403) : PretendProvider.Answer(200, """{"data":{"data":{"client_id":"c","client_secret":"from-the-manager","webhook_secret":"w"}}}"""));
        await using var clinic = new TestClinic(provider, switches: "SecretsFromVault");

        Use(clinic, 1).ShouldBe("from-the-manager");

        Lines(clinic).ShouldBe([VaultLogin, VaultRead, VaultLogin, VaultRead]);
    }

    [Test]
    public async Task Aws_is_asked_with_a_signature_that_is_its_own()
    {
        var provider = new PretendProvider();
        provider.On("POST /", _ => PretendProvider.Answer(200, """{"SecretString":"{\"client_id\":\"c\",\"client_secret\":\"from-the-manager\",\"webhook_secret\":\"w\"}"}"""));
        await using var clinic = new TestClinic(provider, switches: "SecretsFromAwsSecretsManager");

        Use(clinic, 10).ShouldBe("from-the-manager");

        var call = provider.Calls.ShouldHaveSingleItem();
        call.Body.ShouldBe("""{"SecretId":"readiness/clinic"}""");
        call.Authorization.ShouldStartWith("AWS4-HMAC-SHA256 Credential=identity/");
        call.Authorization.ShouldContain("/secret/secretsmanager/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=");
    }

    [TestCase("SecretsFromVault", 2)]
    [TestCase("VaultReadForEveryToken", 3)]
    [TestCase("VaultReadForShow", 2)]
    [TestCase("VaultReadOnceForEver", 1)]
    public async Task A_refused_token_request_has_the_manager_read_so_often(string name, int reads)
    {
        var time = new HandClock();
        var provider = Vault("old", "old", "new");
        var refused = 0;
        provider.On("POST /v1/oauth/token", _ =>
        {
            // The clock stands still otherwise, and two reads within a second are one.
            time.Advance(TimeSpan.FromSeconds(2));
            return ++refused == 1 ? PretendProvider.Answer(401) : PretendProvider.Answer(200, """{"access_token":"token-1","expires_in":3600}""");
        });
        provider.On("GET /v3/settlements/stl_1", """{"settlement_id":"stl_1","status":"OPEN"}""");
        await using var clinic = new TestClinic(provider, time, switches: name);
        Use(clinic, 1);
        time.Advance(TimeSpan.FromSeconds(2));

        await clinic.DoAsync("settlement.status", new { settlement_id = "stl_1" });

        provider.Calls.Count(call => call.Line == VaultRead).ShouldBe(reads);
    }

    [Test]
    public async Task A_signature_that_does_not_match_has_the_manager_read_and_is_looked_at_again()
    {
        var time = new HandClock();
        await using var clinic = new TestClinic(Vault("old", "new"), time, switches: "SecretsFromVault");
        var check = clinic.Part<ISignatureCheck>();
        var (header, body) = Signing.Sign("{}", "new", time.GetUtcNow().ToUnixTimeSeconds());
        Use(clinic, 1).ShouldBe("old");
        time.Advance(TimeSpan.FromSeconds(2));

        check.Accepts(header, body).ShouldBeTrue();
        check.Accepts("t=1,v1=00", Encoding.UTF8.GetBytes("{}")).ShouldBeFalse();
        clinic.Provider.Calls.Count(call => call.Line == VaultRead).ShouldBe(2);
    }

    [Test]
    public async Task Every_use_reads()
    {
        await using var clinic = new TestClinic(Vault(), switches: "VaultReadForEveryUse");

        Use(clinic, 10);

        Lines(clinic).Count(line => line == VaultRead).ShouldBe(10);
    }

    [Test]
    public async Task What_is_read_for_show_is_not_used()
    {
        await using var clinic = new TestClinic(Vault(), switches: "VaultReadForShow");

        clinic.Part<ISecrets>().ClientId.ShouldBe("from-the-manager");
        Use(clinic, 1).ShouldBe("s3cret-of-the-clinic");
        Lines(clinic).ShouldBe([VaultLogin, VaultRead]);
    }

    [Test]
    public async Task What_was_read_once_serves_for_ever()
    {
        var time = new HandClock();
        await using var clinic = new TestClinic(Vault("old", "new"), time, switches: "VaultReadOnceForEver");

        Use(clinic, 1);
        time.Advance(TimeSpan.FromDays(30));

        Use(clinic, 1).ShouldBe("old");
    }

    private static string Use(TestClinic clinic, int times)
    {
        var secrets = clinic.Part<ISecrets>();
        var used = "";
        for (var time = 0; time < times; time++)
        {
            used = secrets.ClientSecret;
        }

        return used;
    }

    private static IEnumerable<string> Lines(TestClinic clinic) => clinic.Provider.Calls.Select(call => call.Line);

    private static PretendProvider Vault(params string[] versions)
    {
        var provider = new PretendProvider();
        provider.On(VaultLogin, """{"auth":{"client_token":"hvs.x","lease_duration":3600}}""");
        provider.On(VaultRead, [.. (versions.Length == 0 ? ["from-the-manager"] : versions).Select(value => $$$"""{"data": {"data": {"client_id":"{{{value}}}","client_secret":"{{{value}}}","webhook_secret":"{{{value}}}"} } }""")]);
        return provider;
    }
}
