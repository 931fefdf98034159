using Readiness.Osigu.Checks.SandboxReset;

namespace Readiness.Osigu.Tests.SandboxReset;

internal sealed class UnknownEventDoesNotBreakTheReceiverTests
{
    [TestCase(200)]
    [TestCase(204)]
    [TestCase(404)]
    [TestCase(422)]
    public void Holds_when_the_event_is_acknowledged_or_refused(int status) =>
        Unknown(status).Canary(20).Judge<UnknownEventDoesNotBreakTheReceiver>().ShouldBeOfType<Judgement.Passed>().Saw.ShouldBe($"{status} to first (6), and alive afterwards");

    [TestCase(500, null, "500 to first (6)")]
    [TestCase(0, "timed out after 10 s", "timed out after 10 s to first (6)")]
    [TestCase(0, "closed without an answer", "closed without an answer to first (6)")]
    public void Breaks_when_the_receiver_fails_on_it(int status, string? problem, string saw)
    {
        var finding = Unknown(status, problem).Canary(20).Judge<UnknownEventDoesNotBreakTheReceiver>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();
        finding.Expected.ShouldBe("an event about an unknown request is answered 2xx or 4xx");
        finding.Saw.ShouldBe(saw);
    }

    [Test]
    public void Waits_for_a_sign_of_life_afterwards() =>
        Unknown(404).Judge<UnknownEventDoesNotBreakTheReceiver>().ShouldBeOfType<Judgement.Undecided>();

    [Test]
    public void Concludes_nothing_without_a_sign_of_life_afterwards() =>
        Unknown(404).Close(200).Judge<UnknownEventDoesNotBreakTheReceiver>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldBe("no sign of life of the integration after 10.1 s into the run, so that silence proves nothing");

    [Test]
    public void Concludes_nothing_when_the_receiver_was_not_there() =>
        Unknown(0, "connection refused").Canary(20).Judge<UnknownEventDoesNotBreakTheReceiver>().ShouldBeOfType<Judgement.Inconclusive>().Reason
            .ShouldBe("the event did not reach the receiver: connection refused to first (6)");

    [Test]
    public void Concludes_nothing_from_an_empty_run() =>
        new JournalBuilder().Judge<UnknownEventDoesNotBreakTheReceiver>().ShouldBeOfType<Judgement.Inconclusive>();

    private static JournalBuilder Unknown(int status, string? problem = null) =>
        new JournalBuilder().Canary(1).Stimulus("S1", "unknown-request", 9).Delivery("S1", "evt_A", 10, status, problem: problem);
}
