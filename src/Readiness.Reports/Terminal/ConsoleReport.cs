using System.Text;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Reports.Allure;
using Readiness.Verdicts;

namespace Readiness.Reports.Terminal;

/// <summary>What a run says at the terminal.</summary>
public sealed class ConsoleReport(Paint paint)
{
    // With the id, the verdict and the duration this fills the hundred columns that a terminal usually has.
    private const int StatementWidth = 62;
    private const int IdWidth = 14;
    private const int VerdictWidth = 14;

    /// <summary>An item's line, and under it all that the reader has to act on: findings, reasons, advice. Ends without a line feed.</summary>
    public string Item(ItemResult result)
    {
        var text = new StringBuilder();
        var verdict = result.Verdict is Verdict.Failed ? result.Verdict.Word.ToUpperInvariant() : result.Verdict.Word;
        text.Append(Line(result, paint.Of(result.Verdict, verdict.PadRight(VerdictWidth))));
        switch (result.Verdict)
        {
            case Verdict.Failed or Verdict.Waived:
                foreach (var finding in result.Findings)
                {
                    Finding(text, finding);
                }

                Line(text, "source", $"{result.Item.Source.Title}, {result.Item.Source.Url.OriginalString}");
                break;
            case Verdict.Inconclusive or Verdict.NotRun or Verdict.NotApplicable:
                Line(text, "reason", result.Summary);
                break;
        }

        if (result is { Verdict: Verdict.Waived, Waiver: { } waiver })
        {
            Line(text, "waived", $"until {waiver.Expires} by {waiver.By}: {waiver.Reason}{Standing(waiver)}");
        }

        if (result is { Verdict: Verdict.Attested, Attestation: { } by })
        {
            Line(text, "stated", $"by {by.Name}, {by.Role}, on {by.Date}{by.Until}: {by.Statement}{by.Mark}");
        }

        foreach (var advice in result.Advice)
        {
            Line(text, "advice", advice);
        }

        return text.ToString();
    }

    /// <summary>The line of an item of which nothing wrong was seen, and whose watch goes on beside later items. Its verdict comes at the end.</summary>
    public string Watching(ItemResult result) => Line(result, paint.Faint("watching".PadRight(VerdictWidth)));

    /// <summary>The end of a run: the answer, the counts, what stands in the way, and where the reports are. Ends without a line feed.</summary>
    /// <param name="folder">The run's folder, as the user would type it.</param>
    /// <param name="allure">What became of the Allure report; null where it was not asked for.</param>
    public string Closing(RunResult run, string folder, AllureReport? allure)
    {
        var text = new StringBuilder();
        text.Append(paint.Strong(paint.Of(run.Overall, PlainText.Line(run.Headline)))).Append('\n');
        text.Append(run.Items.Count == 0 ? "nothing was judged" : string.Join(" · ", run.Counts.Select(count => paint.Of(count.Verdict, $"{count.Count} {count.Verdict.Word}"))));
        text.Append($" · {Durations.Short(run.Duration)}");
        if (run.CauseDetail is { } detail)
        {
            text.Append($"\n{paint.Open($"ended early ({PlainText.Line(run.Cause)})")} {PlainText.Line(detail)}");
        }

        if (run.Blocking.Count > 0)
        {
            text.Append('\n');
            var left = run.Blocking.Where(item => item is { Verdict: Verdict.NotRun, Scenarios.Count: 0 }).ToArray();
            foreach (var item in run.Blocking.Except(left))
            {
                var why = item.Findings is [var first, ..] ? first.Saw : item.Summary;
                text.Append($"\n  {paint.Of(item.Verdict, item.Verdict.Word.PadRight(VerdictWidth))}{item.Item.Id.Value.PadRight(IdWidth)}  {PlainText.Line(why)}");
                if (item.Findings.Count > 1)
                {
                    text.Append($" (and {item.Findings.Count - 1} more)");
                }
            }

            // A run of few items leaves many out, which need no line each.
            if (left.Length > 0)
            {
                text.Append($"\n  {paint.Of(Verdict.NotRun, Verdict.NotRun.Word.PadRight(VerdictWidth))}{Columns.Wrapped(string.Join(", ", left.Select(item => item.Item.Id)), 100 - VerdictWidth - 2, "", new string(' ', VerdictWidth + 2))}");
            }
        }

        ItemResult[] tolerated = [.. run.Items.Where(item => item.Verdict == Verdict.Failed).Except(run.Blocking)];
        if (tolerated.Length > 0)
        {
            var names = $"{string.Join(", ", tolerated.Select(item => item.Item.Id))}: contract items, which block with --strict only";
            text.Append($"\n  {paint.Of(Verdict.Failed, Verdict.Failed.Word.PadRight(VerdictWidth))}{Columns.Wrapped(names, 100 - VerdictWidth - 2, "", new string(' ', VerdictWidth + 2))}");
        }

        Statements(text, run);
        text.Append('\n');
        Line(text, "certificate", Path.Combine(folder, ReportFolder.CertificateFile), 11);
        if (allure is not null)
        {
            Line(text, "allure", allure is AllureReport.NotMade(var reason) ? $"not made: {reason}" : Path.Combine(folder, ReportFolder.AllureReportFile), 11);
        }

        Line(text, "junit", Path.Combine(folder, ReportFolder.JUnitFile), 11);
        Line(text, "journal", Path.Combine(folder, ReportFolder.JournalFile), 11);
        return text.ToString();
    }

    /// <summary>What rests on a person's word stands apart from what was proven.</summary>
    private void Statements(StringBuilder text, RunResult run)
    {
        (ItemResult Item, string Said)[] said =
        [
            .. run.Items.Where(item => item.Attestation is not null).Select(item => (item, $"by {item.Attestation!.Name}, {item.Attestation.Role}, on {item.Attestation.Date}{item.Attestation.Until}{item.Attestation.Mark}")),
            .. run.Items.Where(item => item is { Verdict: Verdict.Waived, Waiver: not null }).Select(item => (item, $"until {item.Waiver!.Expires} by {item.Waiver.By}{Standing(item.Waiver)}")),
        ];
        text.Append(said.Length > 0 ? "\n" : "");
        foreach (var (item, words) in said)
        {
            text.Append($"\n  {paint.Of(item.Verdict, item.Verdict.Word.PadRight(VerdictWidth))}{item.Item.Id.Value.PadRight(IdWidth)}  {PlainText.Line(words)}");
            foreach (var file in item.EvidenceLines)
            {
                text.Append($"\n  {new string(' ', VerdictWidth + IdWidth)}  {paint.Faint("evidence")} {PlainText.Line(file)}");
            }
        }
    }

    private static string Standing(Waiver waiver) => waiver.Allowed ? "" : " (not allowed by the policy)";

    private static string Line(ItemResult result, string verdict)
    {
        var time = result.Scenarios.Count > 0 ? Durations.Short(result.Duration) : "";
        return $"{result.Item.Id.Value.PadRight(IdWidth)}  {PlainText.Line(result.Item.Statement, StatementWidth).PadRight(StatementWidth)}  {verdict}  {time}".TrimEnd();
    }

    private void Finding(StringBuilder text, Finding finding)
    {
        Line(text, "expected", finding.Expected);
        Line(text, "saw", finding.Saw + (finding.Exchanges.Count > 0 ? $" [{Wording.Evidence(finding.Exchanges)}]" : ""));
        Line(text, "next", finding.Next);
    }

    private void Line(StringBuilder text, string word, string value, int width = 8) =>
        text.Append($"\n  {paint.Faint(word.PadRight(width))}  {PlainText.Line(value)}");
}
