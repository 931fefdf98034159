using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary>The first screen: ready or not, and why.</summary>
internal static class Answer
{
    public static Html Of(RunResult run) => Html.Of(
        $"""
        <section class="answer {Tone(run)}" aria-labelledby="answer">
        <h2 id="answer"><span class="sign" aria-hidden="true">{Sign(run)}</span> {Capital(run.Headline)}</h2>
        <ul class="counts" aria-label="Items by verdict">
        {Html.Each(run.Counts, count => Html.Of($"<li class=\"{count.Verdict.Word.Replace(' ', '-')}\"><b>{count.Count}</b> {count.Verdict.Word}</li>\n"))}</ul>
        {Why(run)}
        {(run.CauseDetail is { } detail ? Html.Of($"<p class=\"cause\"><b>The run ended early ({run.Cause}).</b> {detail}</p>") : Html.Nothing)}
        </section>
        """);

    private static Html Why(RunResult run) => run.Blocking is { Count: > 0 } blocking
        ? Html.Of(
            $"""
            <h3>{(run.Overall == Overall.NotReady ? "What stands in the way" : "What is not decided")}</h3>
            <ul class="blocking">
            {Html.Each(blocking, Blocking)}</ul>
            """)
        : Html.Of($"<p>{(run.Overall == Overall.Ready ? "No required item failed, and none was left undecided." : "Every required item is in order; see the items below for what keeps the run from being ready.")}</p>");

    private static Html Blocking(ItemResult item) => Html.Of(
        $"""
        <li><p><a href="#{item.Item.Id}">{item.Item.Id}</a> {item.Item.Statement} <span class="verdict {item.Verdict.Word.Replace(' ', '-')}"><span aria-hidden="true">{item.Verdict.Sign}</span> {item.Verdict.Word}</span></p>
        {(item.Findings.Count > 0
            ? Html.Each(item.Findings, finding => Html.Of($"<p class=\"finding\"><b>Saw</b> {finding.Saw}<br><b>Next</b> {finding.Next}</p>\n"))
            : Html.Of($"<p class=\"finding\">{item.Summary}</p>\n"))}</li>

        """);

    private static string Tone(RunResult run) => run.Overall switch
    {
        Overall.Ready => "ready",
        Overall.NotReady => "not-ready",
        _ => "incomplete",
    };

    private static string Sign(RunResult run) => run.Overall switch
    {
        Overall.Ready => "✓",
        Overall.NotReady => "✕",
        _ => "?",
    };

    private static string Capital(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text.AsSpan(1)}";
}
