using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary>What the page does not say: what was not judged, and how far its proof reaches.</summary>
internal static class Limits
{
    public static Html Of(RunResult run) => Html.Of(
        $"""
        {NotJudged(run)}
        <section aria-labelledby="proof">
        <h2 id="proof">What this page proves, and what it does not</h2>
        <p>It proves that this version of the integration, at this time, against a simulated {run.Provider}, behaved as each item marked passed says, in every exchange that the run’s journal holds.</p>
        <p>It does not prove what cannot be seen from outside, what no scenario provoked, or how another version or configuration behaves.</p>
        <p>It is a report of the partner’s own run and no decision of {run.Provider}, who alone issues production credentials.</p>
        </section>
        """);

    private static Html NotJudged(RunResult run)
    {
        var planned = run.Items.Where(item => item.Verdict == Verdict.Planned).ToList();
        (string Id, string Reason)[] notProven = [.. run.Items.SelectMany(item => item.NotProven.Select(reason => (item.Item.Id.Value, reason)))];
        return planned.Count + notProven.Length + run.NotJudged.Count == 0 ? Html.Nothing : Html.Of(
            $"""
            <section aria-labelledby="limits">
            <h2 id="limits">What was not judged</h2>
            {Listed("Planned items, outside the decision of this version", planned, item => Html.Of($"<li><b>{item.Item.Id}</b> {item.Item.Statement}</li>\n"))}
            {Listed("Deeper scenarios of judged items that were not proven", notProven, line => Html.Of($"<li><b>{line.Id}</b> {line.Reason}</li>\n"))}
            {Listed("In the provider’s material, and judged by no item", run.NotJudged, line => Html.Of($"<li>{line}</li>\n"))}
            </section>
            """);
    }

    private static Html Listed<T>(string title, IReadOnlyList<T> lines, Func<T, Html> line) =>
        lines.Count == 0 ? Html.Nothing : Html.Of($"<h3>{title}</h3>\n<ul>\n{Html.Each(lines, line)}</ul>");
}
