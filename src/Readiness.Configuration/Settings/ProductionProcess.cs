namespace Readiness.Configuration;

/// <summary>How the integration runs against production.</summary>
public enum ProductionProcess
{
    /// <summary>In a process of its own, of the same program with other settings.</summary>
    Second,

    /// <summary>In the process that runs already.</summary>
    Same,
}
