namespace Readiness.Features.Tests;

/// <summary>The titles in the order in which scenarios began, and a signal for the first of them.</summary>
internal sealed class OrderedTrace : IFeatureProgress
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<string> Begun { get; } = [];

    public List<ScenarioOutcome> Ended { get; } = [];

    public Task FirstBegun => begun.Task;

    public void Started(Scenario scenario)
    {
        Begun.Add(scenario.Title);
        begun.TrySetResult();
    }

    public void Finished(ScenarioOutcome outcome) => Ended.Add(outcome);
}
