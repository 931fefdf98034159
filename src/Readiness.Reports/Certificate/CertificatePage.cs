using System.Globalization;
using System.Text;
using Readiness.Checklist;
using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary><c>certificate.html</c>: one page for the person who decides. Stands alone: no script, no request, nothing beside it.</summary>
internal static class CertificatePage
{
    public static byte[] Write(RunResult run)
    {
        var title = $"{run.Provider} go-live readiness: {run.IntegrationName} {run.IntegrationVersion}";
        var page = Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <style>

            """).Text
            + Resources.Text("certificate.css")
            + Html.Of(
            $"""
            </style>
            </head>
            <body>
            <header>
            <p class="kicker">Go-live readiness certificate · {run.Provider}</p>
            <h1>{run.IntegrationName} <span class="version">{run.IntegrationVersion}</span></h1>
            </header>
            <main>
            {Answer.Of(run)}
            {Facts(run)}
            {ItemTables.Of(run)}
            {Statements.Of(run)}
            {Limits.Of(run)}
            </main>
            <footer>
            <p>Run {run.Id} · made from run.json and journal.ndjson of this run by harness {run.HarnessVersion}. Evidence numbers are lines of journal.ndjson.</p>
            </footer>
            </body>
            </html>

            """).Text;
        return Encoding.UTF8.GetBytes(page);
    }

    private static Html Facts(RunResult run) => Html.Of(
        $"""
        <section aria-labelledby="facts">
        <h2 id="facts">Who and what</h2>
        <dl>
        {Fact("Integration", $"{run.IntegrationName} {run.IntegrationVersion}")}
        {(run.Reached is { } reached ? Fact("Reached", reached == "attached" ? "attached: it already ran, so its process and what it writes were not seen" : "launched by the harness") : Html.Nothing)}{(run.Driven is { } driven ? Fact("Driven", driven) : Html.Nothing)}{Fact("Provider", run.Provider)}
        {Fact("Checklist", $"{run.Profile} {run.ChecklistVersion}, {run.Judged} of {run.Items.Count} items judged")}
        {Fact("Pace", run.Pace == "documented" ? "documented: the provider’s own waiting times" : $"{run.Pace}: the provider’s waiting times are shortened, so this is a rehearsal")}
        {Fact("Date", run.StartedAt.ToString("d MMMM yyyy, HH:mm 'UTC'zzz", CultureInfo.InvariantCulture))}
        {Fact("Duration", Durations.Short(run.Duration))}
        {Fact("Operator", run.Operator.Length > 0 ? run.Operator : "not declared")}
        {Fact("Place", run.Place)}
        {Fact("Harness", $"{run.HarnessVersion}, package set {run.PackageSet}")}
        {(run.KillMatrix is { } digest ? Fact("Kill matrix", $"{digest[..16]}…: what this harness has to catch and to let through (readiness selfcheck)") : Html.Nothing)}
        {Fact("Token caches", run.Processes == 1 ? "1 process, as declared" : $"{run.Processes} processes, as declared")}
        {(run.Policy is { } policy ? Fact("Waivers", $"allowed by {policy}") : Html.Nothing)}{(run.Strict ? Fact("Strict", "yes: contract items decide too") : Html.Nothing)}
        </dl>
        </section>
        """);

    private static Html Fact(string term, string value) => Html.Of($"<div><dt>{term}</dt><dd>{value}</dd></div>");
}
