namespace Readiness.Configuration;

/// <summary>A way on which alerts reach the harness.</summary>
public enum MonitoringWay
{
    /// <summary>The integration, or its Alertmanager, posts them to the harness.</summary>
    Sink,

    /// <summary>The harness asks Alertmanager.</summary>
    Alertmanager,

    /// <summary>The harness asks Prometheus.</summary>
    Prometheus,
}
