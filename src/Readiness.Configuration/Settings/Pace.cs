namespace Readiness.Configuration;

/// <summary>How fast the provider's own waits pass.</summary>
public enum Pace
{
    /// <summary>Shortened; the verdict reads rehearsal.</summary>
    Compressed,

    /// <summary>As the provider documents them; what a submission needs.</summary>
    Documented,
}
