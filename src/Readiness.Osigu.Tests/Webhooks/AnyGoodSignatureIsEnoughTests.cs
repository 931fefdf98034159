using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class AnyGoodSignatureIsEnoughTests
{
    [Test]
    public void Holds_when_a_good_value_counts_wherever_it_stands() =>
        Rotated().Judge<AnyGoodSignatureIsEnough>().Saw.ShouldBe(
            "200 to several-v1-good-first (6), 200 to several-v1-good-middle (8), 200 to several-v1-good-last (10), each with its effect; 401 to several-v1-none-good (12), without effect");

    [TestCase(401, 200, 200, "401 to several-v1-good-first (6)")]
    [TestCase(200, 401, 200, "401 to several-v1-good-middle (8)")]
    [TestCase(401, 401, 200, "401 to several-v1-good-first (6), 401 to several-v1-good-middle (8)")]
    [TestCase(401, 401, 401, "401 to several-v1-good-first (6), 401 to several-v1-good-middle (8), 401 to several-v1-good-last (10)")]
    public void Breaks_when_only_some_places_are_read(int first, int middle, int last, string saw)
    {
        var finding = Rotated(first, middle, last).Judge<AnyGoodSignatureIsEnough>().Finding;
        finding.Expected.ShouldBe("an event is accepted when any one of its signatures is good");
        finding.Saw.ShouldBe(saw);
    }

    [Test]
    public void Breaks_when_several_bad_values_are_accepted() =>
        Rotated(bad: 200).Judge<AnyGoodSignatureIsEnough>().Finding.Expected.ShouldBe("an event with several signatures, of which none is good, is refused");

    [Test]
    public void Breaks_when_several_bad_values_have_an_effect() =>
        Rotated(badEffect: 1).Judge<AnyGoodSignatureIsEnough>().Finding.Saw.ShouldBe("1 effect of evt_N, sent as several-v1-none-good (12)");

    [Test]
    public void Breaks_when_an_accepted_event_is_dropped_behind_the_acknowledgement()
    {
        var finding = Rotated(middleEffect: 0, probedAt: 60).Judge<AnyGoodSignatureIsEnough>().Finding;
        finding.Expected.ShouldBe("an event that is accepted during a rotation has its effect");
        finding.Saw.ShouldBe("200 to several-v1-good-middle (8), and no effect 57 s later (18), while evt_A (6) had one");
    }

    [Test]
    public void Concludes_nothing_when_the_effect_was_not_waited_for() =>
        Rotated(middleEffect: 0).Judge<AnyGoodSignatureIsEnough>().Reason.ShouldBe("effects.count did not show the effect of the genuine event evt_B, so that it proves nothing");

    [Test]
    public void Concludes_nothing_when_no_effect_ever_shows() =>
        Rotated(firstEffect: 0, middleEffect: 0, lastEffect: 0, probedAt: 60).Judge<AnyGoodSignatureIsEnough>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_of_a_receiver_that_accepts_nothing_at_all() =>
        new JournalBuilder().Stimulus("S1", "rotated", 1).Delivery("S1", "evt_A", 2, 401, manner: "several-v1-good-first").Judge<AnyGoodSignatureIsEnough>()
            .ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_from_an_empty_run() =>
        new JournalBuilder().Judge<AnyGoodSignatureIsEnough>().Reason.ShouldStartWith("not sent: several-v1-good-first, several-v1-good-middle, several-v1-good-last");

    private static JournalBuilder Rotated(
        int first = 200, int middle = 200, int last = 200, int bad = 401, int firstEffect = 1, int middleEffect = 1, int lastEffect = 1, int badEffect = 0, double probedAt = 10) =>
        new JournalBuilder().Stimulus("S1", "rotated", 1).Delivery(null, "evt_0", 1.5)
            .Delivery("S1", "evt_A", 2, first, manner: "several-v1-good-first")
            .Delivery("S1", "evt_B", 3 - 0.05, middle, manner: "several-v1-good-middle")
            .Delivery("S1", "evt_C", 4, last, manner: "several-v1-good-last")
            .Delivery("S1", "evt_N", 5, bad, genuine: false, manner: "several-v1-none-good")
            .Effects("evt_A", 6, firstEffect).Effects("evt_A", 6.5, firstEffect)
            .Effects("evt_B", probedAt, middleEffect).Effects("evt_C", probedAt + 1, lastEffect).Effects("evt_N", probedAt + 2, badEffect);
}
