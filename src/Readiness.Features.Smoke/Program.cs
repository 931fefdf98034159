using Readiness.Features;
using Readiness.Features.Smoke;

[assembly: FeaturesInOrder(Last = typeof(LockingUp))]

// Shows once, after the first build, that the chosen package set runs features on this machine: exit code 0, or 1 and what went wrong.
var result = await new FeatureRun(typeof(ZooSteps).Assembly) { Selection = FeatureSelection.Of(["smoke"]) }.RunAsync(CancellationToken.None);
string[] wrong = [.. result.Faults, .. result.Scenarios.Where(outcome => outcome.Result != ScenarioResult.Passed).Select(outcome => $"{outcome.Scenario.Title}: {outcome.Message}")];

foreach (var line in wrong)
    await Console.Error.WriteLineAsync(line);

return result.Scenarios.Count > 0 && wrong.Length == 0 ? 0 : 1;
