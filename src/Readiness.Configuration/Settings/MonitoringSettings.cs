namespace Readiness.Configuration;

/// <summary>How the integration's alerts reach the harness.</summary>
public sealed record MonitoringSettings
{
    public required MonitoringWay Alerts { get; init; }

    /// <summary>Where Alertmanager or Prometheus answers, or the address that the sink listens on; null for a sink on a free port of this machine.</summary>
    public required Uri? Url { get; init; }

    /// <summary>How long an alert may take to come.</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>Which alerts belong to which symptom; empty for one that goes by words.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Symptoms { get; init; }

    /// <summary>Queries that have to have a value in Prometheus before anything is judged.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }
}
