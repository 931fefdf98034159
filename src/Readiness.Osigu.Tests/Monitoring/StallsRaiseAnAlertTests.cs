using Readiness.Osigu.Checks.Monitoring;

namespace Readiness.Osigu.Tests.Monitoring;

public sealed class StallsRaiseAnAlertTests
{
    [Test]
    public void An_alert_while_the_request_waits_is_right() =>
        Waiting().Alert("Overdue", 16, "stalls").Judge<StallsRaiseAnAlert>().Saw.ShouldBe("Overdue was raised 6 s after stalls began");

    [Test]
    public void No_alert_is_found()
    {
        var finding = Waiting().Judge<StallsRaiseAnAlert>().Finding;

        finding.Saw.ShouldBe("no alert about stalls in 20 s, nor any other");
        finding.Next.ShouldBe("measure how long requests have been waiting for their sponsor, and raise an alert when one waits longer than any decision takes");
    }

    [Test]
    public void A_decision_that_came_makes_no_stall() =>
        Waiting().Delivery("S1", "evt_1", 15).Alert("Overdue", 16, "stalls").Judge<StallsRaiseAnAlert>().Reason.ShouldBe("the decision came before an alert could");

    [Test]
    public void Where_nothing_waits_nothing_stalls() =>
        new JournalBuilder().Declared().Symptom("stalls", "S1", 10, 30).Call("S1", "complete-authorization", 10.5, answer: """{"status":"COMPLETED"}""").Canary(32)
            .Judge<StallsRaiseAnAlert>().Reason.ShouldBe("no request waited for its sponsor, so that nothing stalled");

    private static JournalBuilder Waiting() =>
        new JournalBuilder().Declared().Canary(1).Symptom("stalls", "S1", 10, 30).Call("S1", "complete-authorization", 10.5, answer: """{"status":"PENDING_SPONSOR"}""").Canary(32);
}
