namespace Readiness.Recording;

/// <summary>Why an operation was asked for.</summary>
public enum OperationRole
{
    /// <summary>The piece of work that a scenario judges.</summary>
    Stimulus,

    /// <summary>A healthy piece of work that shows that the integration is alive and talking.</summary>
    Canary,

    /// <summary>A read-back of the integration's own state.</summary>
    Probe,
}
