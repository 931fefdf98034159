using NUnit.Framework.Interfaces;

namespace Readiness.Features;

/// <summary>Takes down what NUnit reports of one run. It can be closed while a scenario that was given up still reports.</summary>
internal sealed class RunLedger(IReadOnlyList<Scenario> selected, IFeatureProgress? progress, Action stop, CancellationToken cancellation) : ITestListener
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ScenarioOutcome> outcomes = [];
    private readonly List<string> faults = [];
    private Scenario? underWay;
    private bool closed;

    public bool IsEmpty => selected.Count == 0;

    public FeatureRunResult Close(bool leftRunning)
    {
        lock (gate)
        {
            closed = true;

            return new FeatureRunResult
            {
                Scenarios = [.. selected.Select(scenario => outcomes.GetValueOrDefault(scenario.Id) ?? WithoutOutcome(scenario))],
                Faults = [.. faults],
                Cancelled = cancellation.IsCancellationRequested,
                LeftRunning = leftRunning,
            };
        }
    }

    public void TestStarted(ITest test)
    {
        if (ScenarioTree.Read(test) is not { } scenario)
            return;

        lock (gate)
        {
            if (closed)
                return;

            underWay = scenario;
            Tell(progress => progress.Started(scenario));
        }

        // NUnit does not hear a stop that comes before its first test; this scenario finds its token cancelled.
        if (cancellation.IsCancellationRequested)
            stop();
    }

    public void TestFinished(ITestResult result)
    {
        lock (gate)
        {
            if (closed)
                return;

            if (result.Test.IsSuite)
                NoteFault(result);
            else if (ScenarioTree.Read(result.Test) is { } scenario)
                Note(scenario, result);
        }
    }

    public void TestOutput(TestOutput output)
    {
        // Output is read from the results.
    }

    public void SendMessage(TestMessage message)
    {
        // No scenario sends messages to a runner.
    }

    private void Note(Scenario scenario, ITestResult result)
    {
        // A scenario whose fixture never started is reported without having begun: cancelled, it did not run.
        var began = underWay?.Id == scenario.Id;
        underWay = null;

        var outcome = new ScenarioOutcome
        {
            Scenario = scenario,
            Result = Read(result.ResultState, began),
            Message = result.Message ?? "",
            Output = result.Output,
        };

        outcomes[scenario.Id] = outcome;
        Tell(progress => progress.Finished(outcome));
    }

    private ScenarioResult Read(ResultState state, bool began) => state.Status switch
    {
        TestStatus.Passed or TestStatus.Warning => ScenarioResult.Passed,
        _ when cancellation.IsCancellationRequested => began ? ScenarioResult.GivenUp : ScenarioResult.NotRun,
        TestStatus.Skipped => ScenarioResult.Skipped,
        TestStatus.Inconclusive => ScenarioResult.Inconclusive,
        _ => ScenarioResult.Failed,
    };

    private void Tell(Action<IFeatureProgress> news)
    {
        if (progress is null)
            return;

        try
        {
            news(progress);
        }
        catch (Exception fault)
        {
            // Thrown on NUnit's own thread it would end the process, and with it a run whose results are sound.
            faults.Add($"progress: {fault.Message}");
            progress = null;
        }
    }

    private void NoteFault(ITestResult result)
    {
        if (result.ResultState is { Status: TestStatus.Failed, Site: FailureSite.SetUp or FailureSite.TearDown })
            faults.Add($"{result.Test.Name}: {result.Message}");
    }

    private ScenarioOutcome WithoutOutcome(Scenario scenario) => new()
    {
        Scenario = scenario,
        Result = scenario.Id == underWay?.Id ? ScenarioResult.GivenUp : ScenarioResult.NotRun,
        Message = "the run was cancelled",
        Output = "",
    };
}
