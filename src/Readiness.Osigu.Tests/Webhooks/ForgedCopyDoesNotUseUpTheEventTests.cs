using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class ForgedCopyDoesNotUseUpTheEventTests
{
    [Test]
    public void Holds_when_the_genuine_event_has_its_effect_after_a_forged_copy() =>
        Copied().Judge<ForgedCopyDoesNotUseUpTheEvent>().Saw.ShouldBe("401 to wrong-secret (5); 200 to first (9) of the same event, with its effect");

    [Test]
    public void Breaks_when_the_genuine_event_is_taken_for_a_copy_of_the_forged_one()
    {
        var finding = Copied(effect: 0, probedAt: 60).Judge<ForgedCopyDoesNotUseUpTheEvent>().Finding;
        finding.Expected.ShouldBe("a genuine event has its effect, also after a forged copy of it");
        finding.Saw.ShouldBe("200 to first (9), and no effect 57 s later (15), while evt_B (11) had one");
    }

    [TestCase(401)]
    [TestCase(409)]
    public void Breaks_when_the_genuine_event_is_refused(int status) =>
        Copied(genuine: status).Judge<ForgedCopyDoesNotUseUpTheEvent>().Finding.Expected.ShouldBe("a genuine event is accepted, also after a forged copy of it");

    [Test]
    public void Breaks_when_the_forged_copy_is_accepted() =>
        Copied(forged: 200).Judge<ForgedCopyDoesNotUseUpTheEvent>().Finding.Expected.ShouldBe("a forged copy is refused");

    [Test]
    public void Breaks_when_the_forged_copy_has_an_effect() =>
        Copied(early: 1).Judge<ForgedCopyDoesNotUseUpTheEvent>().Finding.Saw.ShouldBe("1 effect of evt_A (7) after 401 to wrong-secret (5), before the genuine event was sent");

    [Test]
    public void Two_effects_of_the_genuine_event_are_another_items_business() => Copied(effect: 2).Judge<ForgedCopyDoesNotUseUpTheEvent>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_when_no_effect_shows_of_any_event() =>
        Copied(effect: 0, other: 0, probedAt: 60).Judge<ForgedCopyDoesNotUseUpTheEvent>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_when_the_effect_was_not_waited_for() => Copied(effect: 0).Judge<ForgedCopyDoesNotUseUpTheEvent>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_from_an_empty_run() =>
        new JournalBuilder().Judge<ForgedCopyDoesNotUseUpTheEvent>().Reason.ShouldBe("no genuine event was delivered after a forged copy of it, with another genuine event beside it");

    [TestCase(1.5)]
    [TestCase(2.7)]
    public void A_genuine_event_that_nobody_forged_is_another_items_business(double at) =>
        Copied().Delivery("S1", "evt_Z", at, 409).Judge<ForgedCopyDoesNotUseUpTheEvent>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_forged_event_of_which_no_genuine_one_was_sent_changes_nothing() =>
        Copied().Delivery("S1", "evt_C", 2.1, 401, genuine: false).Judge<ForgedCopyDoesNotUseUpTheEvent>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void An_effect_between_two_genuine_copies_is_the_first_ones() =>
        Copied().Delivery("S1", "evt_A", 8, manner: "again").Effects("evt_A", 9, 1).Judge<ForgedCopyDoesNotUseUpTheEvent>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_no_effect_shows_for_forty_seconds() =>
        Copied(effect: 0, probedAt: 43).Judge<ForgedCopyDoesNotUseUpTheEvent>().Finding.Saw.ShouldBe("200 to first (9), and no effect 40 s later (15), while evt_B (11) had one");

    [Test]
    public void The_verdict_rests_on_the_deliveries_and_the_counts() => Copied().Judge<ForgedCopyDoesNotUseUpTheEvent>().Evidence.ShouldBe([5, 7, 9, 11, 15]);

    private static JournalBuilder Copied(int forged = 401, int genuine = 200, int early = 0, int effect = 1, int other = 1, double probedAt = 6) =>
        new JournalBuilder().Stimulus("S1", "forged-before", 1).Stimulus("S2", "not-forged", 1)
            .Delivery("S1", "evt_A", 2, forged, genuine: false, manner: "wrong-secret").Effects("evt_A", 2.5, early)
            .Delivery("S1", "evt_A", 3 - 0.05, genuine).Delivery("S2", "evt_B", 4).Effects("evt_B", 5, other).Effects("evt_A", probedAt, effect);
}
