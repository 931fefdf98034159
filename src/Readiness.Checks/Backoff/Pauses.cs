namespace Readiness.Checks.Backoff;

/// <summary>What the pauses between attempts amount to.</summary>
public enum Pauses
{
    /// <summary>Nothing speaks against them, or there are too few to judge.</summary>
    Enough,

    /// <summary>Short, but seen in clients that do pause: advice.</summary>
    Short,

    /// <summary>There are none.</summary>
    None,
}
