namespace Readiness.Monitoring;

/// <summary>The alerts that were firing at one moment.</summary>
/// <param name="Skew">How far the source's clock is ahead of this machine's, by the Date of its answer; zero where that lies within its grain.</param>
public sealed record FiringAlerts(IReadOnlyList<ObservedAlert> Alerts, TimeSpan Skew);
