using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>A configuration that cannot be meant is refused before anything starts.</summary>
public sealed class ConfigurationFaultTests
{
    [Test]
    public async Task Several_problems_are_told_at_once_and_nothing_starts()
    {
        using var workplace = new Workplace();
        var configuration = StubConfiguration.Healthy();
        configuration["pace"] = "leisurely";
        configuration["webhok"] = new JsonObject { ["url"] = "http://127.0.0.1:1" };
        configuration["driver"]!["concurrency"] = 99;
        workplace.Configure(configuration);

        var output = await Refused(workplace);

        output.ShouldContain("pace");
        output.ShouldContain("webhok");
        output.ShouldContain("driver.concurrency");
        output.ShouldContain("3 problems in the configuration. Nothing was run.");
        Directory.Exists(Path.Combine(workplace.Folder, "reports")).ShouldBeFalse();
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_named_with_the_place_in_it()
    {
        using var workplace = new Workplace();
        workplace.Write("readiness.json", "{\n  \"pace\": \"compressed\"\n  \"strict\": true\n}");

        var output = await Refused(workplace);

        output.ShouldContain("readiness.json:3");
        output.ShouldContain("Nothing was run.");
    }

    [Test]
    public async Task A_reports_folder_that_cannot_be_written_is_found_before_anything_starts()
    {
        using var workplace = new Workplace();
        workplace.Configure(StubConfiguration.Healthy());
        workplace.Write("reports", "a file where the folder should be");

        var output = await Refused(workplace);

        output.ShouldContain("reports.directory");
        output.ShouldContain("is a file");
    }

    [Test]
    public async Task An_option_that_does_not_exist_is_a_matter_of_usage()
    {
        using var workplace = new Workplace();
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--pase", "documented");

        (await certify.Exit()).ShouldBe(2);

        certify.Output.ShouldContain("--pase");
    }

    private static async Task<string> Refused(Workplace workplace)
    {
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify");
        (await certify.Exit()).ShouldBe(2, certify.Output);
        certify.Output.ShouldNotContain("Certifying");
        return certify.Output;
    }
}
