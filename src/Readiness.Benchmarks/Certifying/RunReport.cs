using System.Globalization;
using System.Text;
using Readiness.Recording;

namespace Readiness.Benchmarks.Certifying;

/// <summary>The tables of measured runs.</summary>
internal static class RunReport
{
    /// <summary>All runs in short, and the one with the median ratio in full.</summary>
    public static string Markdown(IReadOnlyList<MeasuredRun> runs)
    {
        var text = new StringBuilder("| run | exit code | wall s | waits s | wall / waits | process s | harness MB | integration MB |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var (index, run) in runs.Index())
        {
            Add(text, $"| {index + 1} | {run.ExitCode} | {run.Wall.TotalSeconds:0.0} | {run.Waits.TotalSeconds:0.0} | {run.Wall / run.Waits:0.00} | {run.Process.TotalSeconds:0.0} | {run.HarnessPeak >> 20} | {run.IntegrationPeak >> 20} |\n");
        }

        var median = runs.OrderBy(run => run.Wall / run.Waits).ElementAt(runs.Count / 2);
        text.Append("\nThe waits of the median run, in order:\n\n| at s | s | asked for by | for |\n|---|---|---|---|\n");
        foreach (var wait in median.Path)
        {
            Add(text, $"| {wait.From.TotalSeconds:0.0} | {wait.Length.TotalSeconds:0.00} | {wait.Whose} | {wait.For} |\n");
        }

        text.Append("\nIts parts: what each took, what of that was waiting, and what is left, which the harness and the integration worked.\n\n| part | s | waits s | work s |\n|---|---|---|---|\n");
        foreach (var (name, from, until) in Parts(median.Journal))
        {
            var waits = median.Path.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait.Within(from, until));
            Add(text, $"| {name} | {(until - from).TotalSeconds:0.00} | {waits.TotalSeconds:0.00} | {(until - from - waits).TotalSeconds:0.00} |\n");
        }

        return text.ToString();
    }

    /// <summary>Start, every scenario with the recovery that follows it, and the end.</summary>
    private static IEnumerable<(string Name, TimeSpan From, TimeSpan Until)> Parts(Journal journal)
    {
        Note[] starts = [.. journal.NotesNamed(NoteNames.ScenarioStarted)];
        Note[] ends = [.. journal.NotesNamed(NoteNames.ScenarioEnded)];
        if (starts.Length == 0)
        {
            yield return ("all", TimeSpan.Zero, journal.End);
            yield break;
        }

        yield return ("start and examination", TimeSpan.Zero, starts[0].At);
        foreach (var (index, start) in starts.Index())
        {
            var next = index + 1 < starts.Length ? starts[index + 1].At : ends[^1].At;
            yield return ($"{start["item"]} {start["title"]}", start.At, next);
        }

        yield return ("the last recovery, the watches, the end", ends[^1].At, journal.End);
    }

    private static void Add(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));
}
