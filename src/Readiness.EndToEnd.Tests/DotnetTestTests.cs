using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests;

/// <summary>The same certification for people who prefer <c>dotnet test</c>: the features' own project, with a file of run settings.</summary>
/// <remarks>It starts the features alone, which start no tests, so it never runs within itself.</remarks>
public sealed class DotnetTestTests
{
    [Test]
    public async Task The_last_test_passes_for_the_sample()
    {
        using var workplace = new Workplace();
        await using var tests = Start(workplace);

        (await tests.Exit()).ShouldBe(0, tests.Output);

        tests.Output.ShouldMatch(@"Passed Is_ready");
        workplace.Run.ShouldHaveItsReports();
        workplace.Run.Headline.ShouldStartWith("ready (rehearsal");
    }

    [Test]
    public async Task With_a_broken_configuration_every_scenario_is_skipped_and_the_last_test_fails_with_the_fault()
    {
        using var workplace = new Workplace();
        await using var tests = Start(workplace, ("READINESS__run__maxMinutes", "0"));

        (await tests.Exit()).ShouldBe(1, tests.Output);

        tests.Output.ShouldMatch(@"Failed Is_ready");
        tests.Output.ShouldContain("run.maxMinutes");
        tests.Output.ShouldContain("not run: ");
        Count(tests.Output, "Failed").ShouldBe(1);
        Count(tests.Output, "Passed").ShouldBe(0);
        Count(tests.Output, "Skipped").ShouldBeGreaterThan(30);
        workplace.Runs.ShouldBeEmpty();
    }

    [Test]
    public async Task What_proves_nothing_is_skipped_with_its_reason_and_the_last_test_decides()
    {
        using var workplace = new Workplace();
        // An integration for which nobody has stated anything.
        await using var tests = Start(workplace, [.. Variables("READINESS", StubConfiguration.Healthy()), ("READINESS__run__items", "SEC-01,MON-01")]);

        (await tests.Exit()).ShouldBe(1, tests.Output);

        Count(tests.Output, "Failed").ShouldBe(1);
        tests.Output.ShouldMatch("Failed Is_ready");
        tests.Output.ShouldMatch(@"Skipped \S*NoSecretStandsInCode");
        tests.Output.ShouldContain("nobody has stated it");
        workplace.Run.Verdicts["OSG-SEC-01"].ShouldBe("inconclusive");
    }

    [Test]
    public async Task The_configuration_of_the_folder_in_which_the_launcher_was_called_counts()
    {
        using var workplace = new Workplace();
        workplace.Write("readiness.json", """{ "pace": "leisurely" }""");
        await using var tests = Start(workplace, ("READINESS_FOLDER", workplace.Folder));

        (await tests.Exit()).ShouldBe(1, tests.Output);

        tests.Output.ShouldMatch("Failed Is_ready");
        tests.Output.ShouldContain("'leisurely' is not one of the choices");
    }

    private static RunningProgram Start(Workplace workplace, params IEnumerable<(string Name, string Value)> variables) => RunningProgram.Dotnet(
        Built.Root,
        [("READINESS__reports__directory", Path.Combine(workplace.Folder, "reports")), .. variables],
        "test", Path.Combine("src", "Readiness.Scenarios"), "--no-build", "--configuration", Built.Configuration,
        "--settings", Path.Combine("runsettings", "rehearsal.runsettings"), "--logger", "console;verbosity=normal");

    /// <summary>A configuration as environment variables, for the test host starts where no file of these tests is.</summary>
    private static IEnumerable<(string Name, string Value)> Variables(string name, JsonNode node) => node switch
    {
        JsonObject section => section.SelectMany(entry => Variables($"{name}__{entry.Key}", entry.Value!)),
        JsonArray list => list.SelectMany((entry, index) => Variables($"{name}__{index}", entry!)),
        _ => [(name, node.ToString())],
    };

    private static int Count(string output, string outcome) => Regex.Count(output, $@"^\s+{outcome} \S", RegexOptions.Multiline);
}
