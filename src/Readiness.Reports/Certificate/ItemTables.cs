using Readiness.Checklist;
using Readiness.Reports.Languages;
using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary>Every item that was judged: the required ones, then those that follow from the contract.</summary>
internal static class ItemTables
{
    public static Html Of(Sheet sheet) => Html.Of(
        $"""
        {Table(sheet, "required", sheet.Texts["items.required"], sheet.Texts["items.required.explained"], Judged(sheet.Run, Level.Required))}
        {Table(sheet, "contract", sheet.Texts["items.contract"], sheet.Texts[sheet.Run.Strict ? "items.contract.strict" : "items.contract.explained"], Judged(sheet.Run, Level.Contract))}
        """);

    private static IReadOnlyList<ItemResult> Judged(RunResult run, Level level) =>
        [.. run.Items.Where(item => item.Item.Level == level && item.Verdict != Verdict.Planned)];

    private static Html Table(Sheet sheet, string id, string title, string explained, IReadOnlyList<ItemResult> items) => items.Count == 0 ? Html.Nothing : sheet.Section(id, title, Html.Of(
        $"""
        <p class="explained">{explained}</p>
        <table class="items">
        <thead><tr><th scope="col">{sheet.Texts["items.item"]}</th><th scope="col">{sheet.Texts["items.statement"]}</th><th scope="col">{sheet.Texts["items.verdict"]}</th><th scope="col">{sheet.Texts["items.seen"]}</th><th scope="col">{sheet.Texts["items.proof"]}</th></tr></thead>
        <tbody>
        {Html.Each(items, item => Row(sheet, item))}</tbody>
        </table>
        """));

    private static Html Row(Sheet sheet, ItemResult item) => Html.Of(
        $"""
        <tr id="{item.Item.Id}" class="{item.Verdict.Key}"><th scope="row">{item.Item.Id}</th><td>{sheet.Texts.Statement(sheet.Run, item.Item)}</td><td>{sheet.Mark(item.Verdict)}</td><td>{Seen(sheet, item)}</td><td class="proof">{sheet.Texts.Word(item.Known)}</td></tr>

        """);

    private static Html Seen(Sheet sheet, ItemResult item)
    {
        var told = item.Findings.Count > 0 && item.Verdict is Verdict.Failed or Verdict.Waived
            ? Html.Each(item.Findings, finding => Html.Of(
                $"<p>{sheet.English(finding.Saw)} {Evidence(finding.Exchanges)}</p><p class=\"next\"><b>{sheet.Texts["answer.next"]}:</b> {sheet.English(finding.Next)}</p>"))
            : Html.Of($"<p class=\"detail\">{sheet.English(item.Summary)}</p>");
        return Html.Of($"<p class=\"plain\">{sheet.Texts.Plain(item)} {(item.Findings.Count > 0 ? Html.Nothing : Evidence(item.Evidence))}</p>{told}{Html.Each(item.Advice, advice => Html.Of($"<p class=\"advice\"><b>{sheet.Texts["answer.advice"]}:</b> {sheet.English(advice)}</p>"))}");
    }

    // The first few are enough to find the place; run.json has them all.
    private static Html Evidence(IReadOnlyList<int> numbers) =>
        numbers.Count == 0 ? Html.Nothing : Html.Of($"<span class=\"evidence\">[{string.Join(", ", numbers.Take(4))}{(numbers.Count > 4 ? ", …" : "")}]</span>");
}
