using Readiness.Osigu.Checks.Limits;

namespace Readiness.Osigu.Tests.Limits;

internal sealed class BusyProviderIsGivenRestTests
{
    private const string Busy = "The provider is busy. Try again in a minute.";

    [Test]
    public void Holds_when_attempts_pause_and_end_and_the_users_are_told() =>
        Two([0, 0.51, 1.72], [0, 0.71, 1.5]).Judge<BusyProviderIsGivenRest>().Saw.ShouldStartWith("2 look-ups met 429 without end: gave up after 3, 3 attempts, and said so;");

    [Test]
    public void Giving_up_at_once_holds() => Two([0], [0]).Judge<BusyProviderIsGivenRest>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Coming_back_in_step_is_advice() =>
        Two([0, 0.5, 1.5], [0.001, 0.505, 1.51]).Judge<BusyProviderIsGivenRest>().Advice.ShouldHaveSingleItem().ShouldStartWith("2 look-ups came back in step, 2 times within 20 ms of each other;");

    [Test]
    public void Breaks_without_a_pause() =>
        Two([0, 0.02, 0.04, 0.06], [0, 0.02, 0.04, 0.06]).Judge<BusyProviderIsGivenRest>().Finding.Saw.ShouldBe("pauses of 10 ms, 10 ms, 10 ms; 10 ms, 10 ms, 10 ms; the noise of this machine was not measured");

    [Test]
    public void Breaks_beyond_25_attempts() =>
        Two([.. Enumerable.Range(0, 26).Select(index => index * 0.3)], [0]).Judge<BusyProviderIsGivenRest>().Finding.Saw.ShouldBe("26 attempts within 7.5 s");

    [Test]
    public void Breaks_when_a_user_is_not_told() => Two([0], [0], null).Judge<BusyProviderIsGivenRest>().AllSeen.ShouldBe(["beneficiary.search (7) ended as failed without a message", "beneficiary.search (8) ended as failed without a message"], ignoreOrder: true);

    [Test]
    public void Concludes_nothing_when_no_look_up_met_the_limit() => Two([], []).Judge<BusyProviderIsGivenRest>().Reason.ShouldBe("no search-beneficiary met the planned fault");

    [Test]
    public void Users_who_come_back_at_times_of_their_own_give_no_advice()
    {
        Two([0, 0.51, 1.72], [0, 0.71, 1.5]).Judge<BusyProviderIsGivenRest>().Advice.ShouldBeEmpty();
        Two([0, 0.5, 1.5], [0, 0.52, 1.52]).Judge<BusyProviderIsGivenRest>().Advice.ShouldBeEmpty();
    }

    [Test]
    public void In_step_are_the_rounds_that_all_of_them_made() =>
        Two([0, 0.5, 1.5], [0, 0.5, 1.5, 3.5]).Judge<BusyProviderIsGivenRest>().Advice.ShouldHaveSingleItem().ShouldStartWith("2 look-ups came back in step, 2 times within 20 ms of each other;");

    private static JournalBuilder Two(double[] first, double[] second, string? message = Busy)
    {
        var journal = new JournalBuilder().Canary(1).Canary(300);
        LookUp(journal, "S1", 10, first, message);
        return LookUp(journal, "S2", 10, second, message);
    }

    private static JournalBuilder LookUp(JournalBuilder journal, string id, double at, double[] attempts, string? message)
    {
        journal.Stimulus(id, "busy-look-up", at - 0.1).Operation(id, "beneficiary.search", at - 0.05, Outcome.Failed, message, lasts: 9);
        foreach (var attempt in attempts)
        {
            journal.Call(id, "search-beneficiary", at + attempt, 429, fault: "F1");
        }

        return journal;
    }
}
