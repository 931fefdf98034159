using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class CopiesAtTheSameMomentHaveOneEffectTests
{
    [Test]
    public void Holds_and_says_what_five_clean_trials_are_worth()
    {
        var journal = new JournalBuilder();
        foreach (var index in Enumerable.Range(1, 5))
        {
            Raced(journal, $"S{index}", 10 * index);
        }

        journal.Judge<CopiesAtTheSameMomentHaveOneEffect>().ShouldBeOfType<Judgement.Passed>().Saw
            .ShouldBe("5 events in 3 copies each at the same moment, 1 effect each; races in more than 45 % of cases are excluded with 95 % confidence");
    }

    [Test]
    public void A_refused_copy_is_advice_when_a_later_one_is_accepted() =>
        Raced(new JournalBuilder(), "S1", 10, [200, 409, 409]).Judge<CopiesAtTheSameMomentHaveOneEffect>().ShouldBeOfType<Judgement.Passed>()
            .Advice.ShouldHaveSingleItem().ShouldBe("409 to first (5), 409 to first (6): the provider repeats what is not answered 2xx");

    [Test]
    public void Breaks_when_two_copies_both_have_an_effect() =>
        Failed(Raced(new JournalBuilder(), "S1", 10, count: 2)).Saw.ShouldBe("2 effects of evt_S1 (12) after 4 deliveries (4, 5, 6, 10)");

    [Test]
    public void Breaks_when_the_later_copy_is_refused() => Failed(Raced(new JournalBuilder(), "S1", 10, later: 409)).Saw.ShouldBe("409 to again (10)");

    [Test]
    public void Breaks_when_all_copies_are_refused() =>
        Failed(Raced(new JournalBuilder(), "S1", 10, [500, 500, 500])).Saw.ShouldBe("500 to first (4), 500 to first (5), 500 to first (6)");

    [Test]
    public void Concludes_nothing_when_the_read_back_does_not_move() =>
        Reason(Raced(new JournalBuilder(), "S1", 10, count: 0)).ShouldBe("effects.count did not show the effect of evt_S1, so that it proves nothing");

    [Test]
    public void Concludes_nothing_from_an_empty_run() => Reason(new JournalBuilder()).ShouldBe("no copies of an event were delivered at the same moment");

    private static JournalBuilder Raced(JournalBuilder journal, string id, double at, int[]? statuses = null, int later = 200, int count = 1)
    {
        journal.Stimulus(id, "raced", at);
        foreach (var status in statuses ?? [200, 200, 200])
        {
            journal.Delivery(id, $"evt_{id}", at + 1, status, group: $"G-{id}");
        }

        return journal.Delivery(id, $"evt_{id}", at + 2, later, manner: "again").Effects($"evt_{id}", at + 3, count);
    }

    private static Finding Failed(JournalBuilder journal) => journal.Judge<CopiesAtTheSameMomentHaveOneEffect>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();

    private static string Reason(JournalBuilder journal) => journal.Judge<CopiesAtTheSameMomentHaveOneEffect>().ShouldBeOfType<Judgement.Inconclusive>().Reason;
}
