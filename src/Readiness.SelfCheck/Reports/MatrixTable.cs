using System.Text;
using Readiness.Reports.Terminal;
using Readiness.SelfCheck.Compare;

namespace Readiness.SelfCheck.Reports;

/// <summary>The matrix as plain, aligned text: a line for each item that fails with a switch.</summary>
public static class MatrixTable
{
    private static readonly string[] Head = ["switch", "item", "fails by", "result"];

    /// <summary>The table, what was left out, what differs, and the answer. Ends without a line feed.</summary>
    public static string Of(MatrixResult result, Paint paint)
    {
        string[][] rows = [.. result.Cells.SelectMany(Rows)];
        int[] widths = [.. Head.Select((word, column) => rows.Select(row => row[column].Length).Append(word.Length).Max())];
        var text = new StringBuilder();
        text.AppendLine(paint.Strong(Line(Head, widths)));
        foreach (var row in rows)
        {
            text.AppendLine(Line(row, widths));
        }

        Section(text, "Not run", Groups(result));
        Section(text, "Run again, alone", result.Cells.SelectMany(cell => cell.LeftOpenAtFirst).Select(MatrixWords.Of));
        Section(text, paint.Bad("What differs"), result.Differences.Select(MatrixWords.Of));
        text.AppendLine();
        text.AppendLine($"kill matrix {result.Profile.KillMatrix.Digest[..16]}…, {MatrixWords.Pace(result.Selection.DocumentedPace)}, {result.Selection.Word}, driver {MatrixWords.Of(result.Selection.Driver)}, {MatrixWords.Minutes(result.Took)}");
        text.Append(paint.Strong(result.ExitCode == 0 ? paint.Good(result.Headline) : paint.Bad(result.Headline)));
        return text.Replace(Environment.NewLine, "\n").ToString();
    }

    /// <summary>Names by the reason for which they were not run.</summary>
    private static IEnumerable<string> Groups(MatrixResult result) =>
        result.Plan.LeftOut.GroupBy(one => one.Reason).Select(group => $"{group.Key}: {string.Join(", ", group.Select(one => one.Switch.Name))}");

    private static IEnumerable<string[]> Rows(CellResult cell)
    {
        var verdict = $"{(cell.IsAsDeclared ? "as declared" : "DIFFERS")}{(cell.WasLookedAtAgain ? ", at the second look" : "")}";
        string[] failed = [.. cell.Outcome?.Failed ?? []];
        if (failed.Length == 0)
        {
            return [[cell.Cell.Title, "-", "-", verdict]];
        }

        return failed.OrderBy(item => item == cell.Cell.Switch?.Item ? 0 : 1)
            .Select((item, place) => new[] { place == 0 ? cell.Cell.Title : "", item, string.Join(", ", cell.Outcome!.FailedChecks(item)), place == 0 ? verdict : "" });
    }

    private static string Line(string[] words, int[] widths) => string.Join("  ", words.Select((word, column) => word.PadRight(widths[column]))).TrimEnd();

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length == 0)
        {
            return;
        }

        text.AppendLine();
        text.AppendLine(title);
        foreach (var line in all)
        {
            text.AppendLine($"  {line}");
        }
    }
}
