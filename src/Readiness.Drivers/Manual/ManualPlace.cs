namespace Readiness.Drivers.Manual;

/// <summary>Where in a run an operation is asked for.</summary>
/// <param name="Scenario">The scenario in words that do not change from run to run; also what comes before the first and between two of them.</param>
/// <param name="Stimulus">What the values of this piece of work are minted for; null where that is not known.</param>
/// <param name="IsWithinScenario">False before the first scenario and between two of them, where healthy operations show that the software works.</param>
public sealed record ManualPlace(string Scenario, string? Stimulus, bool IsWithinScenario = true);
