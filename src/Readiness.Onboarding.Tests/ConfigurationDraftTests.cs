using Readiness.Configuration;

namespace Readiness.Onboarding.Tests;

/// <summary>What is written has to be read without a problem, whatever was answered.</summary>
public sealed class ConfigurationDraftTests
{
    private static IEnumerable<TestCaseData> Ways =>
        from reach in (string[])[AnswerSheet.Launch, AnswerSheet.Attach]
        from driver in Questions.Drivers
        where reach == AnswerSheet.Launch || driver != "stdio"
        from webhook in (string[])["http://127.0.0.1:9000/hooks", AnswerSheet.None]
        select new TestCaseData(reach, driver, webhook) { TestName = $"{reach}, {driver}, webhooks {webhook}" };

    [TestCaseSource(nameof(Ways))]
    public void It_is_read_without_a_problem(string reach, string driver, string webhook)
    {
        using var newcomer = new Newcomer();
        (string, string)[] command = reach == AnswerSheet.Launch ? [(AnswerSheet.Command, "node server.js")] : [];

        var configuration = newcomer.Loaded(newcomer.Sheet([(AnswerSheet.Reach, reach), (AnswerSheet.Driver, driver), (AnswerSheet.Webhook, webhook), .. command]));

        configuration.Driver.Kind.ToString().ShouldBe(driver, StringCompareShould.IgnoreCase);
        configuration.Webhook.Url.ShouldBe(webhook == AnswerSheet.None ? null : webhook);
        configuration.Attestations.ShouldBeEmpty();
    }

    [Test]
    public void A_mapping_has_one_operation_and_forms_for_the_others()
    {
        using var newcomer = new Newcomer();

        var configuration = newcomer.Loaded(newcomer.Sheet((AnswerSheet.Command, "clinic"), (AnswerSheet.Driver, "mapping")));

        configuration.Driver.Url.ShouldBe("http://127.0.0.1:{integration.port}");
        configuration.Driver.Mapping.ShouldNotBeNull().Operations.Keys.ShouldBe(["order.place"]);
        newcomer.Read("readiness.mapping.json").ShouldContain("""
            "body": { "article_code": "{article_code}", "quantity": "{quantity}" } },
            """.Trim());
        newcomer.Files().ShouldContain("driver-mapping.schema.json");

        newcomer.Has("readiness.mapping.json", newcomer.Read("readiness.mapping.json").Replace("    // ", "    ", StringComparison.Ordinal));

        newcomer.Load().ShouldBeOfType<ConfigurationResult.Loaded>().Configuration.Driver.Mapping!.Operations.Keys.ShouldBe(["order.place", "stock.read", "shop.open"]);
    }

    [Test]
    public void A_launched_program_gets_its_words_and_the_addresses()
    {
        using var newcomer = new Newcomer();

        var configuration = newcomer.Loaded(newcomer.Sheet((AnswerSheet.Name, "Clínica \"Norte\""), (AnswerSheet.Command, "node 'my server.js' --port {integration.port}")));

        configuration.Profile.ShouldBe("toy-shop");
        configuration.Integration.Name.ShouldBe("Clínica \"Norte\"");
        var launch = configuration.Integration.Launch.ShouldNotBeNull();
        launch.Command.ShouldBe("node");
        launch.Args.ShouldBe(["my server.js", "--port", "{integration.port}"]);
        launch.Ready.ShouldBe("http://127.0.0.1:{integration.port}/health");
        launch.Environment["TOY_SHOP_API_URL"].ShouldBe("{sandbox.url}");
        configuration.Driver.Url.ShouldBe("http://127.0.0.1:{integration.port}/driver");
        configuration.Webhook.Url.ShouldBe("http://127.0.0.1:{integration.port}/webhooks");
    }

    [Test]
    public void A_running_integration_is_reached_at_its_address_with_credentials_that_are_made_up_once()
    {
        using var newcomer = new Newcomer();
        var sheet = newcomer.Sheet((AnswerSheet.Reach, AnswerSheet.Attach), (AnswerSheet.Url, "http://clinic.internal:8080/"));

        var configuration = newcomer.Loaded(sheet);

        configuration.Driver.Url.ShouldBe("http://clinic.internal:8080/driver");
        configuration.Webhook.Url.ShouldBe("http://clinic.internal:8080/webhooks");
        configuration.Sandbox.Listen.ShouldBe(new("http://127.0.0.1:8085"));
        var secret = newcomer.Read("readiness-secrets/client_secret").Trim();
        secret.Length.ShouldBe(32);
        newcomer.Read("readiness.json").ShouldNotContain(secret);
        newcomer.Read(".gitignore").ShouldBe("reports/\nreadiness-secrets/\n");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.Combine(newcomer.Folder, "readiness-secrets/client_secret")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        newcomer.Loaded(sheet);
        newcomer.Read("readiness-secrets/client_secret").Trim().ShouldBe(secret);
    }

    [Test]
    public void What_is_not_used_stands_there_with_its_reason()
    {
        using var newcomer = new Newcomer();

        var configuration = newcomer.Loaded(newcomer.Sheet((AnswerSheet.Command, "clinic"), (AnswerSheet.NotUsed, "OTP"), (AnswerSheet.Why("otp"), "nobody has a telephone")));

        configuration.Capabilities.ShouldHaveSingleItem().ShouldBe(new("otp", new CapabilityDeclaration(false, "nobody has a telephone")));
    }

    [Test]
    public void Nobody_states_anything_by_accident()
    {
        using var newcomer = new Newcomer();
        newcomer.Loaded(newcomer.Sheet((AnswerSheet.Command, "clinic"))).Attestations.ShouldBeEmpty();
        const string form = """{ "name": "", "role": "", "date": "2026-05-04", "statement": "" },""";
        newcomer.Read("readiness.json").ShouldContain($"// Load tests are announced.\n    // \"TOY-LOAD-01\": {form}");
        newcomer.Read("readiness.json").ShouldNotContain("TOY-SEQ-01");

        newcomer.Has("readiness.json", newcomer.Read("readiness.json").Replace("// \"TOY-LOAD-01\"", "\"TOY-LOAD-01\"", StringComparison.Ordinal));

        newcomer.Load().ShouldBeOfType<ConfigurationResult.Refused>().Problems.Select(problem => $"{problem.Key} {problem.Problem}").ShouldBe(
        [
            "attestations.TOY-LOAD-01.name the value is empty",
            "attestations.TOY-LOAD-01.role the value is empty",
            "attestations.TOY-LOAD-01.statement the value is empty",
        ]);
    }

    [Test]
    public void What_proves_more_can_be_taken_as_it_stands()
    {
        using var newcomer = new Newcomer();
        newcomer.Load(newcomer.Sheet((AnswerSheet.Command, "clinic")));
        newcomer.Has("src/clinic.js");
        var text = newcomer.Read("readiness.json");
        newcomer.Has("readiness.json", text
            .Replace("// \"monitoring\"", "\"monitoring\"", StringComparison.Ordinal)
            .Replace("// \"production\"", "\"production\"", StringComparison.Ordinal)
            .Replace("// \"secrets\"", "\"secrets\"", StringComparison.Ordinal)
            .Replace("// \"version\"", "\"version\"", StringComparison.Ordinal)
            .Replace("\"SECRETS_DIR\"", "\"ALERTS_URL\": \"{alerts.url}\",\n\"SECRETS_DIR\"", StringComparison.Ordinal));

        var configuration = newcomer.Load().ShouldBeOfType<ConfigurationResult.Loaded>().Configuration;

        configuration.Integration.Version.ShouldBe("1.0.0");
        configuration.Monitoring.ShouldNotBeNull();
        configuration.Production.ShouldNotBeNull();
        configuration.Secrets.Roots.ShouldBe([Path.Combine(newcomer.Folder, "src")]);
    }
}
