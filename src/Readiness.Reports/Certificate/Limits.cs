using System.Globalization;
using Readiness.Reports.Languages;
using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary>What the page does not say: what was not judged, and how far its proof reaches.</summary>
internal static class Limits
{
    public static Html Of(Sheet sheet) => Html.Of(
        $"""
        {sheet.Section("limits", sheet.Texts["limits.title"], NotProven(sheet))}
        {sheet.Section("proof", sheet.Texts["proves.title"], Html.Of(
            $"""
            <p>{sheet.Texts.Say("proves.yes", ("provider", sheet.Run.Provider))}</p>
            <p>{sheet.Texts["proves.no"]}</p>
            <p>{sheet.Texts.Say("proves.whose", ("provider", sheet.Run.Provider))}</p>
            """))}
        """);

    /// <summary>What the provider's material mentions and no item judges.</summary>
    public static IReadOnlyList<string> NotJudged(RunResult run, ReportTexts texts) =>
        [.. run.NotJudged.Select((line, index) => texts.Checklist(run, string.Create(CultureInfo.InvariantCulture, $"not-judged.{index + 1}"), line))];

    private static Html NotProven(Sheet sheet)
    {
        var run = sheet.Run;
        var planned = run.Items.Where(item => item.Verdict == Verdict.Planned).ToList();
        (string Id, string Reason)[] notProven = [.. run.Items.SelectMany(item => item.NotProven.Select(reason => (item.Item.Id.Value, reason)))];
        var notJudged = NotJudged(run, sheet.Texts);
        return planned.Count + notProven.Length + notJudged.Count == 0 ? Html.Of($"<p>{sheet.Texts["limits.nothing"]}</p>") : Html.Of(
            $"""
            {Listed(sheet.Texts["limits.planned"], planned, item => Html.Of($"<li><b>{item.Item.Id}</b> {sheet.Texts.Statement(run, item.Item)}</li>\n"))}
            {Listed(sheet.Texts["limits.not-proven"], notProven, line => Html.Of($"<li><b>{line.Id}</b> {sheet.English(line.Reason)}</li>\n"))}
            {Listed(sheet.Texts["limits.not-judged"], notJudged, line => Html.Of($"<li>{line}</li>\n"))}
            """);
    }

    private static Html Listed<T>(string title, IReadOnlyList<T> lines, Func<T, Html> line) =>
        lines.Count == 0 ? Html.Nothing : Html.Of($"<h3>{title}</h3>\n<ul>\n{Html.Each(lines, line)}</ul>");
}
