using System.Reflection;
using Readiness.Features.Smoke;

namespace Readiness.Features.Tests;

/// <summary>The small features assembly that these tests run in process.</summary>
internal static class Zoo
{
    public static Assembly Features { get; } = typeof(ZooSteps).Assembly;

    public static FeatureRun Run(params string[] tagsOrIds) => new(Features) { Selection = FeatureSelection.Of(tagsOrIds) };

    public static async Task<ScenarioOutcome> OutcomeOf(string tag) =>
        (await Run(tag).RunAsync(CancellationToken.None)).Scenarios.ShouldHaveSingleItem();
}
