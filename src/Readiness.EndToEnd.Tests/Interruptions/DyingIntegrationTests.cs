using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Interruptions;

/// <summary>An integration that dies in mid-run is started again; its death fails no item and holds nothing up.</summary>
public sealed class DyingIntegrationTests
{
    [Test]
    public async Task One_that_dies_with_every_second_operation_fails_no_item()
    {
        using var workplace = new Workplace();
        workplace.Configure(StubConfiguration.WithDriver("dies-after-1"));
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "OSG-TOKEN-01,OSG-BEN-01,OSG-SEC-01");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        workplace.Run.Word("cause").ShouldBe("completed");
        workplace.Run.Verdicts.Values.ShouldNotContain("failed");
        workplace.Run.Verdicts["OSG-TOKEN-01"].ShouldBe("inconclusive");
        workplace.Run.Verdicts["OSG-BEN-01"].ShouldBe("inconclusive");
        workplace.Run.Text("integration-output.txt").ShouldContain("out of memory");
        workplace.Run.Text("journal.ndjson").ShouldContain("\"exitCode\":\"9\"");
    }

    [Test]
    public async Task The_sample_is_killed_from_outside_and_no_item_fails_for_it()
    {
        using var workplace = new Workplace();
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "OSG-TOKEN-01,OSG-FLOW-01,OSG-BEN-01,OSG-BEN-02,OSG-DISP-01,OSG-ASYNC-01,OSG-HOOK-02");
        await certify.Line("OSG-TOKEN-01 ");
        var clinic = ProcessTable.OwnedBy(certify.Id).Single(id => ProcessTable.CommandLine(id).Contains("Sample.dll", StringComparison.Ordinal));

        await Signals.Send("KILL", clinic);

        (await certify.Exit()).ShouldBe(4, certify.Output);
        workplace.Run.Word("cause").ShouldBe("completed");
        workplace.Run.Verdicts.Values.ShouldNotContain("failed");
        workplace.Run.Verdicts["OSG-TOKEN-01"].ShouldBe("passed");

        // On a busy machine the signal may meet any of the quick ones; the last comes seconds after it.
        workplace.Run.Verdicts["OSG-HOOK-02"].ShouldBe("passed");
    }
}
