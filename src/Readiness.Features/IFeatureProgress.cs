namespace Readiness.Features;

/// <summary>Told how a run goes on, one call at a time and on the thread that runs the scenarios: while it works, they wait.</summary>
/// <remarks>NUnit takes hold of <see cref="Console"/> during a run; progress is written to <see cref="RawStandardOutput"/>.</remarks>
public interface IFeatureProgress
{
    /// <summary>A scenario begins.</summary>
    void Started(Scenario scenario);

    /// <summary>A scenario has ended.</summary>
    void Finished(ScenarioOutcome outcome);
}
