using System.Text.Json.Nodes;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>What the clinic counts, and whom it tells.</summary>
internal sealed class MonitoringTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public void Metrics_are_written_as_Prometheus_reads_them()
    {
        var clock = new HandClock();
        var metrics = new ClinicMetrics(clock);
        metrics.TokenFailures.Add();
        metrics.Waits("areq_1");
        clock.Advance(TimeSpan.FromSeconds(2.5));
        metrics.Waits("areq_1");

        MetricsEndpoint.Render(metrics).ShouldBe("""
            # HELP osigu_token_failures_total Token requests that brought no token.
            # TYPE osigu_token_failures_total counter
            osigu_token_failures_total 1
            # HELP osigu_webhook_rejections_total Webhooks answered 4xx.
            # TYPE osigu_webhook_rejections_total counter
            osigu_webhook_rejections_total 0
            # HELP osigu_webhook_errors_total Webhooks answered 5xx.
            # TYPE osigu_webhook_errors_total counter
            osigu_webhook_errors_total 0
            # HELP osigu_api_errors_total Calls answered 5xx by the provider.
            # TYPE osigu_api_errors_total counter
            osigu_api_errors_total 0
            # HELP osigu_api_refusals_total Calls answered 401 by the provider.
            # TYPE osigu_api_refusals_total counter
            osigu_api_refusals_total 0
            # HELP osigu_pending_requests Requests that wait for their sponsor.
            # TYPE osigu_pending_requests gauge
            osigu_pending_requests 1
            # HELP osigu_pending_oldest_age_seconds How long the oldest of them has been waiting.
            # TYPE osigu_pending_oldest_age_seconds gauge
            osigu_pending_oldest_age_seconds 2.5

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void A_request_waits_until_it_is_heard_of_also_where_the_event_overtakes_the_answer()
    {
        var metrics = new ClinicMetrics(new HandClock());
        metrics.Waits("areq_1");
        metrics.Heard("areq_1");
        metrics.Heard("areq_2");
        metrics.Waits("areq_2");

        metrics.Pending.ShouldBeEmpty();
    }

    [Test]
    public async Task The_clinic_counts_tokens_that_it_does_not_get_and_calls_that_are_refused()
    {
        var provider = new PretendProvider();
        provider.On("POST /v1/oauth/token", _ => PretendProvider.Answer(503));
        await using var clinic = new TestClinic(provider, new HandClock());

        await clinic.DoAsync("beneficiary.search", new { sponsor_slug = "s", fields = new { document_number = "1" } });

        clinic.Part<ClinicMetrics>().TokenFailures.Total.ShouldBe(3);
    }

    [Test]
    public void An_alert_begins_with_the_third_failure_and_ends_when_they_are_some_time_ago()
    {
        var (clock, metrics, evaluation) = Evaluation(new AlertRules());
        metrics.TokenFailures.Add();
        metrics.TokenFailures.Add();
        evaluation.Next().ShouldBeEmpty();

        metrics.TokenFailures.Add();
        Told(evaluation).ShouldBe(["firing OsiguTokenFailures"]);
        Told(evaluation).ShouldBeEmpty();

        clock.Advance(6.5 * Second);
        Told(evaluation).ShouldBe(["resolved OsiguTokenFailures"]);
        Told(evaluation).ShouldBeEmpty();
    }

    [Test]
    public void Each_request_that_waits_too_long_has_an_alert_of_its_own()
    {
        var (clock, metrics, evaluation) = Evaluation(new AlertRules());
        metrics.Waits("areq_1");
        metrics.Waits("areq_2");
        clock.Advance(4 * Second);

        evaluation.Next().Select(alert => alert.Labels["request"]).Order().ShouldBe(["areq_1", "areq_2"]);
        metrics.Heard("areq_1");
        evaluation.Next().ShouldHaveSingleItem().Labels["request"].ShouldBe("areq_1");
    }

    [Test]
    public void An_alert_is_written_in_the_plain_form_and_as_Alertmanager_does()
    {
        var began = new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);
        RaisedAlert[] alerts = [new("Tokens", Firing: true, new Dictionary<string, string> { ["severity"] = "page" }, began, began + Second)];

        AlertPost.Of(alerts, asAlertmanager: false).ShouldBe("""[{"alert":"Tokens","status":"firing","labels":{"severity":"page"},"at":"2026-05-01T08:00:00.000Z"}]""");
        var group = JsonNode.Parse(AlertPost.Of(alerts, asAlertmanager: true))!;
        ((string?)group["version"]).ShouldBe("4");
        group["alerts"]!.ToJsonString().ShouldBe("""[{"status":"firing","labels":{"severity":"page","alertname":"Tokens"},"annotations":{},"startsAt":"2026-05-01T08:00:00.000Z","endsAt":"0001-01-01T00:00:00.000Z"}]""");
    }

    [TestCase("", "firing OsiguTokenFailures, firing OsiguWebhookErrors, firing OsiguDecisionOverdue")]
    [TestCase("NoAlerts", "")]
    [TestCase("AlertsOnApiErrorsOnly", "")]
    [TestCase("AlertsWaitTooLong", "")]
    [TestCase("RefusedWebhooksNotCounted", "firing OsiguTokenFailures, firing OsiguDecisionOverdue")]
    [TestCase("StallsNeverNoticed", "firing OsiguTokenFailures, firing OsiguWebhookErrors")]
    [TestCase("OneGroupedAlert", "firing OsiguDegraded")]
    [TestCase("AlertsAsAlertmanager", "firing OsiguTokenFailures, firing OsiguWebhookErrors, firing OsiguDecisionOverdue")]
    public async Task What_goes_wrong_is_told(string name, string told)
    {
        var clock = new HandClock();
        await using var clinic = Clinic(clock, name);
        var metrics = clinic.Part<ClinicMetrics>();
        var evaluation = clinic.Part<AlertEvaluation>();
        metrics.Waits("areq_1");
        evaluation.Next();
        clock.Advance(5 * Second);
        for (var failure = 0; failure < 5; failure++)
        {
            metrics.TokenFailures.Add();
            metrics.WebhookRejections.Add();
        }

        string.Join(", ", Told(evaluation)).ShouldBe(told);
    }

    [TestCase("", "")]
    [TestCase("AlertOnEveryRefusedToken", "firing OsiguTokenRefused")]
    [TestCase("AlertsFlap", "firing OsiguTokenLoad")]
    public async Task Everyday_work_is_told(string name, string told)
    {
        await using var clinic = Clinic(new HandClock(), name);
        var metrics = clinic.Part<ClinicMetrics>();
        metrics.ApiRefusals.Add();
        metrics.ApiSuccesses.Add();
        metrics.ApiSuccesses.Add();

        string.Join(", ", Told(clinic.Part<AlertEvaluation>())).ShouldBe(told);
    }

    [TestCase("", "firing")]
    [TestCase("AlertsRepeated", "firing, firing, firing")]
    [TestCase("AlertsFireAgain", "firing, resolved, firing")]
    public async Task What_lasts_is_told(string name, string told)
    {
        var clock = new HandClock();
        await using var clinic = Clinic(clock, name);
        var evaluation = clinic.Part<AlertEvaluation>();
        clinic.Part<ClinicMetrics>().Waits("areq_1");
        clock.Advance(5 * Second);

        List<string> all = [.. Told(evaluation)];
        for (var look = 0; look < 2; look++)
        {
            clock.Advance(2.1 * Second);
            all.AddRange(Told(evaluation));
        }

        string.Join(", ", all.Select(one => one.Split(' ')[0])).ShouldBe(told);
    }

    private static TestClinic Clinic(HandClock clock, string name) => new(time: clock, switches: name.Length == 0 ? [] : [name]);

    private static (HandClock Clock, ClinicMetrics Metrics, AlertEvaluation Evaluation) Evaluation(AlertRules rules)
    {
        var clock = new HandClock();
        var metrics = new ClinicMetrics(clock);
        return (clock, metrics, new AlertEvaluation(rules, metrics, clock));
    }

    private static string[] Told(AlertEvaluation evaluation) => [.. evaluation.Next().Select(alert => $"{(alert.Firing ? "firing" : "resolved")} {alert.Name}")];
}
