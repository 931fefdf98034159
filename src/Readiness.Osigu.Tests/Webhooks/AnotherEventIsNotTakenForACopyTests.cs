using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Tests.AsynchronousSponsor;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class AnotherEventIsNotTakenForACopyTests
{
    [Test]
    public void Holds_when_the_withdrawal_has_its_effect() =>
        Withdrawn().Judge<AnotherEventIsNotTakenForACopy>().Saw.ShouldBe("authorization.voided (8) was worked off beside authorization.created (4) of the same authorization");

    [Test]
    public void Holds_when_the_withdrawal_shows_in_the_state_alone() =>
        Withdrawn(effect: 0, state: "voided", probedAt: 60).Judge<AnotherEventIsNotTakenForACopy>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_withdrawal_is_taken_for_a_copy()
    {
        var finding = Withdrawn(effect: 0, probedAt: 60).Judge<AnotherEventIsNotTakenForACopy>().Finding;
        finding.Expected.ShouldBe("another event about the same authorization has its effect");
        finding.Saw.ShouldBe("200 to first (8), and no effect 55 s later (10), while evt_A (4) had one");
    }

    [Test]
    public void Breaks_when_the_withdrawal_is_refused() => Withdrawn(status: 409).Judge<AnotherEventIsNotTakenForACopy>().Finding.Saw.ShouldBe("409 to first (8)");

    [Test]
    public void Concludes_nothing_when_the_effect_was_not_waited_for() => Withdrawn(effect: 0).Judge<AnotherEventIsNotTakenForACopy>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_from_an_empty_run() =>
        new JournalBuilder().Judge<AnotherEventIsNotTakenForACopy>().Reason.ShouldBe("no second event about the same authorization was delivered");

    [Test]
    public void The_verdict_rests_on_the_deliveries_and_the_state_that_showed_the_withdrawal() =>
        Withdrawn(effect: 0, state: "voided", probedAt: 60).Judge<AnotherEventIsNotTakenForACopy>().Evidence.ShouldBe([4, 8, 12]);

    private static JournalBuilder Withdrawn(int status = 200, int effect = 1, string state = "approved", double probedAt = 6) => new JournalBuilder().Stimulus("S1", "copied-late", 1)
        .Delivery("S1", "evt_A", 2).Effects("evt_A", 3, 1).Delivery("S1", "evt_V", 5 - 0.05, status, eventType: "authorization.voided")
        .Effects("evt_V", probedAt, effect).Believes("S1", probedAt + 1, state);
}
