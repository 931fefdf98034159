using Readiness.Features;
using Readiness.Scenarios.Hooks;

[assembly: FeaturesInOrder(Last = typeof(Readiness.Scenarios.TheRun))]

namespace Readiness.Scenarios;

/// <summary>The last test of a run under <c>dotnet test</c>: it stands for the run as a whole, which no single scenario can.</summary>
[TestFixture]
public sealed class TheRun
{
    [Test]
    public async Task Is_ready() =>
        Assert.That(await DotnetTestRun.End(), Is.Null, "the run is not ready");
}
