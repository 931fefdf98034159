namespace Readiness.Verdicts;

/// <summary>The run's answer to "ready or not".</summary>
public enum Overall
{
    /// <summary>Every required item passed, is attested, does not apply, or is waived as allowed.</summary>
    Ready,

    /// <summary>A required item failed.</summary>
    NotReady,

    /// <summary>Neither: something required was not decided.</summary>
    Incomplete,
}
