using Readiness.Checklist;
using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary>Every item that was judged: the required ones, then those that follow from the contract.</summary>
internal static class ItemTables
{
    public static Html Of(RunResult run) => Html.Of(
        $"""
        {Table("required", "Required items", "Lines of the provider’s own checklist. They decide.", Judged(run, Level.Required))}
        {Table("contract", "Contract items", run.Strict ? "They follow from the provider’s documented contract. This run was strict: they decide too." : "They follow from the provider’s documented contract. Shown, and not decisive.", Judged(run, Level.Contract))}
        """);

    private static IReadOnlyList<ItemResult> Judged(RunResult run, Level level) =>
        [.. run.Items.Where(item => item.Item.Level == level && item.Verdict != Verdict.Planned)];

    private static Html Table(string id, string title, string explained, IReadOnlyList<ItemResult> items) => items.Count == 0 ? Html.Nothing : Html.Of(
        $"""
        <section aria-labelledby="{id}">
        <h2 id="{id}">{title}</h2>
        <p class="explained">{explained}</p>
        <table>
        <thead><tr><th scope="col">Item</th><th scope="col">What must be true</th><th scope="col">Verdict</th><th scope="col">What was seen, and what to do next</th><th scope="col">Proof</th></tr></thead>
        <tbody>
        {Html.Each(items, Row)}</tbody>
        </table>
        </section>
        """);

    private static Html Row(ItemResult item) => Html.Of(
        $"""
        <tr id="{item.Item.Id}"><th scope="row">{item.Item.Id}</th><td>{item.Item.Statement}</td><td><span class="verdict {item.Verdict.Word.Replace(' ', '-')}"><span aria-hidden="true">{item.Verdict.Sign}</span> {item.Verdict.Word}</span></td><td>{Seen(item)}</td><td class="proof">{item.Item.Proof.Word}</td></tr>

        """);

    private static Html Seen(ItemResult item)
    {
        var told = item.Findings.Count > 0 && item.Verdict is Verdict.Failed or Verdict.Waived
            ? Html.Each(item.Findings, finding => Html.Of(
                $"<p>{finding.Saw} {(finding.Exchanges.Count > 0 ? Html.Of($"<span class=\"evidence\">[{Wording.Evidence(finding.Exchanges)}]</span>") : Html.Nothing)}</p><p class=\"next\"><b>Next:</b> {finding.Next}</p>"))
            : Html.Of($"<p>{item.Summary}</p>");
        return Html.Of($"{told}{Html.Each(item.Advice, advice => Html.Of($"<p class=\"advice\"><b>Advice:</b> {advice}</p>"))}");
    }
}
