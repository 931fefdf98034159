namespace Readiness.Sealing.Verifying;

/// <summary>What came of one point of a verification, from the best to the worst.</summary>
public enum Standing
{
    Holds,

    /// <summary>Nothing is wrong, and the reader has to know it.</summary>
    Notice,

    /// <summary>Something required was not decided.</summary>
    Incomplete,

    /// <summary>The answer was no, or has expired.</summary>
    NotReady,

    /// <summary>It is not what was sealed, or not sealed by whom it should be.</summary>
    Changed,
}
