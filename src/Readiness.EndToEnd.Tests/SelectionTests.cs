using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests;

/// <summary>What a user asks the program about one item, and how a part of the checklist is run.</summary>
public sealed class SelectionTests
{
    [Test]
    public async Task A_scenario_chosen_by_its_tag_runs_alone_and_its_item_is_no_pass()
    {
        using var workplace = new Workplace();
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--tags", "@restart", "--items", "HOOK-*", "--set", "reports.allure=false");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        workplace.Run.Verdicts.Values.Distinct().ShouldBe(["not-run"]);
        workplace.Run.Headline.ShouldStartWith("incomplete (rehearsal; selection, 0 of ");
        certify.Output.ShouldContain("what ran showed nothing wrong");
        workplace.Run.ShouldHaveItsReports();
    }

    [TestCase("OSG-HOK-02", "OSG-HOOK-02")]
    [TestCase("hook02", "OSG-HOOK-02")]
    public async Task An_unknown_item_is_answered_with_the_nearest_names(string written, string nearest)
    {
        using var workplace = new Workplace();
        await using var explain = RunningProgram.Readiness(workplace.Folder, "explain", written);

        (await explain.Exit()).ShouldBe(2, explain.Output);

        explain.Output.ShouldContain($"is called '{written}'. Nearest: {nearest}");
    }

    [TestCase("hook-02")]
    [TestCase("OSG-HOOK-02")]
    public async Task An_item_is_explained_from_wherever_the_program_is_started(string written)
    {
        using var workplace = new Workplace();
        await using var explain = RunningProgram.Readiness(workplace.Folder, "explain", written);

        (await explain.Exit()).ShouldBe(0, explain.Output);

        foreach (var part in (string[])["What is tested", "How to mend it", "An event arrives again after a restart @restart", "CheckThenAct: SELECT, then INSERT", "Variants of the bundled sample"])
        {
            explain.Output.ShouldContain(part);
        }
    }
}
