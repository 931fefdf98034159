using System.Text.Json;
using Readiness.Checklist;
using Readiness.Reports;
using Readiness.Verdicts;

namespace Readiness.Running;

/// <summary>The newest run in a folder of reports.</summary>
public sealed record LastRun(string Id, RunResult Result)
{
    private const string Pointer = "latest";

    /// <summary>The items that failed, with a waiver or without, or were not decided.</summary>
    public IReadOnlyList<ItemId> Open =>
        [.. Result.Items.Where(item => item.Verdict is Verdict.Failed or Verdict.Waived or Verdict.Inconclusive).Select(item => item.Item.Id)];

    /// <summary>Reads it.</summary>
    /// <exception cref="LastRunException">There is none, or it left no result; the message says which.</exception>
    public static LastRun Read(string reports)
    {
        var pointer = Path.Combine(reports, Pointer);
        if (!File.Exists(pointer))
        {
            throw new LastRunException($"there is no last run: {pointer} does not exist");
        }

        var id = File.ReadAllText(pointer).Trim();
        // The pointer is a file that anybody may write; only a folder beside it is meant.
        if (id.Length == 0 || id != Path.GetFileName(id))
        {
            throw new LastRunException($"{pointer} does not hold the name of a run");
        }

        var file = Path.Combine(reports, id, ReportFolder.RunFile);
        try
        {
            return new LastRun(id, RunFormat.Read(File.ReadAllBytes(file)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new LastRunException($"the last run, {id}, left no result that can be read: {fault.Message}");
        }
    }
}

/// <summary>The last run cannot be told.</summary>
public sealed class LastRunException(string problem) : Exception(problem);
