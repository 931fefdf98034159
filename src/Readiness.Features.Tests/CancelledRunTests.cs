using Readiness.Features.Smoke;

namespace Readiness.Features.Tests;

public sealed class CancelledRunTests
{
    [Test]
    public async Task The_scenario_under_way_is_given_up_and_the_others_are_not_run()
    {
        var (result, _) = await CancelOnceBegun(new FeatureRun(Zoo.Features) { Selection = FeatureSelection.Of(["ZOO-01", "WAITS", "AFTERWARDS"]) }, afterTitle: "Waits until it is given up");

        result.Cancelled.ShouldBeTrue();
        result.LeftRunning.ShouldBeFalse();
        result.Scenarios.Select(outcome => outcome.Result).ShouldBe([ScenarioResult.Passed, ScenarioResult.GivenUp, ScenarioResult.NotRun]);
    }

    [Test]
    public async Task Hooks_after_the_run_still_run()
    {
        ZooHooks.GateIsStuck = true;

        try
        {
            var (result, _) = await CancelOnceBegun(new FeatureRun(Zoo.Features) { Selection = FeatureSelection.Of(["WAITS"]) }, "Waits until it is given up");

            result.Faults.ShouldHaveSingleItem().ShouldContain("the gate is stuck");
        }
        finally
        {
            ZooHooks.GateIsStuck = false;
        }
    }

    [Test]
    public async Task A_scenario_that_heeds_nothing_is_left_behind_after_the_grace()
    {
        try
        {
            var run = new FeatureRun(Zoo.Features) { Selection = FeatureSelection.Of(["STUBBORN", "AFTERWARDS"]), Grace = TimeSpan.Zero };
            var (result, runUnderWay) = await CancelOnceBegun(run, "Waits without heeding the run");

            result.LeftRunning.ShouldBeTrue();
            result.Scenarios.Select(outcome => outcome.Result).ShouldBe([ScenarioResult.GivenUp, ScenarioResult.NotRun]);
            runUnderWay.ShouldBeFalse();
        }
        finally
        {
            ZooSteps.Alarm.Set();
        }
    }

    [Test]
    public async Task A_run_cancelled_before_it_begins_runs_nothing()
    {
        var result = await Zoo.Run("ZOO-01").RunAsync(new CancellationToken(canceled: true));

        result.Scenarios.ShouldHaveSingleItem().Result.ShouldBe(ScenarioResult.NotRun);
    }

    [Test]
    public async Task A_second_run_beside_the_first_is_refused()
    {
        using var cancellation = new CancellationTokenSource();
        var trace = new OrderedTrace();
        var first = new FeatureRun(Zoo.Features) { Selection = FeatureSelection.Of(["WAITS"]), Progress = trace }.RunAsync(cancellation.Token);
        await trace.FirstBegun;

        var second = Zoo.Run("ZOO-01").RunAsync(CancellationToken.None);

        (await Should.ThrowAsync<InvalidOperationException>(second)).Message.ShouldBe("Features are already running in this process; NUnit holds their state in statics.");
        await cancellation.CancelAsync();
        await first;
    }

    private static async Task<(FeatureRunResult Result, bool UnderWay)> CancelOnceBegun(FeatureRun run, string afterTitle)
    {
        using var cancellation = new CancellationTokenSource();
        var trace = new CancelAt(afterTitle, cancellation);
        var result = await new FeatureRun(Zoo.Features) { Selection = run.Selection, Grace = run.Grace, Progress = trace }.RunAsync(cancellation.Token);

        return (result, FeatureRun.Cancellation.CanBeCanceled);
    }

    private sealed class CancelAt(string title, CancellationTokenSource cancellation) : IFeatureProgress
    {
        public void Started(Scenario scenario)
        {
            if (scenario.Title == title)
                cancellation.CancelAfter(TimeSpan.FromMilliseconds(50));
        }

        public void Finished(ScenarioOutcome outcome)
        {
            // Only beginnings count here.
        }
    }
}
