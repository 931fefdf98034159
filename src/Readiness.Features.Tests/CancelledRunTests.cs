using Readiness.Features.Smoke;

namespace Readiness.Features.Tests;

public sealed class CancelledRunTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Test]
    public async Task The_scenario_under_way_is_given_up_and_the_others_are_not_run()
    {
        var (result, _) = await CancelledIn("Waits until it is given up", "ZOO-01", "WAITS", "AFTERWARDS");

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
            var (result, _) = await CancelledIn("Waits until it is given up", "WAITS");

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
        var (result, run) = await CancelledIn("Waits without heeding the run", "STUBBORN", "AFTERWARDS");

        try
        {
            result.LeftRunning.ShouldBeTrue();
            result.Scenarios.Select(outcome => outcome.Result).ShouldBe([ScenarioResult.GivenUp, ScenarioResult.NotRun]);
            (await Should.ThrowAsync<InvalidOperationException>(Zoo.Run("ZOO-01").RunAsync(CancellationToken.None))).Message.ShouldContain("already running");
        }
        finally
        {
            ZooSteps.Alarm.Set();
        }

        await run.Ended.WaitAsync(Limit);
        (await Zoo.OutcomeOf("ZOO-01")).Result.ShouldBe(ScenarioResult.Passed);
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
        await trace.FirstBegun.WaitAsync(Limit);

        var second = Zoo.Run("ZOO-01").RunAsync(CancellationToken.None);

        (await Should.ThrowAsync<InvalidOperationException>(second)).Message.ShouldBe("Features are already running in this process; NUnit holds their state in statics.");
        await cancellation.CancelAsync();
        await first;
    }

    private static async Task<(FeatureRunResult Result, FeatureRun Run)> CancelledIn(string title, params string[] tags)
    {
        using var cancellation = new CancellationTokenSource();
        var stubborn = tags.Contains("STUBBORN");
        var run = new FeatureRun(Zoo.Features)
        {
            Selection = FeatureSelection.Of(tags),
            Progress = new CancelAt(title, cancellation),
            Grace = stubborn ? TimeSpan.Zero : Limit,
        };

        return (await run.RunAsync(cancellation.Token), run);
    }

    private sealed class CancelAt(string title, CancellationTokenSource cancellation) : IFeatureProgress
    {
        public void Started(Scenario scenario)
        {
            if (scenario.Title == title)
                cancellation.Cancel();
        }

        public void Finished(ScenarioOutcome outcome)
        {
            // Only beginnings count here.
        }
    }
}
