namespace Readiness.Configuration.Tests;

/// <summary>How a second run of the integration is declared, against a sandbox that plays production.</summary>
public sealed class ProductionTests
{
    private const string Launch = """
        "integration": { "launch": { "command": "clinic", "args": ["--port", "{integration.port}"], "ready": "http://127.0.0.1:{integration.port}/health",
          "environment": { "API": "{sandbox.url}", "TOKENS": "{token.url}", "SECRETS": "{secrets.dir}", "STATE": "{state.dir}", "ALERTS": "{alerts.url}", "REPORTS": "{run.dir}", "STAGE": "sandbox" } } },
        "driver": { "url": "http://127.0.0.1:{integration.port}/driver" },
        "webhook": { "url": "http://127.0.0.1:{integration.port}/hooks" }
        """;

    [Test]
    public void Where_nothing_is_declared_none_is_offered()
    {
        using var bench = Workbench.Complete();

        bench.Configuration().Production.ShouldBeNull();
    }

    [Test]
    public void One_word_is_enough_for_a_second_process_with_the_templates_of_production()
    {
        using var bench = Workbench.Bare().File($$"""{ {{Launch}}, "production": { "process": "second" } }""");

        var production = bench.Configuration().Production.ShouldNotBeNull();

        production.Launch.ShouldNotBeNull().Command.ShouldBe("clinic");
        production.Launch.Args.ShouldBe(["--port", "{production.port}"]);
        production.Launch.Ready.ShouldBe("http://127.0.0.1:{production.port}/health");
        production.Launch.Environment.ShouldBe(
            new Dictionary<string, string>
            {
                ["API"] = "{production.url}",
                ["TOKENS"] = "{production.token.url}",
                ["SECRETS"] = "{production.secrets.dir}",
                ["STATE"] = "{production.state.dir}",
                ["ALERTS"] = "",
                ["REPORTS"] = "{run.dir}",
                ["STAGE"] = "sandbox",
            },
            ignoreOrder: true);
        (production.DriverUrl, production.WebhookUrl).ShouldBe(("http://127.0.0.1:{production.port}/driver", "http://127.0.0.1:{production.port}/hooks"));
        (production.Port, production.Listen, production.PublicUrl).ShouldBe((0, new Uri("http://127.0.0.1:0"), null));
    }

    [Test]
    public void What_is_written_of_production_is_taken_as_it_stands()
    {
        using var bench = Workbench.Bare().File($$"""
            { {{Launch}}, "production": { "process": "second", "port": 5401, "listen": "http://127.0.0.1:7001", "publicUrl": "http://production:7001",
              "launch": { "args": ["--live"], "ready": "http://127.0.0.1:5401/up", "environment": { "STAGE": "live", "TOKENS": "{token.url}", "MORE": "{production.client.secret}" } },
              "driver": { "url": "http://127.0.0.1:5401/other" }, "webhook": { "url": "http://127.0.0.1:5401/live" } } }
            """);

        var production = bench.Configuration().Production.ShouldNotBeNull();

        production.Launch.ShouldNotBeNull().Args.ShouldBe(["--live"]);
        production.Launch.Ready.ShouldBe("http://127.0.0.1:5401/up");
        production.Launch.Environment.Where(entry => entry.Key is "STAGE" or "TOKENS" or "MORE" or "API").ShouldBe(
            new Dictionary<string, string> { ["API"] = "{production.url}", ["STAGE"] = "live", ["TOKENS"] = "{token.url}", ["MORE"] = "{production.client.secret}" },
            ignoreOrder: true);
        (production.DriverUrl, production.WebhookUrl).ShouldBe(("http://127.0.0.1:5401/other", "http://127.0.0.1:5401/live"));
        (production.Port, production.Listen, production.PublicUrl).ShouldBe((5401, new Uri("http://127.0.0.1:7001"), new Uri("http://production:7001")));
    }

    [Test]
    public void One_process_may_serve_both()
    {
        using var bench = Workbench.Bare().File($$"""{ {{Launch.Replace("\"STAGE\": \"sandbox\"", "\"LIVE_API\": \"{production.url}\"", StringComparison.Ordinal)}}, "production": { "process": "same", "driver": { "url": "http://127.0.0.1:{production.port}/driver" } } }""");

        var production = bench.Configuration().Production.ShouldNotBeNull();

        (production.Launch, production.DriverUrl, production.WebhookUrl).ShouldBe((null, "http://127.0.0.1:{production.port}/driver", null));
    }

    [Test]
    public void Where_webhooks_stay_at_a_fixed_address_production_has_no_receiver_of_its_own()
    {
        using var bench = Workbench.Complete().File("""{ "driver": { "url": "http://127.0.0.1:{integration.port}/driver" }, "webhook": { "url": "http://127.0.0.1:5301/hooks" }, "production": { "process": "second" } }""");

        bench.Configuration().Production.ShouldNotBeNull().WebhookUrl.ShouldBeNull();
    }

    [TestCase("""{ "production": { "process": "second", "listen": "https://127.0.0.1:0" } }""", "readiness.json:1 | production.listen | production's sandbox does not speak https | an http URL | write http; in front of other hosts, put https into production.publicUrl and end it at a proxy")]
    [TestCase("""{ "production": { } }""", "readiness.json:1 | production.process | nothing says how the integration runs against production | second or same | set production.process, or remove what else stands below production")]
    [TestCase("""{ "production": { "driver": { "url": "http://127.0.0.1:9" } } }""", "readiness.json:1 | production.process | nothing says how the integration runs against production | second or same | set production.process, or remove what else stands below production")]
    [TestCase("""{ "integration": { "launch": { "environment": { "A": "{production.url}" } } } }""", "readiness.json:1 | integration.launch.environment.A | no production is played to fill in {production.url} | production.process beside the templates of production | set production.process")]
    [TestCase("""{ "production": { "process": "same" } }""", "readiness.json:1 | production.driver.url | no URL is set, and the one process has to be told which environment is meant | the URL that operations in production are posted to | set production.driver.url")]
    [TestCase("""{ "production": { "process": "same", "driver": { "url": "http://127.0.0.1:5301/driver" } } }""", "readiness.json:1 | production.driver.url | operations in production go where those in the sandbox go | an address of its own | correct production.driver.url")]
    [TestCase("""{ "production": { "process": "same", "driver": { "url": "http://127.0.0.1:9" }, "launch": { "args": ["x"] } } }""", "readiness.json:1 | production.launch | nothing is launched for production where production.process is same | production.process second, or no production.launch | remove production.launch")]
    [TestCase("""{ "production": { "process": "second" } }""", "readiness.json:1 | production.driver.url | it is driver.url, where the first process answers | an address of its own; {integration.port} in driver.url becomes {production.port} | set production.driver.url")]
    [TestCase("""{ "integration": { "launch": { "ready": "http://127.0.0.1:5301/up" } }, "production": { "process": "second", "driver": { "url": "http://127.0.0.1:9" } } }""", "readiness.json:1 | production.launch.ready | it is integration.launch.ready, where the first process answers | an address of its own; {integration.port} in integration.launch.ready becomes {production.port} | set production.launch.ready")]
    [TestCase("""{ "integration": { "port": 5301 }, "production": { "process": "second", "port": 5301, "driver": { "url": "http://127.0.0.1:9" } } }""", "readiness.json:1 | production.port | 5301 is the port of the first process | a port of its own, or 0 | correct production.port")]
    [TestCase("""{ "integration": { "launch": { "environment": { "A": "{vault.url}" } } }, "secrets": { "manager": "vault" }, "production": { "process": "second", "driver": { "url": "http://127.0.0.1:9" } } }""", "readiness.json:1 | production.launch | {vault.url} leads to the sandbox's secrets | what production is handed in its place | say below production.launch how the second process gets at production's secrets, such as {production.secrets.dir}")]
    [TestCase("""{ "driver": { "kind": "manual" }, "production": { "process": "second" } }""", "readiness.json:1 | production.process | a person cannot be asked to work in two environments at once, and driver.kind is manual | a driver that needs no person | remove production; a named person states then that the environments are kept apart")]
    [TestCase("""{ "driver": { "kind": "stdio" }, "production": { "process": "same" } }""", "readiness.json:1 | production.process | one process has one standard input, and driver.kind is stdio | second, or a driver with addresses | set production.process to second")]
    [TestCase("""{ "production": { "process": "third" } }""", "readiness.json:1 | production.process | 'third' is not one of the choices | second or same | write second or same")]
    public void What_leads_back_to_the_sandbox_is_a_mistake_of_the_configuration(string json, string expected)
    {
        using var bench = Workbench.Complete().File(json);

        bench.Problems().ShouldContain(expected);
    }

    [TestCase("second")]
    [TestCase("same")]
    public void An_integration_that_runs_already_cannot_be_handed_productions_credentials(string process)
    {
        using var bench = Workbench.Bare().File($$"""
            { "integration": { "attach": { } }, "sandbox": { "listen": "http://127.0.0.1:7000" }, "driver": { "url": "http://127.0.0.1:5301" },
              "production": { "process": "{{process}}", "driver": { "url": "http://127.0.0.1:9" } } }
            """);

        bench.Problems().ShouldContain("readiness.json:2 | production.process | the harness does not launch the integration, so that it can hand production's credentials to nobody | integration.launch beside it | launch the integration, or remove production");
    }

    [Test]
    public void A_manager_of_the_sandbox_is_no_obstacle_where_production_is_handed_something_else()
    {
        using var bench = Workbench.Complete().File("""
            { "integration": { "launch": { "environment": { "A": "{vault.url}" } } }, "secrets": { "manager": "vault" },
              "production": { "process": "second", "driver": { "url": "http://127.0.0.1:9" }, "launch": { "environment": { "A": "", "DIR": "{production.secrets.dir}" } } } }
            """);

        bench.Configuration().Production.ShouldNotBeNull().Launch.ShouldNotBeNull().Environment["A"].ShouldBe("");
    }
}
