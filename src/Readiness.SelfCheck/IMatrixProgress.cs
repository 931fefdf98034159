using Readiness.SelfCheck.Compare;

namespace Readiness.SelfCheck;

/// <summary>Tells a person, or a log, how a matrix goes on. Called for one run at a time.</summary>
public interface IMatrixProgress
{
    /// <summary>A cell ended.</summary>
    /// <param name="done">How many ended until now, this one included.</param>
    void Ended(CellResult result, int done, int of);

    /// <summary>These are run again, one after another and alone, because they left something open.</summary>
    void LooksAgain(IReadOnlyList<CellResult> open);
}
