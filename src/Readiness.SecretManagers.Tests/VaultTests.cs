using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Readiness.SecretManagers.Tests;

internal sealed class VaultTests
{
    [Test]
    public async Task The_current_version_is_read_with_the_token_of_the_run()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);

        var (status, answer) = await Get(stand, "/v1/secret/data/readiness/toy", stand["vault.token"]);

        status.ShouldBe(200);
        answer["data"]!["data"]!["client_secret"]!.GetValue<string>().ShouldBe(Stand.FirstSecret);
        answer["data"]!["data"]!["client_id"]!.GetValue<string>().ShouldBe("toy");
        answer["data"]!["metadata"]!["version"]!.GetValue<int>().ShouldBe(1);
        answer["data"]!["metadata"]!["destroyed"]!.GetValue<bool>().ShouldBeFalse();
        answer["data"]!["metadata"]!["deletion_time"]!.GetValue<string>().ShouldBe("");
        answer["lease_id"]!.GetValue<string>().ShouldBe("");
        answer["lease_duration"]!.GetValue<int>().ShouldBe(0);
        answer["renewable"]!.GetValue<bool>().ShouldBeFalse();
        answer["mount_type"]!.GetValue<string>().ShouldBe("kv");
        answer.Select(field => field.Key).ShouldBe(["request_id", "lease_id", "renewable", "lease_duration", "data", "wrap_info", "warnings", "auth", "mount_type"]);
    }

    [Test]
    public async Task A_token_may_stand_in_the_bearer_header()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/secret/data/readiness/toy");
        request.Headers.Add("Authorization", $"Bearer {stand["vault.token"]}");

        using var answer = await stand.Client.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(200);
    }

    [TestCase("", 2, Stand.SecondSecret)]
    [TestCase("?version=0", 2, Stand.SecondSecret)]
    [TestCase("?version=1", 1, Stand.FirstSecret)]
    [TestCase("?version=2", 2, Stand.SecondSecret)]
    public async Task An_older_version_is_read_by_its_number(string query, int version, string secret)
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);
        stand.Write(Stand.SecondSecret);

        var (_, answer) = await Get(stand, $"/v1/secret/data/readiness/toy{query}", stand["vault.token"]);

        answer["data"]!["metadata"]!["version"]!.GetValue<int>().ShouldBe(version);
        answer["data"]!["data"]!["client_secret"]!.GetValue<string>().ShouldBe(secret);
        stand.Exchanges[0].Annotation("secret.version").ShouldBe($"{version}");
    }

    [TestCase("/v1/secret/data/readiness/toy?version=7", 404, "{\"errors\":[]}")]
    [TestCase("/v1/secret/data/readiness/other", 404, "{\"errors\":[]}")]
    [TestCase("/v1/kv/data/readiness/toy", 403, "{\"errors\":[\"1 error occurred:\\n\\t* permission denied\\n\\n\"]}")]
    [TestCase("/ui/", 404, "{\"errors\":[]}")]
    public async Task What_is_not_there_is_refused_in_the_words_of_vault(string address, int status, string body)
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);

        var (seen, answer) = await Get(stand, address, stand["vault.token"]);

        seen.ShouldBe(status);
        answer.ToJsonString().ShouldBe(body);
    }

    [TestCase(null, "no X-Vault-Token header")]
    [TestCase("hvs.invented", "an unknown or expired token in the X-Vault-Token header")]
    public async Task Without_a_good_token_nothing_is_told(string? token, string looked)
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);

        var (status, answer) = await Get(stand, "/v1/secret/data/readiness/toy", token);

        status.ShouldBe(403);
        answer.ToJsonString().ShouldBe("{\"errors\":[\"permission denied\"]}");
        stand.Exchanges[0].Annotation("looked").ShouldBe(looked);
        stand.Exchanges[0].Annotation("secret.version").ShouldBeNull();
    }

    [Test]
    public async Task Nothing_can_be_written()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/secret/data/readiness/toy") { Content = JsonContent.Create(new { data = new { client_secret = "x" } }) };
        request.Headers.Add("X-Vault-Token", stand["vault.token"]);

        using var answer = await stand.Client.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(403);
        stand.Manager.Secret.Versions.Count.ShouldBe(1);
    }

    [Test]
    public async Task The_metadata_lists_the_versions_and_no_value()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);
        stand.Write(Stand.SecondSecret);

        var (_, answer) = await Get(stand, "/v1/secret/metadata/readiness/toy", stand["vault.token"]);

        answer["data"]!["current_version"]!.GetValue<int>().ShouldBe(2);
        answer["data"]!["versions"]!.AsObject().Select(version => version.Key).ShouldBe(["1", "2"]);
        answer.ToJsonString().ShouldNotContain("client-secret");
    }

    [Test]
    public async Task A_login_by_app_role_mints_a_token_with_a_lease_that_reads_and_is_renewed()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);

        var (status, login) = await Login(stand, stand["vault.roleId"], stand["vault.secretId"]);
        var token = login["auth"]!["client_token"]!.GetValue<string>();

        status.ShouldBe(200);
        token.ShouldStartWith("hvs.");
        login["auth"]!["lease_duration"]!.GetValue<int>().ShouldBe(3600);
        login["auth"]!["renewable"]!.GetValue<bool>().ShouldBeTrue();
        login["auth"]!["token_type"]!.GetValue<string>().ShouldBe("service");
        login["data"].ShouldBeNull();
        (await Get(stand, "/v1/secret/data/readiness/toy", token)).Status.ShouldBe(200);
        var (_, self) = await Get(stand, "/v1/auth/token/lookup-self", token);
        self["data"]!["display_name"]!.GetValue<string>().ShouldBe("approle");
        self["data"]!["ttl"]!.GetValue<int>().ShouldBeInRange(3500, 3600);
        using var renewing = new HttpRequestMessage(HttpMethod.Post, "/v1/auth/token/renew-self");
        renewing.Headers.Add("X-Vault-Token", token);
        using var renewed = await stand.Client.SendAsync(renewing);
        ((int)renewed.StatusCode).ShouldBe(200);
        stand.Exchanges.Select(exchange => exchange.Request.Operation).ShouldBe(["vault-login", "vault-read", "vault-lookup-self", "vault-renew-self"]);
        stand.Exchanges[1].RequestHeader("X-Vault-Token").ShouldStartWith("[");
    }

    [Test]
    public async Task A_token_whose_lease_is_over_reads_no_more()
    {
        var clock = new SetClock();
        await using var stand = await Stand.Open(SecretManagerKind.Vault, clock);
        var (_, login) = await Login(stand, stand["vault.roleId"], stand["vault.secretId"]);

        clock.Advance(TimeSpan.FromMinutes(61));

        (await Get(stand, "/v1/secret/data/readiness/toy", login["auth"]!["client_token"]!.GetValue<string>())).Status.ShouldBe(403);
    }

    [TestCase("invented", null, "invalid role or secret ID")]
    [TestCase(null, "invented", "invalid role or secret ID")]
    [TestCase("", null, "missing role_id")]
    public async Task A_login_with_other_ids_is_refused(string? role, string? secret, string error)
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);

        var (status, answer) = await Login(stand, role ?? stand["vault.roleId"], secret ?? stand["vault.secretId"]);

        status.ShouldBe(400);
        answer["errors"]![0]!.GetValue<string>().ShouldBe(error);
    }

    [Test]
    public async Task Health_is_told_to_anybody()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);

        var (status, answer) = await Get(stand, "/v1/sys/health", token: null);

        status.ShouldBe(200);
        answer["initialized"]!.GetValue<bool>().ShouldBeTrue();
        answer["sealed"]!.GetValue<bool>().ShouldBeFalse();
        answer["standby"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Test]
    public async Task The_journal_shows_the_exchange_and_no_secret_and_keeps_it_apart_from_the_provider()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);

        await Get(stand, "/v1/secret/data/readiness/toy", stand["vault.token"]);

        var journal = stand.Recorder.Snapshot();
        var read = journal.ExchangesWithOthers.ShouldHaveSingleItem();
        read.Request.Operation.ShouldBe("vault-read");
        read.Request.Party.ShouldBe("vault");
        read.Request.Connection.ShouldBe("m1");
        read.Request.Target.ShouldStartWith("/v1/secret/data/");
        read.Request.Facts.ShouldHaveSingleItem().Name.ShouldBe("vault.token");
        read.Response!.Body.Text.ShouldNotContain(Stand.FirstSecret);
        read.Annotation("secret.held").ShouldBe("client.secret");
        journal.Exchanges.ShouldBeEmpty();
    }

    private static async Task<(int Status, JsonObject Body)> Get(Stand stand, string address, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (token is not null)
        {
            request.Headers.Add("X-Vault-Token", token);
        }

        using var answer = await stand.Client.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }

    private static async Task<(int Status, JsonObject Body)> Login(Stand stand, string role, string secret)
    {
        using var answer = await stand.Client.PostAsJsonAsync("/v1/auth/approle/login", new { role_id = role, secret_id = secret });
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }
}
