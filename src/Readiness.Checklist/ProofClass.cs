namespace Readiness.Checklist;

/// <summary>How the truth of an item is known.</summary>
public enum ProofClass
{
    /// <summary>Seen in traffic.</summary>
    Wire,

    /// <summary>Seen in traffic that the harness provoked.</summary>
    Drive,

    /// <summary>The integration's own state was read back.</summary>
    Probe,

    /// <summary>Files were scanned.</summary>
    Inspect,

    /// <summary>A named person states it; it cannot be seen from outside.</summary>
    Attest,
}
