using Readiness.SelfCheck.Plan;

namespace Readiness.SelfCheck.Run;

/// <summary>Certifies the sample as a cell wants it.</summary>
public interface ICellRunner
{
    /// <param name="attempt">From 1; above 1 where the cell is looked at again.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing of it goes on.</exception>
    Task<CellRun> Run(Cell cell, int attempt, CancellationToken cancellation);

    /// <summary>Told whether a cell came out as declared, so that what it left need not be kept.</summary>
    void AsDeclared(Cell cell);
}
