using Readiness.Osigu.Checks.Production;
using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Production;

internal sealed class WebhookSecretsStayInTheirEnvironmentTests
{
    [Test]
    public void Holds_when_each_receiver_refuses_the_other_secret() =>
        Trial().Judge<WebhookSecretsStayInTheirEnvironment>().Saw
            .ShouldBe("401 to secret-of-the-other (7), 401 to secret-of-the-other (13); what was signed with each environment's own secret was accepted before and after");

    [Test]
    public void Productions_receiver_that_believes_the_sandboxs_secret_breaks()
    {
        var finding = Trial(atProduction: 200).Judge<WebhookSecretsStayInTheirEnvironment>().Finding;

        finding.Expected.ShouldBe("an event of production that is signed with the webhook secret of the sandbox is refused");
        finding.Saw.ShouldBe("200 to secret-of-the-other (7)");
    }

    [Test]
    public void The_sandboxs_receiver_that_believes_productions_secret_breaks() =>
        Trial(atSandbox: 202).Judge<WebhookSecretsStayInTheirEnvironment>().Finding.Saw.ShouldBe("202 to secret-of-the-other (13)");

    [TestCase(403)]
    [TestCase(500)]
    public void How_it_is_refused_is_another_items_business(int status) => Trial(atProduction: status).Judge<WebhookSecretsStayInTheirEnvironment>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_when_a_receiver_refuses_its_own_secret_too() =>
        Trial(own: 401).Judge<WebhookSecretsStayInTheirEnvironment>()
            .Reason.ShouldBe("the receiver of production did not accept what was signed with its own secret, before and after: 401 to first (5), 401 to first (9)");

    [Test]
    public void Concludes_nothing_when_an_event_does_not_arrive() =>
        Trial(atProduction: 0).Judge<WebhookSecretsStayInTheirEnvironment>().Reason.ShouldBe("an event did not reach the receiver of production: no answer to secret-of-the-other (7)");

    [Test]
    public void Concludes_nothing_when_nothing_was_sent() =>
        new JournalBuilder().Judge<WebhookSecretsStayInTheirEnvironment>()
            .Reason.ShouldBe("no event that was signed with the sandbox's secret was sent to the receiver of production; no event that was signed with production's secret was sent to the receiver of the sandbox");

    [Test]
    public void Waits_for_an_answer_that_is_still_to_come() =>
        new JournalBuilder().Stimulus("S1", "event-to-production").Stimulus("S2", "event-to-sandbox")
            .InProduction(there => Deliver(Deliver(there, "S1", 1, null), "S2", 4)).Judge<WebhookSecretsStayInTheirEnvironment>().ShouldBeOfType<Judgement.Undecided>();

    [Test]
    public void No_other_check_sees_these_events() =>
        Trial().Judge<EventsAreAcknowledgedInTime>().ShouldBeOfType<Judgement.Inconclusive>();

    private static JournalBuilder Trial(int atProduction = 401, int atSandbox = 401, int own = 200) =>
        new JournalBuilder().Stimulus("S1", "event-to-production").Stimulus("S2", "event-to-sandbox")
            .InProduction(there => Deliver(Deliver(there, "S1", 1, atProduction, own), "S2", 4, atSandbox));

    private static JournalBuilder Deliver(JournalBuilder builder, string stimulus, double at, int? status = 401, int own = 200) => builder
        .Delivery(stimulus, $"{stimulus}-a", at, own)
        .Delivery(stimulus, $"{stimulus}-b", at + 1, status, genuine: false, manner: "secret-of-the-other")
        .Delivery(stimulus, $"{stimulus}-c", at + 2, own);
}
