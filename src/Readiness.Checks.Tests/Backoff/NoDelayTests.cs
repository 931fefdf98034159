using Readiness.Checks.Backoff;

namespace Readiness.Checks.Tests.Backoff;

internal sealed class NoDelayTests
{
    private const int Runs = 100_000;

    [TestCaseSource(typeof(Policies), nameof(Policies.Pausing))]
    public void A_client_that_pauses_is_convicted_in_less_than_one_run_in_a_thousand(object policy) =>
        Convictions((Policies.Policy)policy, stimuli: 3, retries: 3).ShouldBeLessThan(Runs / 1000);

    [TestCaseSource(typeof(Policies), nameof(Policies.Pausing))]
    public void More_retries_convict_no_more(object policy) =>
        Convictions((Policies.Policy)policy, stimuli: 3, retries: 8).ShouldBeLessThan(Runs / 1000);

    [TestCaseSource(typeof(Policies), nameof(Policies.Pausing))]
    public void Two_retries_each_convict_nobody_who_pauses(object policy) =>
        Convictions((Policies.Policy)policy, stimuli: 3, retries: 2).ShouldBeLessThan(Runs / 1000);

    [Test]
    public void Full_jitter_over_two_stimuli_stays_near_the_computed_8_in_100_000() =>
        Convictions(Policies.FullJitter, stimuli: 2, retries: 3).ShouldBeInRange(0, 25);

    [TestCase(3)]
    [TestCase(4)]
    [TestCase(12)]
    public void A_client_that_does_not_pause_is_always_convicted(int retries) =>
        Convictions(Policies.Hammering, stimuli: 3, retries).ShouldBe(Runs);

    [Test]
    public void Two_stimuli_without_a_pause_are_enough() =>
        Judge([0.01, 0.01, 0.01], [0.05, 0.04, 0.05]).ShouldBe(Pauses.None);

    [Test]
    public void One_stimulus_without_a_pause_is_advice() =>
        Judge([0.01, 0.01, 0.01], [0.2, 0.4, 0.8]).ShouldBe(Pauses.Short);

    [Test]
    public void Short_pauses_in_two_stimuli_are_advice() =>
        Judge([0.1, 0.1, 0.1], [0.15, 0.15, 0.15]).ShouldBe(Pauses.Short);

    [Test]
    public void Only_the_first_three_pauses_are_summed() =>
        Judge([0.01, 0.01, 0.01, 0.3, 3], [0.01, 0.01, 0.01, 0.3, 3]).ShouldBe(Pauses.None);

    [Test]
    public void Two_retries_at_once_need_three_stimuli()
    {
        Judge([0.01, 0.01], [0.01, 0.01]).ShouldBe(Pauses.Enough);
        Judge([0.01, 0.01], [0.01, 0.01], [0.019, 0.019]).ShouldBe(Pauses.None);
        Judge([0.01, 0.01], [0.01, 0.01], [0.01, 0.02]).ShouldBe(Pauses.Enough);
    }

    [Test]
    public void A_first_retry_at_once_is_free_when_pauses_follow() =>
        Judge([0, 0.2, 0.2], [0, 0.2, 0.2]).ShouldBe(Pauses.Enough);

    [Test]
    public void One_retry_or_none_says_nothing() => Judge([], [0.001], []).ShouldBe(Pauses.Enough);

    private static int Convictions(Policies.Policy policy, int stimuli, int retries)
    {
        var random = new Random(20260101);
        return Enumerable.Range(0, Runs).Count(_ =>
            NoDelay.Judge([.. Enumerable.Range(0, stimuli).Select(_ => policy(random, retries).Times())]) == Pauses.None);
    }

    private static Pauses Judge(params double[][] stimuli) => NoDelay.Judge([.. stimuli.Select(gaps => gaps.Times())]);
}
