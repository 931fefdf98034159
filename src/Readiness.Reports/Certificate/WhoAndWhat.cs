using System.Globalization;
using Readiness.Reports.Languages;
using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary>What was tested, against what, by whom, where and when.</summary>
internal static class WhoAndWhat
{
    // Enough to tell two apart; the whole digest stands in certificate.json.
    private const int Shown = 16;

    public static Html Of(Sheet sheet)
    {
        var (run, texts) = (sheet.Run, sheet.Texts);
        return sheet.Section("facts", texts["facts.title"], Html.Of(
            $"""
            <dl>
            {Fact(sheet, "integration", $"{run.IntegrationName} {run.IntegrationVersion}")}
            {Fact(sheet, "tested", Tested(sheet.Run, sheet.Texts))}
            {(run.Reached is { } reached ? Fact(sheet, "reached", texts.Or($"facts.reached.{reached}", reached)) : Html.Nothing)}{(run.Driven is { } driven ? Fact(sheet, "driven", sheet.English(driven)) : Html.Nothing)}{Fact(sheet, "provider", run.Provider)}
            {Fact(sheet, "checklist", Html.Of($"{texts.Say("facts.checklist.judged", ("profile", run.Profile), ("version", run.ChecklistVersion), ("judged", run.Judged), ("all", run.Items.Count))}{(run.ChecklistDigest is { } digest ? Html.Of($"; {texts.Say("facts.digest", ("digest", Start(digest)))}") : Html.Nothing)}"))}
            {Fact(sheet, "pace", run.Pace == "documented" ? texts["facts.pace.documented"] : texts.Say("facts.pace.shortened", ("pace", run.Pace)))}
            {Fact(sheet, "time", texts.Say("facts.time.value", ("date", run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), ("duration", texts.Duration(run.Duration))))}
            {(run.ValidUntil is { } valid ? Fact(sheet, "valid", run.Overall == Overall.Ready ? valid : texts.Say("facts.valid.no", ("date", valid))) : Html.Nothing)}
            {Fact(sheet, "operator", run.Operator.Length > 0 ? run.Operator : texts["facts.operator.none"])}
            {Fact(sheet, "place", run.Place)}
            {Fact(sheet, "issuer", run.Issuer is { } issuer ? texts.Say("facts.issuer.key", ("issuer", Start(issuer))) : texts["facts.issuer.none"])}
            {Fact(sheet, "harness", texts.Say("facts.harness.value", ("version", run.HarnessVersion), ("packages", run.PackageSet)))}
            {(run.KillMatrix is { } matrix ? Fact(sheet, "kill-matrix", texts.Say("facts.kill-matrix.value", ("digest", Start(matrix)))) : Html.Nothing)}
            {Fact(sheet, "caches", run.Processes == 1 ? texts["facts.caches.one"] : texts.Say("facts.caches.several", ("count", run.Processes)))}
            {(run.Policy is { } policy ? Fact(sheet, "waivers", texts.Say("facts.waivers.policy", ("policy", policy))) : Html.Nothing)}{(run.Strict ? Fact(sheet, "strict", texts["facts.strict.yes"]) : Html.Nothing)}
            </dl>
            """));
    }

    /// <summary>The artefact with its digest, or that none was declared.</summary>
    public static string Tested(RunResult run, ReportTexts texts) => run.Artefact switch
    {
        null => texts["facts.tested.none"],
        { Files: { } files } folder => texts.Say("facts.tested.folder", ("name", folder.Name), ("files", files), ("digest", folder.Sha256)),
        var file => texts.Say("facts.tested.file", ("name", file.Name), ("digest", file.Sha256)),
    };

    private static string Start(string digest) => digest[..Math.Min(Shown, digest.Length)];

    private static Html Fact(Sheet sheet, string term, string value) => Fact(sheet, term, Html.Of($"{value}"));

    private static Html Fact(Sheet sheet, string term, Html value) => Html.Of($"<div><dt>{sheet.Texts[$"facts.{term}"]}</dt><dd>{value}</dd></div>");
}
