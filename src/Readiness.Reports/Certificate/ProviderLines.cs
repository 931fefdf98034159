using Readiness.Reports.Languages;
using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary>The provider's own checklist, line by line: what the request e-mail confirms.</summary>
internal static class ProviderLines
{
    public static Html Of(Sheet sheet)
    {
        var (run, texts) = (sheet.Run, sheet.Texts);
        var lines = LineResult.Of(run);
        return lines.Count == 0 ? Html.Nothing : sheet.Section("lines", texts["lines.title"], Html.Of(
            $"""
            <p class="explained">{texts["lines.explained"]}</p>
            <table>
            <thead><tr><th scope="col">{texts["lines.line"]}</th><th scope="col">{texts["lines.confirms"]}</th><th scope="col">{texts["items.verdict"]}</th><th scope="col">{texts["lines.rests"]}</th><th scope="col">{texts["items.proof"]}</th></tr></thead>
            <tbody>
            {Html.Each(lines, line => Row(sheet, line))}</tbody>
            </table>
            """));
    }

    private static Html Row(Sheet sheet, LineResult line) => Html.Of(
        $"""
        <tr><th scope="row">{line.Line.Key}</th><td>{sheet.Texts.Statement(sheet.Run, line.Line)}</td><td>{sheet.Mark(line.Verdict)}</td><td><p>{sheet.Texts.Plain(line)}</p> <p class="rests">{Items(line)}</p></td><td class="proof">{string.Join(", ", line.Proofs.Select(sheet.Texts.Word))}</td></tr>

        """);

    private static Html Items(LineResult line) => Html.Each(line.Items, item => Html.Of($"<a href=\"#{item.Item.Id}\">{Short(item)}</a>{(item.Verdict == Verdict.Passed ? Html.Nothing : Html.Of($"<span aria-hidden=\"true\"> {item.Verdict.Sign}</span>"))} "));

    // The first word of an id is the same for every item of a provider.
    private static string Short(ItemResult item) => item.Item.Id.Value is var id ? id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..] : "";
}
