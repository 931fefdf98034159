using Readiness.Recording;

namespace Readiness.Monitoring.Tests;

public sealed class SymptomMatchingTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Nothing = new Dictionary<string, IReadOnlyList<string>>();

    [TestCase("ClinicTokenFailures", "tokenFailures")]
    [TestCase("oauth errors", "tokenFailures")]
    [TestCase("WEBHOOK_ERRORS", "webhookErrors")]
    [TestCase("BadSignatures", "webhookErrors")]
    [TestCase("DecisionsOverdue", "stalls")]
    [TestCase("clinic-stalled", "stalls")]
    [TestCase("TokensAndWebhooks", "tokenFailures,webhookErrors")]
    public void A_name_tells_the_symptom_by_its_words(string name, string symptoms) =>
        Names(Nothing, Alert(name)).ShouldBe(symptoms);

    [TestCase("IntegrationDegraded")]
    [TestCase("Authorization5xx")]
    [TestCase("Watchdog")]
    public void What_names_no_symptom_may_stand_for_any(string name) =>
        new SymptomMatching(Nothing).Of(Alert(name)).Perhaps.ShouldBe(["tokenFailures", "webhookErrors", "stalls"]);

    [Test]
    public void A_name_outweighs_labels_and_labels_outweigh_texts()
    {
        Names(Nothing, Alert("TokenFailures", ("job", "webhook-service"), "pending for long")).ShouldBe("tokenFailures");
        Names(Nothing, Alert("Degraded", ("job", "webhook-service"), "pending for long")).ShouldBe("webhookErrors");
        Names(Nothing, Alert("Degraded", ("job", "clinic"), "pending for long")).ShouldBe("stalls");
    }

    [TestCase("Duty*", true)]
    [TestCase("dutyphone", true)]
    [TestCase("Phone", false)]
    [TestCase("severity=page", true)]
    [TestCase("severity=page, team=care", false)]
    [TestCase("severity=p*, alertname=DutyPhone", true)]
    public void What_is_declared_decides_instead_of_words(string matcher, bool matches)
    {
        var declared = new Dictionary<string, IReadOnlyList<string>> { [SymptomNames.Stalls] = [matcher] };

        Names(declared, Alert("DutyPhone", ("severity", "page"))).ShouldBe(matches ? "stalls" : "");
        Names(declared, Alert("Stalled")).ShouldBe("");
    }

    [Test]
    public void Where_every_symptom_has_its_alerts_another_alert_means_nothing()
    {
        var declared = SymptomNames.All.ToDictionary(symptom => symptom, symptom => (IReadOnlyList<string>)[symptom]);

        var (names, perhaps) = new SymptomMatching(declared).Of(Alert("DiskFull"));

        names.ShouldBeEmpty();
        perhaps.ShouldBeEmpty();
    }

    private static string Names(IReadOnlyDictionary<string, IReadOnlyList<string>> declared, ObservedAlert alert) => string.Join(',', new SymptomMatching(declared).Of(alert).Names);

    private static ObservedAlert Alert(string name, (string Key, string Value)? label = null, params string[] texts) => new()
    {
        Name = name, Firing = true, Labels = label is { } one ? new Dictionary<string, string> { [one.Key] = one.Value } : [], Texts = texts,
    };
}
