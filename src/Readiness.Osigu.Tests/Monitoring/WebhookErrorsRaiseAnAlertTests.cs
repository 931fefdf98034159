using Readiness.Osigu.Checks.Monitoring;

namespace Readiness.Osigu.Tests.Monitoring;

public sealed class WebhookErrorsRaiseAnAlertTests
{
    [Test]
    public void An_alert_after_a_burst_is_right() =>
        Burst(refused: 5).Alert("Webhooks", 10.9, "webhookErrors").Judge<WebhookErrorsRaiseAnAlert>().Saw.ShouldBe("Webhooks was raised 0.9 s after webhook errors began");

    [Test]
    public void No_alert_is_found()
    {
        var finding = Burst(refused: 5).Alert("Tokens", 12, "tokenFailures").Judge<WebhookErrorsRaiseAnAlert>().Finding;

        finding.Saw.ShouldBe("no alert about webhook errors in 20 s; there were Tokens");
        finding.Next.ShouldBe("count the webhooks that are answered 4xx and 5xx, and raise an alert on a burst of either");
    }

    [Test]
    public void A_receiver_that_refused_too_few_had_no_burst() =>
        Burst(refused: 4).Judge<WebhookErrorsRaiseAnAlert>().Reason.ShouldBe("the receiver refused 4 of the events that it should have refused, so that there was no burst of errors");

    private static JournalBuilder Burst(int refused)
    {
        var journal = new JournalBuilder().Declared().Canary(1).Symptom("webhookErrors", "S1", 10, 30).Canary(32);
        for (var copy = 0; copy < 8; copy++)
        {
            journal.Delivery("S1", $"evt_{copy}", 10.1 + (copy * 0.05), status: copy < refused ? 401 : 200, genuine: false, manner: "wrong-secret", latency: 0.01);
        }

        return journal;
    }
}
