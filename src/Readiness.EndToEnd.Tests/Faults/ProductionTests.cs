using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>A production host, wherever it shows, ends the examination and the run. Nothing here is ever sent to one.</summary>
public sealed class ProductionTests
{
    private const string Why = "a test, which sends nothing there";

    [Test]
    public async Task A_variable_that_the_configuration_gives_is_refused()
    {
        var host = await Hosts.Production();
        await Examined.Proves(DoctorCase.Of("configuration-refused", c => c.Variables()["DOCS"] = $"https://{host}/docs", $"it names the production host {host}", "say why in integration.harmless"));
    }

    [Test]
    public async Task A_variable_that_is_inherited_stops_it_before_anything_starts()
    {
        var host = await Hosts.Production();
        var fault = DoctorCase.Of("production-variable", _ => { }, $"PROVIDER_DOCS, which names the production host {host}");
        await Examined.Proves(fault with { Inherited = new Dictionary<string, string> { ["PROVIDER_DOCS"] = $"https://{host}/swagger" } });
    }

    [Test]
    public async Task A_variable_that_is_said_to_be_harmless_does_not_stop_it()
    {
        var host = await Hosts.Production();
        using var workplace = new Workplace();
        var configuration = Harmless("PROVIDER_DOCS");
        workplace.Configure(configuration);

        var (document, output) = await Examined.Document(workplace, new Dictionary<string, string> { ["PROVIDER_DOCS"] = $"https://{host}/swagger" });

        ((int)document["exitCode"]!).ShouldBe(0, output);
    }

    [Test]
    public async Task The_Host_header_shows_it() => await Shows(host => [("HOST_HEADER", host)], "healthy", "the Host header of a POST request");

    [Test]
    public async Task A_request_that_was_meant_for_a_proxy_shows_it() =>
        await Shows(host => [("API_URL", $"http://{host}"), ("TOKEN_URL", $"http://{host}/v1/oauth/token"), ("PROXY", "{sandbox.url}")], "healthy", "the target of a POST request");

    [Test]
    public async Task A_tunnel_that_was_meant_for_a_proxy_shows_it() =>
        await Shows(host => [("API_URL", $"https://{host}"), ("TOKEN_URL", $"https://{host}/v1/oauth/token"), ("PROXY", "{sandbox.url}")], "healthy", "the target of a CONNECT request");

    [Test]
    public async Task A_client_hello_shows_it() => await Shows(host => [("SERVER_NAME", host)], "healthy", "a TLS client hello");

    [Test]
    public async Task A_subscription_shows_it() => await Shows(host => [("PRODUCTION_URL", $"https://{host}")], "subscribes-at-production", "a URL in the body of a POST request");

    [Test]
    public async Task Output_shows_it_unless_it_is_said_to_be_harmless()
    {
        await Shows(host => [("SAYS", $"calling https://{host}/v1/oauth/token")], "healthy", "line 1 of the integration's output");

        var host = await Hosts.Production();
        using var workplace = new Workplace();
        var configuration = Harmless("SAYS", "output");
        configuration.Variables()["SAYS"] = $"documentation: https://{host}/swagger";
        workplace.Configure(configuration);
        var (document, output) = await Examined.Document(workplace, new Dictionary<string, string>());
        ((int)document["exitCode"]!).ShouldBe(0, output);
    }

    [Test]
    public async Task In_mid_run_it_ends_the_run_and_nobody_is_judged_by_that()
    {
        var host = await Hosts.Production();
        using var workplace = new Workplace();
        var configuration = Harmless("PRODUCTION_URL");
        configuration["driver"]!["url"] = StubConfiguration.Address("drivers/names-production-after-1");
        configuration.Variables()["PRODUCTION_URL"] = $"https://{host}";
        configuration["reports"] = new JsonObject { ["allure"] = false };
        workplace.Configure(configuration);
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "OSG-BEN-01");

        (await certify.Exit()).ShouldBe(3, certify.Output);

        var run = workplace.Run;
        run.ShouldHaveItsReports();
        (run.Word("cause"), run.ExitCode, run.Word("overall")).ShouldBe(("environment", 3, "incomplete"));
        run.Word("causeDetail").ShouldContain($"of the integration's output names the production host {host}");
        run.Verdicts.Values.ShouldNotContain("failed");
        ProcessTable.OwnedBy(certify.Id).ShouldBeEmpty();
    }

    private static async Task Shows(Func<string, (string Name, string Value)[]> variables, string driver, string where)
    {
        var host = await Hosts.Production();
        var given = variables(host);
        var configuration = Harmless([.. given.Select(variable => variable.Name)]);
        configuration["driver"]!["url"] = StubConfiguration.Address($"drivers/{driver}");
        foreach (var (name, value) in given)
        {
            configuration.Variables()[name] = value;
        }

        await Examined.Proves(new DoctorCase("production-traffic", configuration, where, $"names the production host {host}"));
    }

    private static JsonObject Harmless(params string[] names)
    {
        var configuration = StubConfiguration.Healthy();
        configuration["integration"]!["harmless"] = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)Why)));
        return configuration;
    }
}
