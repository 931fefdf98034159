using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>What a partner declares as not used is neither asked for nor judged, and must not be used.</summary>
public sealed class CapabilityTests
{
    private const string Reason = "no Dominican sponsors";

    [Test]
    public async Task A_capability_that_is_used_all_the_same_is_a_fault_of_the_configuration()
    {
        using var workplace = new Workplace();
        workplace.Configure(WithoutSettlement("settles-unasked"));
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "OSG-BEN-01");

        (await certify.Exit()).ShouldBe(2, certify.Output);

        var run = workplace.Run;
        run.ShouldHaveItsReports();
        (run.Word("cause"), run.ExitCode).ShouldBe(("configuration", 2));
        run.Word("causeDetail").ShouldStartWith($"capabilities.settlement is declared as not used ({Reason}), and the integration uses it: exchange ");
        run.Word("causeDetail").ShouldContain(", GET /v3/settlements/");
        run.Word("causeDetail").ShouldEndWith(
            "/pending-authorizations. Next: take capabilities.settlement out of the configuration, so that its items are judged, or keep the integration from making this call");
        certify.Output.ShouldContain("capabilities.settlement is declared as not used");
        run.Verdicts.Values.ShouldNotContain("failed");

        await using var judge = RunningProgram.Readiness(workplace.Folder, "judge", run.Folder);
        (await judge.Exit()).ShouldBe(2, judge.Output);
    }

    [Test]
    public async Task What_does_not_apply_is_not_driven_and_every_report_says_why()
    {
        using var workplace = new Workplace();
        workplace.Configure(WithoutSettlement("healthy"));
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "OSG-FLOW-03");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        var run = workplace.Run;
        run.Verdicts["OSG-FLOW-03"].ShouldBe("not-applicable");
        run.Text("journal.ndjson").ShouldNotContain("settlement.dispatch");
        const string Told = $"declared as not used: {Reason}";
        certify.Output.ShouldContain(Told);
        foreach (var report in new[] { "run.json", "junit.xml", "certificate.html" })
        {
            run.Text(report).ShouldContain(Told, Case.Sensitive, report);
        }

        run.Files().Where(file => file.Key.EndsWith("-result.json", StringComparison.Ordinal)).Select(file => System.Text.Encoding.UTF8.GetString(file.Value))
            .Count(text => text.Contains(Told, StringComparison.Ordinal)).ShouldBeGreaterThan(0);
    }

    private static JsonObject WithoutSettlement(string driver)
    {
        var configuration = StubConfiguration.WithDriver(driver);
        configuration["capabilities"] = new JsonObject { ["settlement"] = new JsonObject { ["used"] = false, ["reason"] = Reason } };
        return configuration;
    }
}
