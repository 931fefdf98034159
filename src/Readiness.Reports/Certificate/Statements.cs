using Readiness.Reports.Languages;
using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary>What rests on a person's word: attestations and waivers, apart from what was proven.</summary>
internal static class Statements
{
    public static Html Of(Sheet sheet) => Html.Of($"{Attestations(sheet)}\n{Waivers(sheet)}");

    private static Html Attestations(Sheet sheet)
    {
        var attested = sheet.Run.Items.Where(item => item.Attestation is not null).ToList();
        return attested.Count == 0 ? Html.Nothing : sheet.Section("attested", sheet.Texts["attested.title"], Html.Of(
            $"""
            <p class="explained">{sheet.Texts["attested.explained"]}</p>
            <ul>
            {Html.Each(attested, item => Attested(sheet, item, item.Attestation!))}</ul>
            """));
    }

    private static Html Attested(Sheet sheet, ItemResult item, Attestation by) => Html.Of(
        $"<li><b>{item.Item.Id}</b> “{by.Statement}” {by.Name}, {by.Role}, {by.Date}{(by.Expires is { } last ? $", {sheet.Texts.Say("attested.until", ("date", last))}" : "")}{(by.Demonstration ? Html.Of($" <strong class=\"demonstration\">{sheet.Texts["attested.demonstration"]}</strong>") : Html.Nothing)}{Evidence(sheet, item)}</li>\n");

    private static Html Evidence(Sheet sheet, ItemResult item) => item.EvidenceFiles is not { Count: > 0 } files ? Html.Nothing : Html.Of(
        $"<ul>{Html.Each(files, file => Html.Of($"<li class=\"evidence\">{(file.Withheld is { } why ? Html.Of($"{sheet.Texts.Say("evidence.withheld", ("file", file.File))}, {sheet.English(why)}") : Html.Of($"{sheet.Texts.Say("evidence.file", ("file", file.File), ("bytes", file.Bytes), ("digest", file.Sha256 ?? "?"))}"))}</li>"))}</ul>");

    private static Html Waivers(Sheet sheet)
    {
        var waived = sheet.Run.Items.Where(item => item.Waiver is not null).ToList();
        return waived.Count == 0 ? Html.Nothing : sheet.Section("waived", sheet.Texts["waived.title"], Html.Of(
            $"""
            <p class="explained">{sheet.Texts["waived.explained"]}</p>
            <ul>
            {Html.Each(waived, item => Html.Of($"<li><b>{item.Item.Id}</b> {item.Waiver!.Reason} {sheet.Texts.Say("waived.by", ("by", By(sheet.Texts, item.Waiver)), ("date", item.Waiver.Expires))} {sheet.Texts[item.Waiver.Allowed ? "waived.allowed" : "waived.not-allowed"]}{Evidence(sheet, item)}</li>\n"))}</ul>
            """));
    }

    /// <summary>Who approved it, and when.</summary>
    public static string By(ReportTexts texts, Waiver waiver) =>
        $"{waiver.Approver}{(waiver.Role.Length > 0 ? $", {waiver.Role}" : "")}{(waiver.Date.Length > 0 ? $", {texts.Say("waived.on", ("date", waiver.Date))}" : "")}";
}
