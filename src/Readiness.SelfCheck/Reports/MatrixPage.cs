using System.Text;
using Readiness.Checklist;
using Readiness.Reports.Markup;
using Readiness.Running.Profiles;
using Readiness.SelfCheck.Compare;

namespace Readiness.SelfCheck.Reports;

/// <summary><c>selfcheck.html</c>: the matrix for people. Stands alone: no script, no request, nothing beside it.</summary>
public static class MatrixPage
{
    public static byte[] Write(MatrixResult result)
    {
        var page = Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{result.Profile.Checklist.Provider}: kill matrix of the harness</title>
            <style>

            """).Text
            + Style()
            + Html.Of(
            $"""
            </style>
            </head>
            <body>
            <header>
            <p class="kicker">Self-check of the readiness harness · {result.Profile.Checklist.Provider}</p>
            <h1>{result.Headline}</h1>
            <p class="explained">The sample integration carries switchable flaws, each with the one check that is there to find it, and variants: unusual, and right. Each was certified by the command line in processes of its own, and every journal was judged again.</p>
            </header>
            <main>
            {Facts(result)}
            {Differences(result)}
            {MatrixGrid.Of(result)}
            {Flaws(result)}
            {Variants(result)}
            {Checks(result)}
            {LeftOut(result)}
            </main>
            <footer><p>Made by harness {result.Facts.HarnessVersion}. What is demanded is written by hand in the list of switches, never taken from a run; its digest is {result.Profile.KillMatrix.Digest}.</p></footer>
            </body>
            </html>

            """).Text;
        return Encoding.UTF8.GetBytes(page);
    }

    private static Html Facts(MatrixResult result) => Html.Of(
        $"""
        <section class="answer {(result.ExitCode == 0 ? "good" : "bad")}" aria-label="Facts">
        <dl>
        {Fact("Runs", $"{result.Cells.Count} of {result.Plan.Cells.Count}; {result.AsDeclared} as declared")}
        {Fact("Selection", result.Selection.Word)}
        {Fact("Driver", MatrixWords.Of(result.Selection.Driver))}
        {Fact("Pace", MatrixWords.Pace(result.Selection.DocumentedPace))}
        {Fact("Began", result.Facts.StartedAt.ToString("d MMMM yyyy, HH:mm 'UTC'zzz", System.Globalization.CultureInfo.InvariantCulture))}
        {Fact("Took", $"{MatrixWords.Minutes(result.Took)}, {result.Facts.AtOnce} side by side on {result.Facts.Cores} cores{(result.Facts.Busy ? ", each kept busy by a loop" : "")}")}
        {Fact("Build", result.Facts.Build)}
        </dl>
        </section>
        """);

    private static Html Fact(string term, string value) => Html.Of($"<div><dt>{term}</dt><dd>{value}</dd></div>");

    private static Html Differences(MatrixResult result)
    {
        Difference[] again = [.. result.Cells.SelectMany(cell => cell.LeftOpenAtFirst)];
        return Html.Of(
            $"""
            {Listed("differs", "What differs", "", result.Differences)}
            {Listed("again", "Run again, alone", "These left something open while others ran beside them, which a busy machine can do.", again)}
            """);
    }

    private static Html Listed(string id, string title, string explained, IReadOnlyList<Difference> differences) => differences.Count == 0 ? Html.Nothing : Html.Of(
        $"""
        <section aria-labelledby="{id}">
        <h2 id="{id}">{title}</h2>
        <p class="explained">{explained}</p>
        <ul>
        {Html.Each(differences, one => Html.Of($"<li><b>{one.Where}</b> {one.Item ?? ""} <span class=\"kind\">{MatrixWords.Of(one.Kind)}</span> {one.Saw}</li>\n"))}</ul>
        </section>
        """);

    private static Html Flaws(MatrixResult result) => Table(
        "flaws",
        "Flaws",
        ["Flaw, and where it is found in practice", "Breaks", "Caught by", "Also breaks", "Result"],
        [.. result.Cells.Where(cell => cell.Cell.IsFlaw)],
        cell => Html.Of(
            $"""
            <tr id="{cell.Cell.Name}"><th scope="row">{cell.Cell.Name}<p class="where">{cell.Cell.Switch!.Where}</p></th><td>{cell.Cell.Switch.Item}</td><td>{Html.Each(cell.Outcome?.FailedChecks(cell.Cell.Switch.Item) ?? [], check => Html.Of($"<p class=\"{(check == cell.Cell.Switch.Check ? "own" : "other")}\">{check}</p>"))}</td><td>{Html.Each(cell.Cell.Switch.Also, also => Html.Of($"<p><b>{also.Item}</b> {also.Cause}</p>"))}</td><td>{Answer(cell)}</td></tr>

            """));

    private static Html Variants(MatrixResult result) => Table(
        "variants",
        "Variants, and the sample as it is",
        ["Variant, and where it is found in practice", "Exercises", "Result"],
        [.. result.Cells.Where(cell => !cell.Cell.IsFlaw)],
        cell => Html.Of(
            $"""
            <tr><th scope="row">{cell.Cell.Title}<p class="where">{cell.Cell.Switch?.Where ?? "No switch is on."}</p></th><td>{(cell.Cell.Switch is { } one ? $"{string.Join(", ", one.Also.Select(also => also.Item).Prepend(one.Item))}" : "every item")}</td><td>{Answer(cell)}</td></tr>

            """));

    private static Html Checks(MatrixResult result)
    {
        var failed = WholeComparison.FailedBy(result.Cells);
        return Table(
            "checks",
            "Checks, and the flaws that made them fail",
            ["Check", "Item", "Failed with"],
            [.. result.Profile.Checks.Where(check => result.Selection.Only.Count == 0 || failed.Contains(check.Name))],
            check => Html.Of($"<tr><th scope=\"row\">{check.Name}</th><td>{check.Item}</td><td>{(failed.Contains(check.Name) ? string.Join(", ", failed[check.Name]) : "nothing that was run")}</td></tr>\n"));
    }

    private static Html LeftOut(MatrixResult result) => result.Plan.LeftOut.Count == 0 ? Html.Nothing : Table(
        "left-out", "Not run", ["Switch", "Item", "Why"], result.Plan.LeftOut, one => Html.Of($"<tr><th scope=\"row\">{one.Switch.Name}</th><td>{one.Switch.Item}</td><td>{one.Reason}</td></tr>\n"));

    private static Html Answer(CellResult cell) => cell.IsAsDeclared
        ? Html.Of($"<span class=\"good\">✓ as declared</span> <span class=\"took\">{MatrixWords.Seconds(cell.Took)}</span>")
        : Html.Of($"<span class=\"bad\">✕ {string.Join(", ", cell.Differences.Select(one => MatrixWords.Of(one.Kind)).Distinct())}</span>");

    private static Html Table<T>(string id, string title, string[] head, IReadOnlyList<T> rows, Func<T, Html> row) => rows.Count == 0 ? Html.Nothing : Html.Of(
        $"""
        <section aria-labelledby="{id}">
        <h2 id="{id}">{title}</h2>
        <table class="{id}">
        <thead><tr>{Html.Each(head, word => Html.Of($"<th scope=\"col\">{word}</th>"))}</tr></thead>
        <tbody>
        {Html.Each(rows, row)}</tbody>
        </table>
        </section>
        """);

    private static string Style()
    {
        using var css = new StreamReader(typeof(MatrixPage).Assembly.GetManifestResourceStream("selfcheck.css")!);
        return css.ReadToEnd().ReplaceLineEndings("\n");
    }
}
