using System.Collections.Concurrent;
using Readiness.SelfCheck.Compare;
using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Run;

namespace Readiness.SelfCheck.Tests;

/// <summary>Runs cells without running anything.</summary>
/// <param name="run">Gets the cell and the number of the attempt.</param>
internal sealed class FakeRunner(Func<Cell, int, CancellationToken, Task<CellRun>> run) : ICellRunner, IMatrixProgress
{
    private int underWay;
    private int most;

    public FakeRunner(Func<Cell, int, CellRun> run)
        : this((cell, attempt, _) => Task.FromResult(run(cell, attempt)))
    {
    }

    /// <summary>Every attempt, as <c>Late 1</c>, in the order in which they began.</summary>
    public ConcurrentQueue<string> Attempts { get; } = [];

    public List<string> Cleared { get; } = [];

    public List<string> Told { get; } = [];

    /// <summary>The most that went on at the same time.</summary>
    public int Most => most;

    public async Task<CellRun> Run(Cell cell, int attempt, CancellationToken cancellation)
    {
        Attempts.Enqueue($"{cell.Name} {attempt}");
        most = Math.Max(most, Interlocked.Increment(ref underWay));
        try
        {
            return await run(cell, attempt, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    public void AsDeclared(Cell cell) => Cleared.Add(cell.Name);

    public void Ended(CellResult result, int done, int of) => Told.Add($"{done}/{of} {result.Cell.Name} {(result.IsAsDeclared ? "as declared" : "differs")}");

    public void LooksAgain(IReadOnlyList<CellResult> open) => Told.Add($"again: {string.Join(", ", open.Select(result => result.Cell.Name))}");
}
