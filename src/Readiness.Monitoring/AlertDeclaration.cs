namespace Readiness.Monitoring;

/// <summary>How the integration's alerts reach the harness, as declared.</summary>
public sealed record AlertDeclaration
{
    public required AlertWay Way { get; init; }

    /// <summary>Where Alertmanager or Prometheus answers; for the sink the address that it listens on, null for a free port of this machine.</summary>
    public required Uri? Url { get; init; }

    /// <summary>How long an alert may take to come.</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>Which alerts belong to which symptom, as <see cref="SymptomMatching"/> reads them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Symptoms { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Queries that have to have a value in Prometheus.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];
}
