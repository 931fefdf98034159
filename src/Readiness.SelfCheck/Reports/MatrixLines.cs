using Readiness.Reports.Terminal;
using Readiness.SelfCheck.Compare;

namespace Readiness.SelfCheck.Reports;

/// <summary>Tells a matrix line by line: one line a run, readable on a terminal, in a CI log, and without colour.</summary>
public sealed class MatrixLines(TextWriter output, Paint paint) : IMatrixProgress
{
    public void Ended(CellResult result, int done, int of)
    {
        var width = $"{of}".Length;
        var found = result.IsAsDeclared ? paint.Good(AsDeclared(result)) : paint.Bad(string.Join("; ", result.Differences.Select(MatrixWords.Of)));
        output.WriteLine($"[{done.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(width)}/{of}] {result.Cell.Kind,-7} {result.Cell.Title}: {found}, {MatrixWords.Seconds(result.Attempts[^1].Took)}");
    }

    public void LooksAgain(IReadOnlyList<CellResult> open) =>
        output.WriteLine(paint.Open($"{open.Count} left something open, which a busy machine can do: run again, alone"));

    private static string AsDeclared(CellResult result) => result.Cell.IsFlaw
        ? $"caught by {string.Join(", ", result.Outcome!.FailedChecks(result.Cell.Switch!.Item))}"
        : "nothing fails";
}
