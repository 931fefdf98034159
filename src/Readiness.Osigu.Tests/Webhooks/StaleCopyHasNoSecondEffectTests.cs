using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class StaleCopyHasNoSecondEffectTests
{
    [TestCase(401)]
    [TestCase(200)]
    public void Holds_when_a_stale_copy_is_refused_or_known(int stale) =>
        Copied(stale).Judge<StaleCopyHasNoSecondEffect>().Saw.ShouldBe($"200 to first (4), {stale} to stale (6), 200 to again (8); 1 effect");

    [Test]
    public void Breaks_when_the_stale_copy_has_an_effect_of_its_own() =>
        Copied(count: 2).Judge<StaleCopyHasNoSecondEffect>().Finding.Saw.ShouldBe("2 effects of evt_A (10) after 200 to first (4), 401 to stale (6), 200 to again (8)");

    [Test]
    public void Breaks_when_the_receiver_fails_on_it() => Copied(500).Judge<StaleCopyHasNoSecondEffect>().Finding.Expected.ShouldBe("a stale copy of a known event is answered 401, or 2xx as known");

    [Test]
    public void Breaks_when_a_fresh_copy_is_refused_afterwards() =>
        Copied(fresh: 409).Judge<StaleCopyHasNoSecondEffect>().Finding.Expected.ShouldBe("a timely copy of a known event is answered 2xx, also after a stale one");

    [Test]
    public void Concludes_nothing_when_no_effect_shows() => Copied(count: 0).Judge<StaleCopyHasNoSecondEffect>().Reason.ShouldBe("effects.count did not show the effect of evt_A, so that it proves nothing");

    [Test]
    public void Concludes_nothing_from_an_empty_run() => new JournalBuilder().Judge<StaleCopyHasNoSecondEffect>().Reason.ShouldBe("no stale copy of a genuine event was delivered");

    [Test]
    public void The_stale_copys_own_event_is_judged_and_no_other() =>
        Copied().Delivery("S1", "evt_Z", 1.5).Delivery("S1", "evt_Q", 2.5, 401, genuine: false, manner: "stale").Judge<StaleCopyHasNoSecondEffect>()
            .Saw.ShouldBe("200 to first (6), 401 to stale (10), 200 to again (12); 1 effect");

    [Test]
    public void An_effect_that_shows_late_is_an_effect() => Copied().Effects("evt_A", 4.5, 0).Judge<StaleCopyHasNoSecondEffect>().ShouldBeOfType<Judgement.Passed>();

    private static JournalBuilder Copied(int stale = 401, int fresh = 200, int count = 1) => new JournalBuilder().Stimulus("S1", "copied-late", 1)
        .Delivery("S1", "evt_A", 2).Delivery("S1", "evt_A", 3, stale, genuine: false, manner: "stale").Delivery("S1", "evt_A", 4, fresh, manner: "again").Effects("evt_A", 5, count);
}
