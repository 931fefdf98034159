using Readiness.Checks.Backoff;

namespace Readiness.Checks.Tests.Backoff;

internal sealed class ConstantDelayTests
{
    [Test]
    public void Four_equal_pauses_in_two_stimuli_are_seen() => IsSeen([1, 1.05, 1.1, 1], [2, 2, 2.1, 2]).ShouldBeTrue();

    [Test]
    public void One_stimulus_is_not_enough() => IsSeen([1, 1, 1, 1], [1, 2, 4, 8]).ShouldBeFalse();

    [Test]
    public void Three_retries_say_nothing_for_exponential_policies_with_a_cap_are_flat_at_first() => IsSeen([1, 1, 1], [1, 1, 1]).ShouldBeFalse();

    [Test]
    public void More_than_a_tenth_apart_is_not_constant() => IsSeen([1, 1, 1, 1.11], [1, 1, 1, 1.11]).ShouldBeFalse();

    [Test]
    public void No_pause_at_all_is_another_matter() => IsSeen([0, 0, 0, 0], [0, 0, 0, 0]).ShouldBeFalse();

    [Test]
    public void Full_jitter_is_seen_as_constant_in_less_than_one_run_in_a_thousand()
    {
        var random = new Random(7);
        Enumerable.Range(0, 50_000)
            .Count(_ => ConstantDelay.IsSeen([.. Enumerable.Range(0, 3).Select(_ => Policies.FullJitter(random, 4).Times())]))
            .ShouldBeLessThan(50);
    }

    private static bool IsSeen(params double[][] stimuli) => ConstantDelay.IsSeen([.. stimuli.Select(gaps => gaps.Times())]);
}
