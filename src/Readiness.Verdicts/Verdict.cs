namespace Readiness.Verdicts;

/// <summary>What a run says of an item, or of a scenario.</summary>
public enum Verdict
{
    /// <summary>Exercised, and what had to be true was seen to be true.</summary>
    Passed,

    /// <summary>Exercised, and seen to be false.</summary>
    Failed,

    /// <summary>Ran, but the evidence does not decide.</summary>
    Inconclusive,

    /// <summary>Filtered out, or the run stopped before it.</summary>
    NotRun,

    /// <summary>The configuration declares, with a reason, that an optional capability is not used.</summary>
    NotApplicable,

    /// <summary>A named person states it.</summary>
    Attested,

    /// <summary>Failed, with an unexpired waiver.</summary>
    Waived,

    /// <summary>Known, and not judged by this version of the harness.</summary>
    Planned,
}
