namespace Readiness.Configuration.Tests;

/// <summary>An integration that already runs: what only the launch could tell it must be fixed, and what it has must be given.</summary>
public sealed class AttachTests
{
    private const string Missing = "readiness.json:1 | integration.credentials | client.id, client.secret, webhook.secret are not given: the sandbox has to take what the running integration has | for each env:NAME, or file:PATH from the folder of the configuration file | set integration.credentials.client.id and integration.credentials.client.secret and integration.credentials.webhook.secret to where the integration's own is found";

    [Test]
    public void What_is_given_is_typed()
    {
        using var bench = Attached("""
            "attach": {
              "ready": "http://clinic.example:5301/health",
              "readyTimeoutSeconds": 5,
              "restart": { "command": "systemctl", "args": ["restart", "clinic"], "environment": { "CLIENT_SECRET": "{client.secret}" }, "timeoutSeconds": 30 }
            }
            """);

        var integration = bench.Configuration().Integration;

        integration.Launch.ShouldBeNull();
        integration.Attach!.Ready.ShouldBe("http://clinic.example:5301/health");
        integration.Attach.ReadyTimeout.ShouldBe(TimeSpan.FromSeconds(5));
        integration.Attach.RestartTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        integration.Attach.RestartByPrompt.ShouldBeFalse();
        integration.Attach.RestartCommand!.Args.ShouldBe(["restart", "clinic"]);
        integration.Credentials["client.id"].ToString().ShouldBe("env:CLINIC_ID");
        integration.Credentials["webhook.secret"].ToString().ShouldBe($"file:{Path.Combine(bench.Folder, "webhook_secret")}");
    }

    [Test]
    public void Nothing_but_the_section_is_needed_beside_credentials_and_addresses()
    {
        using var bench = Attached("\"attach\": { }");

        var attach = bench.Configuration().Integration.Attach!;

        attach.Ready.ShouldBeNull();
        attach.RestartCommand.ShouldBeNull();
        attach.ReadyTimeout.ShouldBe(TimeSpan.FromSeconds(60));
        attach.RestartTimeout.ShouldBe(TimeSpan.FromSeconds(120));
    }

    [Test]
    public void Credentials_that_are_missing_are_named_together()
    {
        using var bench = Workbench.Bare().File("""{ "integration": { "attach": {} }, "driver": { "url": "http://127.0.0.1:1" }, "webhook": { "url": "http://127.0.0.1:1" }, "sandbox": { "listen": "http://127.0.0.1:8085" } }""");

        bench.Problems().ShouldBe([Missing]);
    }

    [Test]
    public void Without_webhooks_no_webhook_secret_is_needed()
    {
        using var bench = Workbench.Bare().File("""{ "integration": { "attach": {} }, "driver": { "url": "http://127.0.0.1:1" }, "sandbox": { "listen": "http://127.0.0.1:8085" } }""");

        bench.ShortProblems().ShouldBe(["readiness.json:1 | integration.credentials | client.id, client.secret are not given: the sandbox has to take what the running integration has"]);
    }

    [Test]
    public void A_free_port_is_no_address_for_a_running_integration()
    {
        using var bench = Attached("\"attach\": { }", sandbox: "{ }");

        bench.Problems().ShouldBe(["readiness.json:1 | sandbox.listen | a running integration has an address of the sandbox in its settings, and port 0 takes another one in every run | a fixed port in sandbox.listen, or sandbox.publicUrl | set sandbox.listen to the address that the integration calls, such as http://127.0.0.1:8085, or sandbox.publicUrl where it calls another one"]);
    }

    [Test]
    public void A_public_address_will_do()
    {
        using var bench = Attached("\"attach\": { }", sandbox: """{ "publicUrl": "http://tunnel.example" }""");

        bench.Configuration().Integration.Attach.ShouldNotBeNull();
    }

    [TestCase("\"attach\": {}, \"launch\": { \"command\": \"clinic\" }", "integration.attach | integration.launch is set as well: the integration either already runs or is started")]
    [TestCase("\"attach\": { \"restart\": { \"args\": [\"x\"] } }", "integration.attach.restart.command | there is no command that integration.attach.restart.args belongs to")]
    [TestCase("\"attach\": { \"restart\": { \"command\": \"x\", \"prompt\": true } }", "integration.attach.restart.prompt | a command restarts the integration, and a person is asked as well")]
    [TestCase("\"attach\": { \"ready\": \"http://127.0.0.1:{integration.port}/\" }", "integration.attach.ready | {integration.port} is a free port unless integration.port is set, and a running integration does not listen there")]
    public void What_contradicts_itself_is_told(string integration, string expected)
    {
        using var bench = Attached(integration);

        bench.ShortProblems().Select(problem => problem[(problem.IndexOf('|', StringComparison.Ordinal) + 2)..]).ShouldBe([expected]);
    }

    [Test]
    public void Nobody_writes_to_the_standard_input_of_a_program_that_already_runs()
    {
        using var bench = Attached("\"attach\": { }").Option("driver.kind", "stdio");

        bench.ShortProblems().ShouldBe(["--driver.kind | driver.kind | the standard input of a program that already runs belongs to somebody else"]);
    }

    [TestCase("\"secrets\": { \"manager\": \"vault\" }", "secrets.manager | what opens the played manager is made anew for every run, and a running integration cannot know it")]
    [TestCase("\"secrets\": { \"rotation\": { \"channel\": \"file\" } }", "secrets.rotation.channel | client.secret is given by a variable, and a running program does not see a new one")]
    [TestCase("\"secrets\": { \"rotation\": { \"channel\": \"restart\" } }", "integration.attach.restart.command | nothing says how the integration is restarted with a new secret")]
    public void A_secret_that_could_not_reach_it_is_told(string more, string expected)
    {
        using var bench = Attached("\"attach\": { }", more);

        bench.ShortProblems().Select(problem => problem[(problem.IndexOf('|', StringComparison.Ordinal) + 2)..]).ShouldBe([expected]);
    }

    [Test]
    public void A_restart_that_is_not_told_the_new_secret_rotates_nothing()
    {
        using var bench = Attached("\"attach\": { \"restart\": { \"command\": \"restart\" } }", "\"secrets\": { \"rotation\": { \"channel\": \"restart\" } }");

        bench.ShortProblems().ShouldBe(["readiness.json:1 | secrets.rotation.channel | client.secret is given by a variable, and nothing hands a new one to the restart command"]);
    }

    [Test]
    public void A_restart_that_is_told_the_new_secret_rotates()
    {
        using var bench = Attached("\"attach\": { \"restart\": { \"command\": \"restart\", \"environment\": { \"S\": \"{client.secret}\" } } }", "\"secrets\": { \"rotation\": { \"channel\": \"restart\" } }");

        bench.Configuration().Secrets.Rotation!.Channel.ShouldBe(RotationChannel.Restart);
    }

    [TestCase("env:NOBODY", "the environment variable NOBODY is not set")]
    [TestCase("env:SHORT", "what the environment variable SHORT holds has 5 characters: so short a text cannot be recognised")]
    [TestCase("env:CLINIC_ID", "it is the same as client.id")]
    [TestCase("env:BLANK", "the environment variable BLANK has blanks before or behind the value")]
    [TestCase("env:LINES", "the environment variable LINES holds more than one line, or a control character")]
    [TestCase("clear-text-of-the-secret", "the value is neither env:NAME nor file:PATH")]
    public void A_credential_that_cannot_be_used_is_told_and_never_shown(string reference, string expected)
    {
        using var bench = Attached("\"attach\": { }", client: reference).Variable("SHORT", "abc12").Variable("BLANK", "secret-of-the-clinic ").Variable("LINES", "secret-of\nthe-clinic");

        var refused = bench.Refused();

        refused.Problems.Select(problem => $"{problem.Key} | {problem.Problem}").ShouldBe([$"integration.credentials.client.secret | {expected}"]);
        var told = ConfigurationProblems.Render(refused.Problems) + string.Concat(refused.Values.Select(value => value.Value));
        told.ShouldNotContain("clear-text");
        told.ShouldNotContain("abc12");
        told.ShouldNotContain("secret-of");
    }

    [Test]
    public void A_file_that_is_not_there_is_told()
    {
        using var bench = Attached("\"attach\": { }", client: "file:gone");

        bench.ShortProblems().ShouldBe([$"readiness.json:1 | integration.credentials.client.secret | there is no file {Path.Combine(bench.Folder, "gone")}"]);
    }

    [Test]
    public void A_file_below_what_is_searched_is_told()
    {
        using var bench = Attached("\"attach\": { }", "\"secrets\": { \"roots\": [\".\"] }");

        bench.ShortProblems().ShouldBe([$"readiness.json:1 | integration.credentials.webhook.secret | {Path.Combine(bench.Folder, "webhook_secret")} lies below {bench.Folder}, which secrets.roots has searched for secrets"]);
    }

    [Test]
    public void The_end_of_a_files_line_is_not_part_of_it()
    {
        using var bench = Attached("\"attach\": { }");

        bench.Configuration().Integration.Credentials["webhook.secret"].Read(new Dictionary<string, string>()).ShouldBe("webhook-secret-of-the-clinic");
    }

    [Test]
    public void Credentials_belong_to_a_running_integration_alone()
    {
        using var bench = Workbench.Complete().Variable("CLINIC_ID", "clinic-1").File("""{ "integration": { "credentials": { "client.id": "env:CLINIC_ID" } } }""");

        bench.ShortProblems().ShouldBe(["readiness.json:1 | integration.credentials | an integration that is started gets credentials made for the run"]);
    }

    private static Workbench Attached(string integration, string more = "\"operator\": \"Ana\"", string sandbox = """{ "listen": "http://127.0.0.1:8085" }""", string client = "env:CLINIC_SECRET") => Workbench.Bare()
        .Variable("CLINIC_ID", "clinic-identifier")
        .Variable("CLINIC_SECRET", "client-secret-of-the-clinic")
        .File("webhook-secret-of-the-clinic\n", "webhook_secret")
        .File(
            $$"""{ "integration": { {{integration.ReplaceLineEndings(" ")}}, "credentials": { "client.id": "env:CLINIC_ID", "client.secret": "{{client}}", "webhook.secret": "file:webhook_secret" } }, "driver": { "url": "http://127.0.0.1:5301/driver" }, "webhook": { "url": "http://127.0.0.1:5301/hooks" }, "sandbox": {{sandbox}}, {{more}} }""");
}
