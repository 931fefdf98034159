namespace Readiness.Configuration.Tests;

public sealed class LayerTests
{
    private static readonly Dictionary<string, string> ProfileDefaults = new()
    {
        ["integration.launch.command"] = "clinic", ["driver.url"] = "http://127.0.0.1:5301/driver", ["operator"] = "profile",
    };

    [TestCase(0, "profile")]
    [TestCase(1, "file")]
    [TestCase(2, "environment file")]
    [TestCase(3, "variable")]
    [TestCase(4, "run setting")]
    [TestCase(5, "option")]
    public void Every_layer_goes_over_the_ones_below(int layers, string expected)
    {
        using var bench = Workbench.Bare().Profile(ProfileDefaults);
        if (layers >= 1) bench.File("""{ "operator": "file" }""");
        if (layers >= 2) bench.File("""{ "operator": "environment file" }""", "readiness.ci.json").With(s => s with { Environment = "ci" });
        if (layers >= 3) bench.Variable("READINESS__operator", "variable");
        if (layers >= 4) bench.RunSetting("operator", "run setting");
        if (layers >= 5) bench.Option("operator", "option");

        bench.Configuration().Operator.ShouldBe(expected);
    }

    [Test]
    public void Without_any_layer_the_defaults_of_the_keys_hold()
    {
        using var bench = Workbench.Complete();

        var configuration = bench.Configuration();

        configuration.Profile.ShouldBe("toy");
        configuration.Pace.ShouldBe(Pace.Compressed);
        configuration.Strict.ShouldBeFalse();
        configuration.Integration.Name.ShouldBe("integration under test");
        configuration.Integration.Processes.ShouldBe(1);
        configuration.Integration.Launch!.ReadyTimeout.ShouldBe(TimeSpan.FromSeconds(60));
        configuration.Driver.Concurrency.ShouldBe(8);
        configuration.Driver.Timeout.ShouldBe(TimeSpan.FromSeconds(90));
        configuration.Sandbox.Listen.ShouldBe(new Uri("http://127.0.0.1:0"));
        configuration.Sandbox.Options.ShouldBe(new Dictionary<string, string> { ["token.lifetimeSeconds"] = "3600" });
        configuration.ReportsDirectory.ShouldBe(Path.Combine(bench.Folder, "reports"));
        configuration.Run.Budget.ShouldBeNull();
        configuration.Run.Items.ShouldBeEmpty();
    }

    [Test]
    public void The_environment_may_come_from_a_variable()
    {
        using var bench = Workbench.Complete()
            .File("""{ "pace": "documented" }""", "readiness.ci.json")
            .Variable("READINESS_ENVIRONMENT", "ci");

        bench.Configuration().Pace.ShouldBe(Pace.Documented);
    }

    [Test]
    public void The_environment_of_the_command_line_goes_over_that_of_the_variable()
    {
        using var bench = Workbench.Complete()
            .File("""{ "operator": "ci" }""", "readiness.ci.json")
            .File("""{ "operator": "desk" }""", "readiness.desk.json")
            .Variable("READINESS_ENVIRONMENT", "ci")
            .With(s => s with { Environment = "desk" });

        bench.Configuration().Operator.ShouldBe("desk");
    }

    [Test]
    public void The_environments_file_stands_beside_a_file_of_another_name()
    {
        using var bench = Workbench.Complete()
            .File("""{ "operator": "base", "strict": true }""", "gate.json")
            .File("""{ "operator": "special" }""", "gate.ci.json")
            .With(s => s with { File = "gate.json", Environment = "ci" });

        bench.Configuration().ShouldSatisfyAllConditions(c => c.Operator.ShouldBe("special"), c => c.Strict.ShouldBeTrue());
    }

    [Test]
    public void A_list_replaces_a_list_as_a_whole()
    {
        using var bench = Workbench.Bare()
            .File("""{ "integration": { "launch": { "command": "clinic", "args": ["--port", "{integration.port}", "--verbose"] } }, "driver": { "url": "http://127.0.0.1:{integration.port}" } }""")
            .File("""{ "integration": { "launch": { "args": ["--quiet"] } } }""", "readiness.ci.json")
            .With(s => s with { Environment = "ci" });

        bench.Configuration().Integration.Launch!.Args.ShouldBe(["--quiet"]);
    }

    [Test]
    public void Null_takes_a_section_of_lower_layers_away()
    {
        using var bench = Workbench.Bare()
            .File("""{ "integration": { "launch": { "command": "clinic", "args": ["--verbose"], "environment": { "LEVEL": "debug" } } }, "driver": { "url": "http://127.0.0.1:5301" } }""")
            .File("""{ "integration": { "launch": { "args": null, "environment": null } } }""", "readiness.ci.json")
            .With(s => s with { Environment = "ci" });

        bench.Configuration().Integration.Launch!.ShouldSatisfyAllConditions(l => l.Command.ShouldBe("clinic"), l => l.Args.ShouldBeEmpty(), l => l.Environment.ShouldBeEmpty());
    }

    [Test]
    public void Null_leaves_a_key_its_default()
    {
        using var bench = Workbench.Complete().File("""{ "pace": null, "reports": null }""");

        bench.Configuration().Pace.ShouldBe(Pace.Compressed);
    }

    [Test]
    public void Outside_of_files_a_list_is_written_with_commas_or_an_entry_at_a_time()
    {
        using var commas = Workbench.Complete().Option("run.items", "TOY-SEQ-01, TOY-AUTH-01");
        using var entries = Workbench.Complete().Variable("READINESS__RUN__ITEMS__0", "toy-auth-01");

        commas.Configuration().Run.Items.Select(item => item.Value).ShouldBe(["TOY-SEQ-01", "TOY-AUTH-01"]);
        entries.Configuration().Run.Items.Select(item => item.Value).ShouldBe(["TOY-AUTH-01"]);
    }

    [Test]
    public void An_empty_variable_counts_as_none()
    {
        using var bench = Workbench.Complete().File("""{ "operator": "file" }""").Variable("READINESS__operator", "");

        bench.Configuration().Operator.ShouldBe("file");
    }

    [Test]
    public void Options_of_the_profile_may_be_nested_or_dotted_and_override_each_other()
    {
        using var bench = Workbench.Complete()
            .File("""{ "sandbox": { "options": { "token.lifetimeSeconds": 900 } } }""")
            .File("""{ "sandbox": { "options": { "token": { "lifetimeSeconds": 600 } } } }""", "readiness.ci.json")
            .With(s => s with { Environment = "ci" });

        bench.Configuration().Sandbox.Options["token.lifetimeSeconds"].ShouldBe("600");
    }
}
