using System.Globalization;
using System.Text;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Verdicts;

namespace Readiness.Reports.GitHub;

/// <summary>A run as a job on GitHub tells it.</summary>
public static class RunOnGitHub
{
    /// <summary>Annotations at the journal's lines, and a summary.</summary>
    /// <param name="folder">The run's folder.</param>
    public static void Tell(GitHubJob job, RunResult run, string folder, TextWriter output)
    {
        GitHubJob.Tell(Annotations(run, job.Place(Path.Combine(folder, ReportFolder.JournalFile))), output);
        job.Summarise(Summary(run, job.Place(folder)), output);
    }

    /// <summary>What stands in the way as errors, what else failed as warnings.</summary>
    /// <param name="journal">As an annotation names it.</param>
    public static IEnumerable<Annotation> Annotations(RunResult run, string journal)
    {
        if (run.Cause != "completed")
        {
            yield return new Annotation("error", $"the run broke off: {run.Cause}", run.CauseDetail ?? run.Headline);
        }

        foreach (var item in run.Blocking)
        {
            yield return Of("error", item, journal);
        }

        foreach (var item in run.Items.Where(item => item.Verdict == Verdict.Failed && !run.Decides(item)))
        {
            yield return Of("warning", item, journal);
        }
    }

    /// <summary>In Markdown: the answer, what stands in the way, the provider's lines.</summary>
    /// <param name="folder">As the reader finds it.</param>
    public static string Summary(RunResult run, string folder)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## {Markdown.Line($"{run.IntegrationName} {run.IntegrationVersion} against {run.Provider}: {run.Headline}")}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{string.Join(", ", run.Counts.Select(pair => $"{pair.Count} {pair.Verdict.Word}"))}; reports in {Markdown.Line(folder)}\n\n");
        if (run.CauseDetail is { } detail)
        {
            text.Append(CultureInfo.InvariantCulture, $"The run broke off, {Markdown.Line(run.Cause)}: {Markdown.Line(detail)}\n\n");
        }

        if (run.Blocking.Count > 0)
        {
            text.Append("### What stands in the way\n\n| item | verdict | seen | next |\n|---|---|---|---|\n");
            foreach (var item in run.Blocking)
            {
                text.Append(Markdown.Row($"**{item.Item.Id}** {Markdown.Line(item.Item.Statement)}", $"{item.Verdict.Sign} {item.Verdict.Word}", Markdown.Line(item.Summary), Markdown.Line(string.Join("; ", item.Findings.Select(finding => finding.Next).Distinct()))));
            }

            text.Append('\n');
        }

        if (LineResult.Of(run) is { Count: > 0 } lines)
        {
            text.Append("### The provider's checklist\n\n| line | verdict | rests on |\n|---|---|---|\n");
            foreach (var line in lines)
            {
                text.Append(Markdown.Row(Markdown.Line(line.Line.Statement), $"{line.Verdict.Sign} {line.Verdict.Word}", Markdown.Line(string.Join(", ", line.Items.Select(item => item.Item.Id.Value)))));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static Annotation Of(string level, ItemResult item, string journal)
    {
        var line = Line(item);
        return new Annotation(level, $"{item.Item.Id} {item.Verdict.Word}: {item.Item.Statement}", item.Findings.Count > 0 ? item.Findings.Told : item.Summary, line is null ? null : journal, line);
    }

    // The journal's first line has the number 1, so an exchange's number is its line.
    private static int? Line(ItemResult item) => item.Findings.SelectMany(finding => finding.Exchanges).Select(number => (int?)number).FirstOrDefault();
}
