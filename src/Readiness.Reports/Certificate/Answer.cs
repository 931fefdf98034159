using Readiness.Reports.Languages;
using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary>The first screen: ready or not, and why.</summary>
internal static class Answer
{
    public static Html Of(Sheet sheet) => Html.Of(
        $"""
        <section class="answer {Tone(sheet.Run)}" aria-labelledby="answer">
        <h2 id="answer"><span class="sign" aria-hidden="true">{Sign(sheet.Run)}</span> {sheet.Texts.Headline(sheet.Run)}</h2>
        <p>{sheet.Texts.Why(sheet.Run)}</p>
        <ul class="counts" aria-label="{sheet.Texts["answer.counts"]}">
        {Html.Each(sheet.Run.Counts, count => Count(sheet, count.Verdict, count.Count))}</ul>
        {Blocking(sheet)}{(sheet.Run.CauseDetail is { } detail ? Html.Of($"<p class=\"cause\"><b>{sheet.Texts.Say("answer.ended-early", ("cause", sheet.Texts.Cause(sheet.Run)))}</b> {sheet.English(detail)}</p>\n") : Html.Nothing)}</section>
        """);

    // A word that has no plural of its own follows its number in English alone.
    private static Html Count(Sheet sheet, Verdict verdict, int count) => sheet.Texts.IsForeign
        ? Html.Of($"<li class=\"{verdict.Key}\">{sheet.Texts.Word(verdict)}: <b>{count}</b></li>\n")
        : Html.Of($"<li class=\"{verdict.Key}\"><b>{count}</b> {sheet.Texts.Word(verdict)}</li>\n");

    private static Html Blocking(Sheet sheet) => sheet.Run.Blocking is { Count: > 0 } blocking
        ? Html.Of(
            $"""
            <h3>{sheet.Texts[sheet.Run.Overall == Overall.NotReady ? "answer.in-the-way" : "answer.undecided"]}</h3>
            <ul class="blocking">
            {Html.Each(blocking, item => Blocking(sheet, item))}</ul>

            """)
        : Html.Nothing;

    private static Html Blocking(Sheet sheet, ItemResult item) => Html.Of(
        $"""
        <li><p><a href="#{item.Item.Id}">{item.Item.Id}</a> {sheet.Texts.Statement(sheet.Run, item.Item)} {sheet.Mark(item.Verdict)}</p>
        {(item.Findings.Count > 0
            ? Html.Each(item.Findings, finding => Html.Of($"<p class=\"finding\"><b>{sheet.Texts["answer.saw"]}</b> {sheet.English(finding.Saw)}<br><b>{sheet.Texts["answer.next"]}</b> {sheet.English(finding.Next)}</p>\n"))
            : Html.Of($"<p class=\"finding\">{sheet.English(item.Summary)}</p>\n"))}</li>

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
}
