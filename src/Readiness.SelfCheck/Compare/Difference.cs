using Readiness.Verdicts;

namespace Readiness.SelfCheck.Compare;

/// <summary>In which way the matrix and a run do not agree.</summary>
public enum DifferenceKind
{
    /// <summary>Nothing fails with a flaw.</summary>
    Uncaught,

    /// <summary>An item that a flaw declares to break passes, while others fail.</summary>
    Missed,

    /// <summary>The item fails, but not by the check that the flaw is there to fail.</summary>
    OtherCheck,

    /// <summary>An item fails that the flaw does not declare.</summary>
    Undeclared,

    /// <summary>Something fails with a variant, or with the sample as it is.</summary>
    Flagged,

    /// <summary>The evidence does not decide on an item.</summary>
    Undecided,

    /// <summary>The same was certified more than once, and a verdict differed.</summary>
    Unsteady,

    /// <summary>No flaw that was run made a check fail.</summary>
    UnprovenCheck,

    /// <summary>A flaw names no check, or one that the profile does not have.</summary>
    UnknownCheck,

    /// <summary>The journal, judged again, says something else than the run did.</summary>
    JournalDisagrees,

    /// <summary>The exit code is not the one of the verdict.</summary>
    WrongExitCode,

    /// <summary>The run could not begin, or did not end.</summary>
    NoRun,

    /// <summary>The harness failed in it.</summary>
    HarnessFault,
}

/// <summary>One place where the matrix and a run do not agree.</summary>
/// <param name="Where">The switch, or the check, or <c>sample</c>.</param>
/// <param name="Item">The item that it is about; null where it is about none.</param>
/// <param name="Saw">In words, with what was expected.</param>
public sealed record Difference(DifferenceKind Kind, string Where, string? Item, string Saw)
{
    /// <summary>True where a busy machine may be the cause, so that the cell deserves another look.</summary>
    public bool MayComeFromLoad => Kind is DifferenceKind.Undecided or DifferenceKind.NoRun;

    /// <summary>The exit code of its cause.</summary>
    public int ExitCode => Kind switch
    {
        DifferenceKind.HarnessFault or DifferenceKind.JournalDisagrees or DifferenceKind.WrongExitCode => Verdicts.ExitCode.Harness,
        DifferenceKind.NoRun => Verdicts.ExitCode.Environment,
        _ => Verdicts.ExitCode.NotReady,
    };
}
