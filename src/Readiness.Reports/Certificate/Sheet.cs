using Readiness.Reports.Languages;
using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary>What every part of the page is made from.</summary>
/// <param name="Number">The certificate's number.</param>
internal sealed record Sheet(RunResult Run, ReportTexts Texts, string Number)
{
    /// <summary>Text that the checks or the harness wrote, which is English in every language, and said to be so where the page is not.</summary>
    public Html English(string text) => Texts.IsForeign ? Html.Of($"<span lang=\"en\">{text}</span>") : Html.Of($"{text}");

    /// <summary>A verdict by sign and word, so that colour is not needed.</summary>
    public Html Mark(Verdict verdict) =>
        Html.Of($"<span class=\"verdict {verdict.Key}\"><span aria-hidden=\"true\">{verdict.Sign}</span> {Texts.Word(verdict)}</span>");

    /// <summary>A section under a heading of its own; nothing where it would hold nothing.</summary>
    public Html Section(string id, string title, Html content) => content.Text.Length == 0 ? Html.Nothing : Html.Of(
        $"""
        <section aria-labelledby="{id}">
        <h2 id="{id}">{title}</h2>
        {content}
        </section>
        """);
}
