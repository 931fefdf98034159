using Readiness.Checklist;
using Readiness.Reports.Markup;
using Readiness.SelfCheck.Compare;
using Readiness.Verdicts;

namespace Readiness.SelfCheck.Reports;

/// <summary>The matrix itself: a row for each run, a column for each judged item, a mark where the item failed.</summary>
internal static class MatrixGrid
{
    public static Html Of(MatrixResult result)
    {
        ChecklistItem[] items = [.. result.Profile.Checklist.Items.Where(item => item.Level != Level.Planned)];
        return result.Cells.Count == 0 ? Html.Nothing : Html.Of(
            $"""
            <section aria-labelledby="matrix">
            <h2 id="matrix">Matrix</h2>
            <p class="explained">A row for each run, a column for each item. <span class="own">●</span> failed as the flaw declares · <span class="also">○</span> failed as well, as declared with its cause · <span class="wrong">✕</span> not as declared · <span class="open">?</span> undecided. An empty cell passed.</p>
            <div class="grid" tabindex="0" role="region" aria-labelledby="matrix">
            <table>
            <thead><tr><th scope="col">Run</th>{Html.Each(items, item => Html.Of($"<th scope=\"col\" title=\"{item.Statement}\"><span>{Short(item)}</span></th>"))}</tr></thead>
            <tbody>
            {Html.Each(result.Cells, cell => Row(cell, items))}</tbody>
            </table>
            </div>
            </section>
            """);
    }

    private static Html Row(CellResult cell, IReadOnlyList<ChecklistItem> items) =>
        Html.Of($"<tr class=\"{cell.Cell.Kind}\"><th scope=\"row\">{cell.Cell.Title}</th>{Html.Each(items, item => Mark(cell, item.Id.Value))}</tr>\n");

    private static Html Mark(CellResult cell, string item)
    {
        if (cell.Outcome is not { } outcome)
        {
            return Html.Of($"<td class=\"open\" title=\"{item}: no run\">?</td>");
        }

        var declared = cell.Cell.Breaks.Contains(item);
        var failed = outcome.Failed.Contains(item);
        var by = $"{item}: {string.Join(", ", outcome.FailedChecks(item))}";
        return (declared, failed) switch
        {
            _ when outcome.Undecided.Any(open => open.Item == item) => Html.Of($"<td class=\"open\" title=\"{item}: undecided\">?</td>"),
            (true, true) when cell.Cell.Switch!.Item == item => Html.Of($"<td class=\"own\" title=\"{by}\">●</td>"),
            (true, true) => Html.Of($"<td class=\"also\" title=\"{by}\">○</td>"),
            (true, false) => Html.Of($"<td class=\"wrong\" title=\"{item}: passes, and is declared to break\">✕</td>"),
            (false, true) => Html.Of($"<td class=\"wrong\" title=\"{by}\">✕</td>"),
            _ => Html.Of($"<td></td>"),
        };
    }

    /// <summary>The id without the provider's letters, which all of them share.</summary>
    private static string Short(ChecklistItem item) => item.Id.Value[(item.Id.Value.IndexOf('-', StringComparison.Ordinal) + 1)..];
}
