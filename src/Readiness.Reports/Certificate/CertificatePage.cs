using System.Text;
using System.Text.RegularExpressions;
using Readiness.Reports.Languages;
using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary><c>certificate.html</c>: one page for the person who decides. Stands alone: no script, no request, nothing beside it.</summary>
public static partial class CertificatePage
{
    /// <param name="number">The certificate's number, see <see cref="CertificateNumber"/>.</param>
    /// <param name="texts">The language.</param>
    public static byte[] Write(RunResult run, string number, ReportTexts texts)
    {
        var sheet = new Sheet(run, texts, number);
        var page = Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="{texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{texts.Say("page.title", ("provider", run.Provider), ("integration", $"{run.IntegrationName} {run.IntegrationVersion}"))}</title>
            <style>

            """).Text
            + Resources.Text("certificate.css")
            + Html.Of(
            $"""
            </style>
            </head>
            <body>
            <header>
            <p class="kicker">{texts.Say("page.kicker", ("provider", run.Provider))}</p>
            <h1>{run.IntegrationName} <span class="version">{run.IntegrationVersion}</span></h1>
            <p class="number">{texts.Say("page.number", ("number", number))}</p>
            </header>
            <main>
            {Answer.Of(sheet)}
            {WhoAndWhat.Of(sheet)}
            {ProviderLines.Of(sheet)}
            {ItemTables.Of(sheet)}
            {Statements.Of(sheet)}
            {Limits.Of(sheet)}
            {HowItBehaved.Of(sheet)}
            </main>
            <footer>
            <p>{texts.Say("page.footer", ("run", run.Id), ("version", run.HarnessVersion))}</p>
            </footer>
            </body>
            </html>

            """).Text;
        return Encoding.UTF8.GetBytes(page);
    }

    /// <summary>The language in which that page was written, so that it can be made again in the same one; null where it is none of ours.</summary>
    public static ReportTexts? LanguageOf(ReadOnlySpan<byte> page) =>
        Language().Match(Encoding.UTF8.GetString(page[..Math.Min(page.Length, 200)])) is { Success: true } match && ReportTexts.Find(match.Groups[1].Value) is { } known ? ReportTexts.In(known) : null;

    [GeneratedRegex("<html lang=\"([A-Za-z-]+)\">")]
    private static partial Regex Language();
}
