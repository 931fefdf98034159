using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests;

/// <summary><c>readiness sandbox</c>: the provider at a developer's desk.</summary>
public sealed class SandboxTests
{
    [Test]
    public async Task Serves_with_the_credentials_it_prints_enforces_the_limits_and_logs_every_call()
    {
        using var workplace = new Workplace();
        await using var sandbox = RunningProgram.Readiness(workplace.Folder, "sandbox");
        await sandbox.Line("Ctrl-C ends it");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(await Told(sandbox, "base URL") + "/") };
        var token = new Uri(await Told(sandbox, "token URL"));
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{await Told(sandbox, "client id")}:{await Told(sandbox, "client secret")}"));

        var first = await Token(http, token, pair);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var granted = await first.Content.ReadFromJsonAsync<JsonObject>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)granted!["access_token"]);
        var forms = await http.GetFromJsonAsync<JsonObject>("v1/sponsors/sponsor-sandbox/forms");
        ((string?)forms!["forms"]![0]!["fields"]![0]!["key"]).ShouldBe("document_type");
        using var found = await http.PostAsJsonAsync("v1/sponsors/sponsor-sandbox/search", new { document_type = "CC", document_number = "1000000001" });
        found.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((bool?)(await found.Content.ReadFromJsonAsync<JsonObject>())!["coverage"]!["active"]).ShouldBe(true);

        for (var request = 2; request <= 10; request++)
        {
            (await Token(http, token, pair)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await Token(http, token, pair)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);

        (await sandbox.Line("/v1/sponsors/sponsor-sandbox/forms")).ShouldMatch(@"^\d+:\d\d:\d\d  200  GET    /v1/sponsors/sponsor-sandbox/forms  \d+ ms$");
        (await sandbox.Line("/v1/sponsors/sponsor-sandbox/search")).ShouldMatch(@"^\d+:\d\d:\d\d  200  POST   /v1/sponsors/sponsor-sandbox/search  \d+ ms$");
        (await sandbox.Line("  429  ")).ShouldMatch(@"^\d+:\d\d:\d\d  429  POST   /v1/oauth/token  \d+ ms");
        await sandbox.Signal("INT");
        (await sandbox.Exit()).ShouldBe(0, sandbox.Output);
    }

    /// <summary>With the package set Reqnroll the mapping is answered; the other one has no WireMock.Net.</summary>
    [Test]
    public async Task Serves_mapping_files_or_says_that_this_build_cannot()
    {
        using var workplace = new Workplace();
        Directory.CreateDirectory(Path.Combine(workplace.Folder, "wire"));
        await File.WriteAllTextAsync(Path.Combine(workplace.Folder, "wire", "prices.json"), """{ "Request": { "Path": "/prices", "Methods": ["GET"] }, "Response": { "StatusCode": 203, "Body": "12.50" } }""");
        await File.WriteAllTextAsync(Path.Combine(workplace.Folder, "readiness.json"), """{ "sandbox": { "mappings": "wire" } }""");
        await using var sandbox = RunningProgram.Readiness(workplace.Folder, "sandbox");

        if (!File.Exists(Path.Combine(Path.GetDirectoryName(Built.Readiness)!, "WireMock.Net.dll")))
        {
            (await sandbox.Exit()).ShouldBe(2, sandbox.Output);
            sandbox.Output.ShouldBe($"""
                the mapping files are served: sandbox.mappings names {Path.Combine(workplace.Folder, "wire")}, but this build has no WireMock.Net: its package set is SpecFlow
                  build with PackageSet=Reqnroll where your package feed serves WireMock.Net, or remove sandbox.mappings
                """);
            return;
        }

        await sandbox.Line("Ctrl-C ends it");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(await Told(sandbox, "base URL") + "/") };
        using var answer = await http.GetAsync(new Uri("prices", UriKind.Relative));
        (answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.NonAuthoritativeInformation, "12.50"));
    }

    [Test]
    public async Task Says_what_was_missing_where_it_refuses()
    {
        using var workplace = new Workplace();
        await using var sandbox = RunningProgram.Readiness(workplace.Folder, "sandbox");
        await sandbox.Line("Ctrl-C ends it");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        using var refused = await http.PostAsync(new Uri(await Told(sandbox, "token URL")), new FormUrlEncodedContent([new("grant_type", "client_credentials")]));

        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await sandbox.Line("  401  ")).ShouldContain("Authorization");
        await sandbox.Signal("TERM");
        (await sandbox.Exit()).ShouldBe(0, sandbox.Output);
    }

    private static async Task<HttpResponseMessage> Token(HttpClient http, Uri url, string pair)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", pair);
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        return await http.SendAsync(request);
    }

    private static async Task<string> Told(RunningProgram sandbox, string name) => (await sandbox.Line($"  {name}  ")).Trim()[name.Length..].Trim();
}
