using Readiness.Checks.Backoff;

namespace Readiness.Checks.Tests.Backoff;

internal sealed class NestedRetriesTests
{
    [Test]
    public void Three_by_three_with_long_outer_pauses_starts_anew_every_third_pause() =>
        NestedRetries.PeriodOf(new[] { 0.2, 0.4, 2, 0.2, 0.4, 4, 0.2, 0.4 }.Times()).ShouldBe(3);

    [Test]
    public void Three_by_three_without_an_outer_pause_is_seen_too() =>
        NestedRetries.PeriodOf(new[] { 0.2, 0.4, 0, 0.2, 0.4, 0, 0.2, 0.4 }.Times()).ShouldBe(3);

    [Test]
    public void One_new_start_is_not_enough() =>
        NestedRetries.PeriodOf(new[] { 0.2, 0.4, 2, 0.2, 0.4 }.Times()).ShouldBeNull();

    [Test]
    public void Growing_pauses_never_start_anew() =>
        NestedRetries.PeriodOf(new[] { 0.1, 0.2, 0.4, 0.8, 1.6, 3.2 }.Times()).ShouldBeNull();

    [Test]
    public void Every_long_enough_stimulus_must_show_the_same_period()
    {
        double[] nested = [0.2, 0.4, 2, 0.2, 0.4, 4, 0.2, 0.4];
        double[] growing = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2];

        NestedRetries.Period([nested.Times(), nested.Times()]).ShouldBe(3);
        NestedRetries.Period([nested.Times(), growing.Times()]).ShouldBeNull();
        NestedRetries.Period([nested.Times(), new[] { 0.2 }.Times()]).ShouldBe(3);
        NestedRetries.Period([]).ShouldBeNull();
    }

    [Test]
    public void Full_jitter_in_three_stimuli_is_seen_as_nested_in_less_than_one_run_in_a_hundred()
    {
        var random = new Random(7);
        Enumerable.Range(0, 20_000)
            .Count(_ => NestedRetries.Period([.. Enumerable.Range(0, 3).Select(_ => Policies.FullJitter(random, 8).Times())]) is not null)
            .ShouldBeLessThan(200);
    }
}
