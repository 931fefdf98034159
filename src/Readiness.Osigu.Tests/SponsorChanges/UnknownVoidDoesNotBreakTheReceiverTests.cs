using Readiness.Osigu.Checks.SponsorChanges;

namespace Readiness.Osigu.Tests.SponsorChanges;

internal sealed class UnknownVoidDoesNotBreakTheReceiverTests
{
    [TestCase(200)]
    [TestCase(202)]
    [TestCase(404)]
    public void Holds_when_it_is_acknowledged_or_refused(int status) =>
        Unknown(status).Canary(20).Judge<UnknownVoidDoesNotBreakTheReceiver>().Saw.ShouldBe($"{status} to first (6), and alive afterwards");

    [TestCase(500, null, "500 to first (6)")]
    [TestCase(0, "timed out after 10 s", "timed out after 10 s to first (6)")]
    [TestCase(0, "closed without an answer", "closed without an answer to first (6)")]
    public void Breaks_when_the_receiver_fails_on_it(int status, string? problem, string saw)
    {
        var finding = Unknown(status, problem).Canary(20).Judge<UnknownVoidDoesNotBreakTheReceiver>().Finding;
        finding.Expected.ShouldBe("an event about the void of an unknown authorization is answered 2xx or 4xx");
        finding.Saw.ShouldBe(saw);
    }

    [Test]
    public void A_redirect_is_weak() =>
        Unknown(302).Canary(20).Judge<UnknownVoidDoesNotBreakTheReceiver>().Advice.ShouldBe(["302 to first (6): the provider does not follow redirects"]);

    [Test]
    public void Concludes_nothing_without_a_sign_of_life_afterwards() =>
        Unknown(404).Close(200).Judge<UnknownVoidDoesNotBreakTheReceiver>().Reason.ShouldBe("no sign of life of the integration after 10.1 s into the run, so that silence proves nothing");

    [Test]
    public void Concludes_nothing_when_the_receiver_was_not_there() =>
        Unknown(0, "connection refused").Canary(20).Judge<UnknownVoidDoesNotBreakTheReceiver>().Reason.ShouldBe("the event did not reach the receiver: connection refused to first (6)");

    [Test]
    public void Concludes_nothing_from_an_empty_run() =>
        new JournalBuilder().Judge<UnknownVoidDoesNotBreakTheReceiver>().Reason.ShouldBe("no void of an unknown authorization was delivered");

    [Test]
    public void An_open_delivery_is_waited_for() =>
        Unknown(null).Canary(20).Judge<UnknownVoidDoesNotBreakTheReceiver>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(25));

    private static JournalBuilder Unknown(int? status, string? problem = null) =>
        new JournalBuilder().Canary(1).Stimulus("S1", "unknown-void", 9).Delivery("S1", "evt_A", 10, status, eventType: "authorization.voided", problem: problem);
}
