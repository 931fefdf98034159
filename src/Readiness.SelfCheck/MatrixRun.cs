using Readiness.SelfCheck.Compare;
using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Run;

namespace Readiness.SelfCheck;

/// <summary>Certifies every cell of a plan, many side by side, and looks again, alone, at those that a busy machine left open.</summary>
/// <param name="atOnce">How many at once.</param>
/// <param name="apart">The least time between two starts. Starting is the busiest part of a run; all at the same time, they would also wait at the same time later.</param>
public sealed class MatrixRun(ICellRunner runner, IMatrixProgress progress, int atOnce, TimeSpan apart = default)
{
    private readonly SemaphoreSlim starting = new(1);
    private readonly Dictionary<Cell, CellResult> results = [];
    private readonly Lock gate = new();

    /// <returns>What ended, in the order of the plan: all of it, unless it was cancelled.</returns>
    public async Task<IReadOnlyList<CellResult>> Run(MatrixPlan plan, CancellationToken cancellation)
    {
        try
        {
            var limits = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
            await Parallel.ForEachAsync(plan.Cells, limits, async (cell, stop) =>
            {
                await Turn(stop);
                Take(new CellResult(cell, [await Attempt(cell, 1, stop)]), plan);
            });
            await LookAgain(plan, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What ended until now is told all the same.
        }

        return [.. plan.Cells.Where(results.ContainsKey).Select(cell => results[cell])];
    }

    private async Task LookAgain(MatrixPlan plan, CancellationToken cancellation)
    {
        CellResult[] open = [.. plan.Cells.Select(cell => results[cell]).Where(result => result.DeservesAnotherLook)];
        if (open.Length > 0)
        {
            progress.LooksAgain(open);
        }

        foreach (var first in open)
        {
            Take(new CellResult(first.Cell, [.. first.Attempts, await Attempt(first.Cell, 2, cancellation)]), plan);
        }
    }

    private async Task Turn(CancellationToken cancellation)
    {
        await starting.WaitAsync(cancellation);

        // The one after this has to wait, and this one starts.
        _ = Task.Delay(apart, TimeProvider.System, cancellation).ContinueWith(_ => starting.Release(), TaskScheduler.Default);
    }

    private async Task<CellRun> Attempt(Cell cell, int attempt, CancellationToken cancellation)
    {
        var run = await runner.Run(cell, attempt, cancellation);

        // Ctrl-C at a terminal reaches the processes of the runs as well: what they said after it is no verdict.
        cancellation.ThrowIfCancellationRequested();
        return run;
    }

    private void Take(CellResult result, MatrixPlan plan)
    {
        lock (gate)
        {
            results[result.Cell] = result;
            if (result.IsAsDeclared)
            {
                runner.AsDeclared(result.Cell);
            }

            progress.Ended(result, results.Count, plan.Cells.Count);
        }
    }
}
