namespace Readiness.Configuration.Tests;

/// <summary>Production hosts, secrets that are written out, templates that do not exist.</summary>
public sealed class SafetyTests
{
    private const string Production = "it names the production host api.toy.example | no production host anywhere in the configuration | use the sandbox: {sandbox.url} or {token.url} where templates are filled in, its address elsewhere";
    private const string InAVariable = "it names the production host api.toy.example | no production host anywhere in the configuration | use the sandbox: {sandbox.url} or {token.url}; where the variable does no harm, say why in integration.harmless";
    private const string Secret = "a secret is written out | never a secret, only the variable that holds it | put the value into an environment variable and write env:NAME here, or use a template such as {client.secret}";

    [TestCase("http://api.toy.example/v1")]
    [TestCase("http://eu.API.toy.example:8080")]
    public void A_production_host_in_a_url_is_told(string url)
    {
        using var bench = Workbench.Complete().Option("webhook.url", url);

        bench.Problems().ShouldBe([$"--webhook.url | webhook.url | {Production}"]);
    }

    [TestCase("http://sandbox-api.toy.example")]
    [TestCase("http://api.toy.example.test")]
    public void A_host_that_only_looks_like_it_is_none(string url)
    {
        using var bench = Workbench.Complete().Option("webhook.url", url);

        bench.Configuration().Webhook.Url.ShouldBe(url);
    }

    [Test]
    public void A_production_host_is_found_in_variables_arguments_and_behind_references()
    {
        using var bench = Workbench.Bare()
            .Variable("HIDDEN", "https://api.toy.example")
            .File("""
                {
                  "driver": { "url": "http://127.0.0.1:5301" },
                  "integration": { "launch": { "command": "clinic",
                    "args": ["--api=https://api.toy.example"],
                    "environment": {
                      "API": "https://api.toy.example",
                      "OTHER": "env:HIDDEN"
                    } } }
                }
                """);

        bench.Problems().ShouldBe(
        [
            $"readiness.json:4 | integration.launch.args.0 | {Production}",
            $"readiness.json:6 | integration.launch.environment.API | {InAVariable}",
            $"readiness.json:7 | integration.launch.environment.OTHER | {InAVariable}",
        ]);
    }

    [TestCase("CLIENT_SECRET", "abc", true)]
    [TestCase("DB_PASSWORD", "abc", true)]
    [TestCase("AccessToken", "abc", true)]
    [TestCase("CLIENT_SECRET", "{client.secret}", false)]
    [TestCase("CLIENT_SECRET", "env:HELD", false)]
    [TestCase("CLIENT_SECRET", "", false)]
    [TestCase("TOKEN_URL", "http://127.0.0.1:5301/token", false)]
    [TestCase("SECRETS_DIR", "/run/secrets", false)]
    [TestCase("LOG_LEVEL", "debug", false)]
    public void A_secret_written_into_the_environment_is_told_and_not_repeated(string name, string value, bool told)
    {
        using var bench = Workbench.Bare()
            .Profile(new Dictionary<string, string> { ["integration.launch.command"] = "clinic", ["driver.url"] = "http://127.0.0.1:5301" })
            .Variable("HELD", "abc")
            .Option($"integration.launch.environment.{name}", value);

        if (told)
            bench.Problems().ShouldBe([$"--integration.launch.environment.{name} | integration.launch.environment.{name} | {Secret}"]);
        else
            bench.Configuration().Integration.Launch!.Environment[name].ShouldBe(value);
    }

    [Test]
    public void A_secret_written_into_a_header_is_told()
    {
        using var bench = Workbench.Complete().File("""{ "driver": { "headers": { "Authorization": "Bearer abc" } } }""");

        bench.Problems().ShouldBe([$"readiness.json:1 | driver.headers.Authorization | {Secret}"]);
    }

    [TestCase("""["--client-secret=abc"]""", "integration.launch.args.0")]
    [TestCase("""["--client-secret", "abc"]""", "integration.launch.args.1")]
    public void A_secret_written_into_the_arguments_is_told_and_hidden(string args, string key)
    {
        using var bench = Workbench.Bare().File($$"""{ "driver": { "url": "http://127.0.0.1:5301" }, "integration": { "launch": { "command": "clinic", "args": {{args}} } } }""");

        bench.Problems().ShouldBe([$"readiness.json:1 | {key} | a secret is written out | never a secret, only the variable that holds it | use a template such as {{client.secret}}, or hand it over in integration.launch.environment as env:NAME"]);
        bench.Refused().Values.Single(v => v.Key == key).Value.ShouldBe("***");
    }

    [TestCase("""["--client-secret={client.secret}"]""")]
    [TestCase("""["--client-secret", "{client.secret}"]""")]
    [TestCase("""["--token-url", "http://127.0.0.1:1/token"]""")]
    [TestCase("""["--use-token", "--verbose"]""")]
    public void Arguments_without_a_secret_are_let_through(string args)
    {
        using var bench = Workbench.Bare().File($$"""{ "driver": { "url": "http://127.0.0.1:5301" }, "integration": { "launch": { "command": "clinic", "args": {{args}} } } }""");

        bench.Configuration().Integration.Launch!.Args.ShouldNotBeEmpty();
    }

    [TestCase("X Key", "on", "'X Key' cannot be the name of a header")]
    [TestCase("X-Key", "on\noff", "the value has a line end or another control character")]
    public void A_header_that_cannot_be_sent_is_told(string name, string value, string expected)
    {
        using var bench = Workbench.Complete().Option($"driver.headers.{name}", value);

        bench.ShortProblems().ShouldBe([$"--driver.headers.{name} | driver.headers.{name} | {expected}"]);
    }

    [Test]
    public void A_password_in_a_url_is_told_and_hidden()
    {
        using var bench = Workbench.Complete().Option("webhook.url", "http://ana:pw@127.0.0.1:5301");

        var refused = bench.Refused();

        bench.ShortProblems().ShouldBe(["--webhook.url | webhook.url | the URL carries a user name or a password"]);
        refused.Values.Single(v => v.Key == "webhook.url").Value.ShouldBe("***");
    }

    [TestCase(null)]
    [TestCase("")]
    public void A_reference_to_a_variable_without_a_value_is_told(string? value)
    {
        using var bench = Workbench.Complete().File("""{ "driver": { "headers": { "X-Key": "env:DRIVER_KEY" } } }""");
        if (value is not null) bench.Variable("DRIVER_KEY", value);

        bench.Problems().ShouldBe(["readiness.json:1 | driver.headers.X-Key | the environment variable DRIVER_KEY is not set | a variable with a value | set DRIVER_KEY where the harness is started"]);
    }

    [TestCase("integration.launch.args.0", "{sandbox.uri}", "there is no template {sandbox.uri} | only {sandbox.url}, {token.url}, {client.id}, {client.secret}, {webhook.secret}, {secrets.dir}, {state.dir}, {integration.port}, {run.dir}, {alerts.url}, {ca.file}, {ca.bundle}, {ca.trustStore}, {vault.url}, {vault.token}, {vault.roleId}, {vault.secretId}, {vault.mount}, {vault.path}, {aws.url}, {aws.accessKeyId}, {aws.secretAccessKey}, {aws.region}, {aws.secretId}, {aws.secretArn}, {production.url}, {production.token.url}, {production.client.id}, {production.client.secret}, {production.webhook.secret}, {production.secrets.dir}, {production.state.dir}, {production.port} | write {sandbox.url}")]
    [TestCase("driver.url", "http://127.0.0.1/{sandbox.url}", "the template {sandbox.url} is not filled in here | only {integration.port} | write the value itself in place of {sandbox.url}")]
    [TestCase("integration.launch.command", "{run.dir}/clinic", "the template {run.dir} is not filled in here | no template; they are filled in only in args, in environment and, for the port, in URLs | write the value itself in place of {run.dir}")]
    public void A_template_that_would_not_be_filled_in_is_told(string key, string value, string expected)
    {
        using var bench = Workbench.Bare()
            .Profile(new Dictionary<string, string> { ["integration.launch.command"] = "clinic", ["driver.url"] = "http://127.0.0.1:5301" })
            .Option(key, value);

        bench.Problems().ShouldBe([$"--{key} | {key} | {expected}"]);
    }

    [Test]
    public void Everything_that_is_wrong_comes_at_once()
    {
        using var bench = Workbench.Bare()
            .File("""
                {
                  "pase": "documented",
                  "strict": "yes",
                  "driver": { "concurrency": 0 },
                  "integration": { "attached": true,
                    "launch": { "environment": { "API_PASSWORD": "abc" } } },
                  "capabilities": { "settlement": { "used": false } }
                }
                """)
            .File("""{ "operator": }""", "readiness.ci.json")
            .With(s => s with { Environment = "ci" })
            .Variable("READINESS__webhook__url", "https://api.toy.example/hooks")
            .RunSetting("run.items", "TOY-SEQ-02")
            .Option("profil", "toy");

        bench.ShortProblems().ShouldBe(
        [
            "readiness.ci.json:1:15 | readiness.ci.json | '}' is an invalid start of a value.",
            "readiness.json:2 | pase | no key has this name",
            "readiness.json:3 | strict | the value is text",
            "readiness.json:4 | driver.concurrency | 0 is outside the range",
            "readiness.json:5 | integration.attached | no key has this name",
            "readiness.json:6 | integration.launch.environment.API_PASSWORD | a secret is written out",
            "readiness.json:7 | capabilities.settlement.reason | the capability is not used, and no reason is given",
            "READINESS__webhook__url | webhook.url | it names the production host api.toy.example",
            ".runsettings 'run.items' | run.items.0 | no checklist item is called 'TOY-SEQ-02'",
            "--profil | profil | no key has this name",
        ]);
    }
}
