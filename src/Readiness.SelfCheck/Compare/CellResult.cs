using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Run;

namespace Readiness.SelfCheck.Compare;

/// <summary>A cell and what came of it.</summary>
/// <param name="Attempts">One, or two where the first left something undecided and the cell was looked at again, alone.</param>
public sealed record CellResult(Cell Cell, IReadOnlyList<CellRun> Attempts)
{
    /// <summary>What differs. A second look settles what may have come from a busy machine; what a first look saw to be wrong stays wrong.</summary>
    public IReadOnlyList<Difference> Differences { get; } =
    [
        .. Attempts.Take(Attempts.Count - 1).SelectMany(attempt => CellComparison.Of(Cell, attempt)).Where(difference => !difference.MayComeFromLoad),
        .. CellComparison.Of(Cell, Attempts[^1]),
    ];

    public bool IsAsDeclared => Differences.Count == 0;

    /// <summary>True where the first look left something open and nothing worse.</summary>
    public bool DeservesAnotherLook => Attempts.Count == 1 && Differences.Any(difference => difference.MayComeFromLoad);

    public bool WasLookedAtAgain => Attempts.Count > 1;

    /// <summary>What the last look found; null where it found nothing out.</summary>
    public CellOutcome? Outcome => Attempts[^1].Outcome;

    /// <summary>Why it was looked at again.</summary>
    public IEnumerable<Difference> LeftOpenAtFirst =>
        WasLookedAtAgain ? CellComparison.Of(Cell, Attempts[0]).Where(difference => difference.MayComeFromLoad) : [];

    public TimeSpan Took => Attempts.Aggregate(TimeSpan.Zero, (sum, attempt) => sum + attempt.Took);
}
