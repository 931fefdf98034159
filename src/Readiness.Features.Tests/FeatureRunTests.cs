using Readiness.Features.Smoke;

namespace Readiness.Features.Tests;

public sealed class FeatureRunTests
{
    [Test]
    public async Task Steps_hooks_tables_and_injection_work_in_process()
    {
        var result = await Zoo.Run("smoke").RunAsync(CancellationToken.None);

        result.Faults.ShouldBeEmpty();
        result.Scenarios.ShouldAllBe(outcome => outcome.Result == ScenarioResult.Passed);
        result.Scenarios.Select(outcome => outcome.Scenario.Title).ShouldBe(
        [
            "Two comes before one in this file",
            "One comes after two",
            "Animals of an outline keep their order",
            "Animals of an outline keep their order",
        ]);
    }

    [Test]
    public async Task Scenarios_begin_in_the_order_of_files_and_lines()
    {
        var trace = new OrderedTrace();

        await new FeatureRun(Zoo.Features) { Selection = FeatureSelection.Of(["AFTERWARDS", "FAILING", "ZOO-01", "ZOO-02"]), Progress = trace }.RunAsync(CancellationToken.None);

        trace.Begun.ShouldBe(
        [
            "Two comes before one in this file",
            "One comes after two",
            "Would run after the one that waits",
            "Has a step that fails",
        ]);
        trace.Ended.Select(outcome => outcome.Scenario.Title).ShouldBe(trace.Begun);
    }

    [Test]
    public async Task Rows_of_an_outline_keep_their_order()
    {
        var result = await Zoo.Run("ZOO-03").RunAsync(CancellationToken.None);

        result.Scenarios.Count.ShouldBe(2);
        result.Scenarios[0].Scenario.Id.ShouldContain("tiger");
        result.Scenarios[1].Scenario.Id.ShouldContain("ape");
    }

    [Test]
    public async Task A_scenario_bears_its_tags_and_its_feature_s_hyphens_included()
    {
        var scenario = (await Zoo.OutcomeOf("ZOO-01")).Scenario;

        scenario.Feature.ShouldBe("Zebras are led out first");
        scenario.Tags.ShouldBe(["ZOO-01", "core", "smoke"], ignoreOrder: true);
    }

    [Test]
    public async Task A_scenario_can_be_selected_by_its_id()
    {
        var wanted = Zoo.Run("ZOO-01").List().ShouldHaveSingleItem();

        var result = await Zoo.Run(wanted.Id).RunAsync(CancellationToken.None);

        result.Scenarios.ShouldHaveSingleItem().Scenario.Title.ShouldBe("One comes after two");
    }

    [Test]
    public async Task A_selection_that_fits_nothing_runs_nothing() =>
        (await Zoo.Run("ZOO-99").RunAsync(CancellationToken.None)).Scenarios.ShouldBeEmpty();

    [Test]
    public async Task A_step_that_nobody_defined_fails() =>
        (await Zoo.OutcomeOf("UNDEFINED")).Result.ShouldBe(ScenarioResult.Failed);

    [Test]
    public async Task A_step_that_throws_fails_with_its_message()
    {
        var outcome = await Zoo.OutcomeOf("FAILING");

        outcome.Result.ShouldBe(ScenarioResult.Failed);
        outcome.Message.ShouldContain("the lock is broken");
    }

    [Test]
    public async Task A_step_that_proves_nothing_is_inconclusive()
    {
        var outcome = await Zoo.OutcomeOf("INCONCLUSIVE");

        outcome.Result.ShouldBe(ScenarioResult.Inconclusive);
        outcome.Message.ShouldContain("it is dark");
    }

    [Test]
    public async Task A_hook_that_fails_after_the_run_is_a_fault_of_the_run()
    {
        ZooHooks.GateIsStuck = true;

        try
        {
            var result = await Zoo.Run("ZOO-01").RunAsync(CancellationToken.None);

            result.Faults.ShouldHaveSingleItem().ShouldContain("the gate is stuck");
            result.Scenarios.ShouldHaveSingleItem().Result.ShouldBe(ScenarioResult.Passed);
        }
        finally
        {
            ZooHooks.GateIsStuck = false;
        }
    }

    [Test]
    public async Task The_console_is_handed_back()
    {
        var before = Console.Out;

        await Zoo.Run("ZOO-01").RunAsync(CancellationToken.None);

        Console.Out.ShouldBeSameAs(before);
    }

    [Test]
    public async Task Progress_that_throws_is_a_fault_and_stops_no_scenario()
    {
        var result = await new FeatureRun(Zoo.Features) { Selection = FeatureSelection.Of(["ZOO-01"]), Progress = new ClosedPipe() }.RunAsync(CancellationToken.None);

        result.Faults.ShouldBe(["progress: Broken pipe"]);
        result.Scenarios.ShouldHaveSingleItem().Result.ShouldBe(ScenarioResult.Passed);
    }

    private sealed class ClosedPipe : IFeatureProgress
    {
        public void Started(Scenario scenario) => throw new IOException("Broken pipe");

        public void Finished(ScenarioOutcome outcome) => throw new IOException("Broken pipe");
    }
}
