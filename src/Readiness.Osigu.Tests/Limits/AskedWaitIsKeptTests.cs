using Readiness.Osigu.Checks.Limits;

namespace Readiness.Osigu.Tests.Limits;

internal sealed class AskedWaitIsKeptTests
{
    [Test]
    public void Holds_when_the_wait_is_kept() => Busy(12.2).Judge<AskedWaitIsKept>().Saw.ShouldBe("asked to wait (Retry-After: 2), came back after 2.2 s");

    [Test]
    public void Giving_up_at_once_holds_when_the_user_is_told() => GivenUp("The provider is busy.").Judge<AskedWaitIsKept>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_attempt_comes_early() => Busy(10.02).Judge<AskedWaitIsKept>().Finding.Saw.ShouldStartWith("attempt 9 came 10 ms after the answer 7, 2 s early;");

    [Test]
    public void Breaks_when_the_user_is_not_told() => GivenUp(null).Judge<AskedWaitIsKept>().Finding.Saw.ShouldBe("beneficiary.search (6) ended as failed without a message");

    [Test]
    public void Concludes_nothing_when_no_look_up_met_the_limit() =>
        new JournalBuilder().Stimulus("S1", "limit-with-time", 9.9).Operation("S1", "beneficiary.search", 10).Judge<AskedWaitIsKept>().Reason.ShouldBe("no search-beneficiary met the planned fault");

    private static JournalBuilder Busy(double next) => new JournalBuilder().Canary(1).Canary(90).Stimulus("S1", "limit-with-time", 9.9).Operation("S1", "beneficiary.search", 9.95, lasts: 60)
        .Call("S1", "search-beneficiary", 10, 429, fault: "F1", retryAfter: "2").Call("S1", "search-beneficiary", next);

    private static JournalBuilder GivenUp(string? message) => new JournalBuilder().Canary(1).Canary(90).Stimulus("S1", "limit-with-time", 9.9).Operation("S1", "beneficiary.search", 9.95, Outcome.Failed, message, lasts: 1)
        .Call("S1", "search-beneficiary", 10, 429, fault: "F1", retryAfter: "2");
}
