using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Interruptions;

/// <summary><c>--max-minutes</c> bounds a run, whatever the integration does.</summary>
public sealed class TimeBudgetTests
{
    [Test]
    public async Task A_run_whose_time_is_spent_ends_incomplete_with_its_reports()
    {
        using var workplace = new Workplace();
        workplace.Configure(StubConfiguration.WithDriver("silent-after-1"));
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--max-minutes", "1");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        var run = workplace.Run;
        run.ShouldHaveItsReports();
        run.Word("overall").ShouldBe("incomplete");
        run.Word("causeDetail").ShouldContain("1 minute");
        run.Verdicts["OSG-STATE-01"].ShouldBe("not-run");
        run.Verdicts.Values.ShouldNotContain("failed");
        ((double)run.Result["duration"]!).ShouldBeInRange(60, 80);
        ProcessTable.OwnedBy(certify.Id).ShouldBeEmpty();
    }
}
