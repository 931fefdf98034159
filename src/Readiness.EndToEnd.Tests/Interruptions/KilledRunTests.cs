using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Interruptions;

/// <summary>What a run that was killed leaves behind is ended and reported later.</summary>
/// <remarks>Alone: any other run that starts would end the orphans that are looked at here.</remarks>
[NonParallelizable]
public sealed class KilledRunTests
{
    [Test]
    public async Task Its_orphans_are_ended_by_the_next_start_and_its_reports_are_made_from_the_journal()
    {
        using var workplace = new Workplace();
        await using var killed = RunningProgram.Readiness(workplace.Folder, "certify");
        await killed.Line("OSG-TOKEN-02 ");
        await killed.Signal("KILL");
        await killed.Exit();
        ProcessTable.OwnedBy(killed.Id).ShouldNotBeEmpty();

        await EndsOrphans(killed);

        await using var report = RunningProgram.Readiness(workplace.Folder, "report", workplace.Run.Folder);
        (await report.Exit()).ShouldBe(4, report.Output);
        var run = workplace.Run;
        run.ShouldHaveItsReports();
        run.Headline.ShouldStartWith("incomplete");
        run.Word("causeDetail").ShouldBe("the journal breaks off: the run was killed");
        run.Verdicts["OSG-TOKEN-01"].ShouldBe("passed");
        run.Verdicts["OSG-STATE-01"].ShouldBe("not-run");
        run.Verdicts.Values.ShouldNotContain("failed");
    }

    [Test]
    public async Task A_child_that_left_the_process_tree_is_found_as_well()
    {
        using var workplace = new Workplace();
        var child = Path.Combine(workplace.Folder, "child.pid");
        workplace.Configure(DetachingIntegration.Silent(child));
        await using var killed = RunningProgram.Readiness(workplace.Folder, "certify");
        await killed.Line("ok  a well-signed event");
        await killed.Signal("KILL");
        await killed.Exit();
        var id = await DetachingIntegration.ChildOf(child);
        ProcessTable.Runs(id).ShouldBeTrue();

        await EndsOrphans(killed);

        ProcessTable.Runs(id).ShouldBeFalse();
    }

    /// <summary>Starts a run elsewhere, which has a fault of its own and so ends soon.</summary>
    private static async Task EndsOrphans(RunningProgram killed)
    {
        using var elsewhere = new Workplace();
        var configuration = StubConfiguration.Healthy();
        configuration.Launch()["command"] = "no-such-program";
        elsewhere.Configure(configuration);
        await using var next = RunningProgram.Readiness(elsewhere.Folder, "certify");
        (await next.Exit()).ShouldBe(3, next.Output);
        next.Output.ShouldContain("that a killed run had left behind");
        ProcessTable.OwnedBy(killed.Id).ShouldBeEmpty();
    }
}
