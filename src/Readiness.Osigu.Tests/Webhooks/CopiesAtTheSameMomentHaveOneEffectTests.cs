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

    [Test]
    public void An_event_that_was_not_delivered_yet_is_none() => Raced(new JournalBuilder(), "S1", 10).Stimulus("S9", "raced", 9).Judge<CopiesAtTheSameMomentHaveOneEffect>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_count_says_one_and_the_approval_is_booked_twice_and_says_so_once()
    {
        const string booked = """{"status":"approved","authorizations":[{"authorization_code":"AUTH-1","status":"APPROVED"},{"authorization_code":"AUTH-1","status":"APPROVED"}]}""";
        Failed(Raced(new JournalBuilder(), "S1", 10).Probe("S1", "authorization.status", 14, booked).Probe("S1", "authorization.status", 15, booked)).Saw.ShouldBe("authorization.status (14) shows AUTH-1 more than once");
    }

    [Test]
    public void Reading_twice_is_no_second_effect() =>
        Raced(new JournalBuilder(), "S1", 10).Call("S1", "read-authorization", 14, method: "GET").Call("S1", "read-authorization", 15, method: "GET").Judge<CopiesAtTheSameMomentHaveOneEffect>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_write_from_before_the_event_is_none_of_its_effects() =>
        Raced(new JournalBuilder(), "S1", 10).Call("S1", "start-dispensation", 10.5, 201).Call("S1", "start-dispensation", 14, 201).Judge<CopiesAtTheSameMomentHaveOneEffect>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_write_that_never_succeeds_may_be_repeated() =>
        Raced(new JournalBuilder(), "S1", 10).Call("S1", "create-claim", 14, 503).Call("S1", "create-claim", 15, 503).Judge<CopiesAtTheSameMomentHaveOneEffect>().ShouldBeOfType<Judgement.Passed>();

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
