using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Interruptions;

/// <summary>Ctrl-C and kill end a run with the reports of what ran, and leave no process behind.</summary>
public sealed class InterruptionTests
{
    private const string OfTheSecondItem = "OSG-TOKEN-02 ";

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    public async Task The_reports_of_what_ran_are_written_and_the_integration_is_gone(string signal, int exitCode)
    {
        using var workplace = new Workplace();
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify");
        await certify.Line(OfTheSecondItem);
        ProcessTable.OwnedBy(certify.Id).ShouldNotBeEmpty();

        await certify.Signal(signal);

        (await certify.Exit()).ShouldBe(exitCode, certify.Output);
        ProcessTable.OwnedBy(certify.Id).ShouldBeEmpty();
        var run = workplace.Run;
        run.ShouldHaveItsReports();
        run.ExitCode.ShouldBe(exitCode);
        run.Word("overall").ShouldBe("incomplete");
        run.Headline.ShouldStartWith("incomplete");
        run.Headline.ShouldEndWith("interrupted");
        run.Word("cause").ShouldBe("interrupted");
        run.Verdicts["OSG-TOKEN-01"].ShouldBe("passed");
        run.Verdicts["OSG-STATE-01"].ShouldBe("not-run");
        run.Verdicts.Values.ShouldNotContain("failed");
        run.Text("junit.xml").ShouldContain("not run");
        run.Text("certificate.html").ShouldContain("not run");
    }

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    public async Task A_child_that_left_the_process_tree_is_ended_too(string signal, int exitCode)
    {
        using var workplace = new Workplace();
        var child = Path.Combine(workplace.Folder, "child.pid");
        workplace.Configure(DetachingIntegration.Silent(child));
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify");
        await certify.Line("ok  a well-signed event");
        var id = await DetachingIntegration.ChildOf(child);
        ProcessTable.Runs(id).ShouldBeTrue();

        await certify.Signal(signal);

        (await certify.Exit()).ShouldBe(exitCode, certify.Output);
        ProcessTable.Runs(id).ShouldBeFalse();
        ProcessTable.OwnedBy(certify.Id).ShouldBeEmpty();
        workplace.Run.ShouldHaveItsReports();
        workplace.Run.Verdicts.Values.ShouldNotContain("failed");
    }

    [Test]
    public async Task A_second_signal_ends_at_once()
    {
        using var workplace = new Workplace();
        workplace.Configure(StubConfiguration.WithDriver("silent-after-1"));
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify");
        await certify.Line("ok  a well-signed event");
        await certify.Signal("INT");
        await certify.Line("once more to stop at once");

        await certify.Signal("INT");

        (await certify.Exit()).ShouldBe(130, certify.Output);
        ProcessTable.OwnedBy(certify.Id).ShouldBeEmpty();
        certify.Output.ShouldNotContain("certificate  ");
    }
}
