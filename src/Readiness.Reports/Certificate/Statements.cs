using Readiness.Reports.Markup;
using Readiness.Verdicts;

namespace Readiness.Reports.Certificate;

/// <summary>What rests on a person's word: attestations and waivers, apart from what was proven.</summary>
internal static class Statements
{
    public static Html Of(RunResult run) => Html.Of($"{Attestations(run)}\n{Waivers(run)}");

    private static Html Attestations(RunResult run)
    {
        var attested = run.Items.Where(item => item.Attestation is not null).ToList();
        return attested.Count == 0 ? Html.Nothing : Html.Of(
            $"""
            <section aria-labelledby="attested">
            <h2 id="attested">Attested by a person</h2>
            <p class="explained">Cannot be seen from outside; a named person states it.</p>
            <ul>
            {Html.Each(attested, item => Html.Of($"<li><b>{item.Item.Id}</b> “{item.Attestation!.Statement}” {item.Attestation.Name}, {item.Attestation.Role}, {item.Attestation.Date}{item.Attestation.Until}{(item.Attestation.Demonstration ? Html.Of($" <strong class=\"demonstration\">demonstration: nobody vouches for it</strong>") : Html.Nothing)}{Evidence(item)}</li>\n"))}</ul>
            </section>
            """);
    }

    private static Html Evidence(ItemResult item) =>
        item.EvidenceLines.Count == 0 ? Html.Nothing : Html.Of($"<ul>{Html.Each(item.EvidenceLines, line => Html.Of($"<li class=\"evidence\">{line}</li>"))}</ul>");

    private static Html Waivers(RunResult run)
    {
        var waived = run.Items.Where(item => item.Waiver is not null).ToList();
        return waived.Count == 0 ? Html.Nothing : Html.Of(
            $"""
            <section aria-labelledby="waived">
            <h2 id="waived">Waived</h2>
            <p class="explained">Seen to be false, and accepted for a while.</p>
            <ul>
            {Html.Each(waived, item => Html.Of($"<li><b>{item.Item.Id}</b> {item.Waiver!.Reason} Approved by {item.Waiver.By}, until {item.Waiver.Expires}; {(item.Waiver.Allowed ? "the policy allows this item to be waived" : "the policy does not allow this item to be waived, so it still decides")}.{Evidence(item)}</li>\n"))}</ul>
            </section>
            """);
    }
}
