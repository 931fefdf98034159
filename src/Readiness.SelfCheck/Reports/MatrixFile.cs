using System.Text.Encodings.Web;
using System.Text.Json;
using Readiness.SelfCheck.Compare;

namespace Readiness.SelfCheck.Reports;

/// <summary><c>selfcheck.json</c>: the matrix for programs. Indented JSON, UTF-8, times in seconds.</summary>
public static class MatrixFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        // Readable in an editor; nothing of it is ever put into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(MatrixResult result) => [.. JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Schema = 1,
            Profile = result.Profile.Checklist.Profile,
            ChecklistVersion = result.Profile.Checklist.Version,
            result.Facts.HarnessVersion,
            KillMatrix = result.Profile.KillMatrix.Digest,
            Selection = result.Selection.Word,
            Pace = result.Selection.DocumentedPace ? "documented" : "compressed",
            Driver = MatrixWords.Of(result.Selection.Driver),
            result.Facts.StartedAt,
            Seconds = Math.Round(result.Took.TotalSeconds, 1),
            result.Facts.AtOnce,
            result.Facts.Cores,
            result.Facts.Busy,
            result.Facts.Build,
            result.ExitCode,
            result.Headline,
            Planned = result.Plan.Cells.Count,
            result.AsDeclared,
            Differing = result.Differing.Count(),
            Differences = result.Differences.Select(Written),
            NotRun = result.Plan.LeftOut.Select(one => new { one.Switch.Name, one.Reason }),
            Runs = result.Cells.Select(Run),
        },
        Options), (byte)'\n'];

    private static object Run(CellResult cell) => new
    {
        cell.Cell.Name,
        cell.Cell.Kind,
        cell.Cell.Round,
        cell.IsAsDeclared,
        cell.Attempts[^1].ExitCode,
        Seconds = Math.Round(cell.Took.TotalSeconds, 1),
        Fails = cell.Outcome?.Failed.Select(item => new { Item = item, By = cell.Outcome.FailedChecks(item) }),
        LookedAgainFor = cell.WasLookedAtAgain ? cell.LeftOpenAtFirst.Select(Written) : null,
        Folder = cell.IsAsDeclared ? null : cell.Attempts[^1].Folder,
    };

    private static object Written(Difference difference) => new { Kind = MatrixWords.Of(difference.Kind), difference.Where, difference.Item, difference.Saw };
}
