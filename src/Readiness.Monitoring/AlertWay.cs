namespace Readiness.Monitoring;

/// <summary>A way on which alerts reach the harness.</summary>
public enum AlertWay
{
    /// <summary>They are posted to the harness.</summary>
    Sink,

    /// <summary>The harness asks Alertmanager.</summary>
    Alertmanager,

    /// <summary>The harness asks Prometheus.</summary>
    Prometheus,
}
