using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

/// <summary>Which read-backs of effects decide, and which say nothing.</summary>
internal sealed class EffectLimitTests
{
    [Test]
    public void An_effect_that_shows_late_is_an_effect() =>
        Once(Twice().Effects("evt_A", 5, 0).Effects("evt_A", 5.5, 1)).ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_second_effect_shows_late() =>
        Once(Twice().Effects("evt_A", 5, 1).Effects("evt_A", 5.5, 2)).Finding.Saw.ShouldBe("2 effects of evt_A (15) after 2 deliveries (6, 8)");

    [Test]
    public void Breaks_when_the_second_effect_was_taken_back_again() =>
        Once(Twice().Effects("evt_A", 5, 2).Effects("evt_A", 5.5, 1)).Finding.Saw.ShouldBe("2 effects of evt_A (13) after 2 deliveries (6, 8)");

    [Test]
    public void A_count_between_the_two_deliveries_says_nothing_about_the_second() =>
        Once(Twice().Effects("evt_A", 2.9, 1)).Reason.ShouldBe("no effects.count of evt_A after its last delivery");

    [Test]
    public void A_count_at_the_moment_of_the_last_delivery_counts() =>
        Once(Twice().Effects("evt_A", 3, 1)).ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_read_back_that_moves_for_nothing_convicts_nobody() =>
        Once(Twice(bracket: 0, after: 10).Effects("evt_A", 5, 1)).Reason.ShouldStartWith("effects.count shows 0 effects of evt_B");

    [Test]
    public void One_event_delivered_twice_is_enough() =>
        Once(Twice(after: 13).Delivery("S1", "evt_C", 2.5).Effects("evt_A", 5, 1).Effects("evt_C", 5.5, 1)).ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void The_total_is_taken_before_the_first_delivery_and_after_the_last() =>
        Once(Twice().Total(2.7, 11).Effects("evt_A", 5, 1)).ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_total_that_was_not_read_on_both_sides_concludes_nothing()
    {
        Once(Twice(after: null).Total(2.7, 11).Effects("evt_A", 5, 1)).Reason.ShouldBe("no effects.count of the total before and after");
        Once(Twice(before: null).Total(2.7, 11).Effects("evt_A", 5, 1)).Reason.ShouldBe("no effects.count of the total before and after");
    }

    [Test]
    public void A_total_that_ends_with_the_first_delivery_or_begins_with_the_last_is_on_its_side() =>
        Once(Twice(before: null, after: null).Probe("S1", "effects.count", 1.9, """{"count":10}""").Total(4, 12).Effects("evt_A", 5, 1)).ShouldBeOfType<Judgement.Passed>();

    [TestCase(1, 0.2)]
    [TestCase(7.1, 0.05)]
    public void An_event_of_other_work_at_the_edge_of_the_two_totals_may_move_them(double at, double latency) =>
        Once(Twice(after: 13).Effects("evt_A", 5, 1).Delivery("S7", "evt_X", at, latency: latency)).ShouldBeOfType<Judgement.Passed>();

    [TestCase(1, 0.15)]
    [TestCase(7.15, 0.05)]
    public void An_event_of_other_work_beyond_them_may_not(double at, double latency) =>
        Once(Twice(after: 13).Effects("evt_A", 5, 1).Delivery("S7", "evt_X", at, latency: latency)).Finding.Saw.ShouldStartWith("from 10 (");

    [Test]
    public void The_verdict_rests_on_deliveries_and_counts() => Once(Twice().Effects("evt_A", 5, 1)).Evidence.ShouldBe([4, 6, 8, 11, 13, 15, 17]);

    [Test]
    public void A_single_copy_races_with_nobody() =>
        Raced(new JournalBuilder().Stimulus("S1", "raced", 1).Delivery("S1", "evt_A", 2, group: "G").Delivery("S1", "evt_A", 3, manner: "again").Effects("evt_A", 4, 1)).Reason
            .ShouldBe("no copies of an event were delivered at the same moment");

    [Test]
    public void Copies_that_were_all_accepted_give_no_advice() => Raced(Race("S1", 10, 2)).Advice.ShouldBeEmpty();

    [Test]
    public void The_smallest_race_is_told() =>
        Raced(Race("S2", 20, 3, Race("S1", 10, 2))).Saw.ShouldStartWith("2 events in 2 copies each at the same moment, 1 effect each");

    [Test]
    public void An_effect_of_raced_copies_that_shows_late_is_an_effect() =>
        Raced(Race("S1", 10, 2).Effects("evt_S1", 12, 0)).ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Without_a_later_copy_nothing_is_concluded() =>
        Raced(new JournalBuilder().Stimulus("S1", "raced", 1).Delivery("S1", "evt_A", 2, group: "G").Delivery("S1", "evt_A", 2, group: "G").Effects("evt_A", 4, 1)).Reason
            .ShouldBe("no later copy of evt_A was delivered");

    [Test]
    public void A_receiver_that_accepts_nothing_is_not_judged_by_its_races() =>
        Raced(new JournalBuilder().Stimulus("S1", "raced", 1).Delivery("S1", "evt_A", 2, 401, group: "G").Delivery("S1", "evt_A", 2, 401, group: "G").Delivery("S1", "evt_A", 3, 401, manner: "again")).Reason
            .ShouldBe("no genuine event was ever accepted: check webhook.url and the webhook secret that the integration uses");

    private static JournalBuilder Twice(int bracket = 1, int? before = 10, int? after = 12)
    {
        var journal = new JournalBuilder().Stimulus("S1", "duplicated", 1).Delivery("S1", "evt_A", 2).Delivery("S1", "evt_A", 3, manner: "again")
            .Stimulus("S2", "bracket", 3.5).Delivery("S2", "evt_B", 4).Effects("evt_B", 6, bracket);
        return (before, after) switch
        {
            ({ } first, { } last) => journal.Total(1.2, first).Total(7, last),
            ({ } first, null) => journal.Total(1.2, first),
            (null, { } last) => journal.Total(7, last),
            _ => journal,
        };
    }

    private static JournalBuilder Race(string id, double at, int copies, JournalBuilder? journal = null)
    {
        journal ??= new JournalBuilder();
        journal.Stimulus(id, "raced", at);
        for (var index = 0; index < copies; index++)
        {
            journal.Delivery(id, $"evt_{id}", at + 1, group: $"G-{id}");
        }

        return journal.Delivery(id, $"evt_{id}", at + 2, manner: "again").Effects($"evt_{id}", at + 3, 1);
    }

    private static Judgement Once(JournalBuilder journal) => journal.Judge<EachDecisionHasOneEffect>();

    private static Judgement Raced(JournalBuilder journal) => journal.Judge<CopiesAtTheSameMomentHaveOneEffect>();
}
