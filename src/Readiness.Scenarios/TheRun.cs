using Readiness.Features;

[assembly: FeaturesInOrder(Last = typeof(Readiness.Scenarios.TheRun))]

namespace Readiness.Scenarios;

/// <summary>The last test of a run under <c>dotnet test</c>: it stands for the run as a whole, which no single scenario can.</summary>
[TestFixture]
public sealed class TheRun
{
    /// <summary>A filter that takes this test alone leaves nothing proven, and so does an assembly without features.</summary>
    [Test]
    public void Ends() =>
        Assert.That(new FeatureRun(typeof(TheRun).Assembly).List(), Is.Not.Empty, "No feature was compiled: nothing was proven.");
}
