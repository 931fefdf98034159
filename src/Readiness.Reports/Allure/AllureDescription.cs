using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Allure;

/// <summary>What a test result means, for a reader who opens it in the Allure report.</summary>
internal static class AllureDescription
{
    public static string Of(ItemResult item, ScenarioResult? scenario) => Html.Of(
        $"""
        <p><b>{item.Item.Id}</b> {item.Item.Statement}</p>
        <p>Verdict of the item: <b>{item.Verdict.Word}</b>. {item.Summary}</p>
        {(scenario is null ? Html.Nothing : Html.Paragraphs(scenario.Description))}
        {Statement(item)}{Listed("Evidence", item.EvidenceLines)}
        {Listed("Advice: weak, not wrong", item.Advice)}
        {Listed("Not proven", item.NotProven)}
        """).Text;

    private static Html Statement(ItemResult item) => item switch
    {
        { Verdict: Verdict.Attested, Attestation: { } by } =>
            Html.Of($"<p>{(by.Demonstration ? "Demonstration only, nobody vouches for it: " : "")}attested by {by.Name}, {by.Role}, on {by.Date}{by.Until}: “{by.Statement}”</p>"),
        { Verdict: Verdict.Waived, Waiver: { } waiver } =>
            Html.Of($"<p>Waived by {waiver.By} until {waiver.Expires}: “{waiver.Reason}”{(waiver.Allowed ? "" : " (the policy does not allow this item to be waived)")}</p>"),
        _ => Html.Nothing,
    };

    private static Html Listed(string title, IReadOnlyList<string> lines) =>
        lines.Count == 0 ? Html.Nothing : Html.Of($"<p>{title}:</p><ul>{Html.Each(lines, line => Html.Of($"<li>{line}</li>"))}</ul>");
}
