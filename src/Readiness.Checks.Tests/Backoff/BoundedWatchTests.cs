using Readiness.Checks.Backoff;

namespace Readiness.Checks.Tests.Backoff;

internal sealed class BoundedWatchTests
{
    [Test]
    public void The_longest_next_gap_doubles_each_gap_up_to_the_next_one() =>
        BoundedWatch.LongestNextGap(new[] { 0.5, 0.2, 3 }.Times()).ShouldBe(TimeSpan.FromSeconds(6));

    [Test]
    public void An_early_gap_can_decide() =>
        BoundedWatch.LongestNextGap(new[] { 2, 0.2, 3 }.Times()).ShouldBe(TimeSpan.FromSeconds(16));

    [Test]
    public void Up_to_three_retries_are_watched_five_times_the_longest_next_gap() =>
        BoundedWatch.Length(new[] { 4.0, 8, 16 }.Times(), failureReported: false, TimeSpan.Zero).ShouldBe(TimeSpan.FromSeconds(160));

    [Test]
    public void Four_retries_are_watched_two_and_a_half_times_the_longest_next_gap() =>
        BoundedWatch.Length(new[] { 4.0, 8, 16, 32 }.Times(), failureReported: false, TimeSpan.Zero).ShouldBe(TimeSpan.FromSeconds(160));

    [Test]
    public void Without_a_report_the_watch_lasts_a_minute_at_least_and_half_an_hour_at_most()
    {
        BoundedWatch.Length(new[] { 0.1 }.Times(), failureReported: false, TimeSpan.Zero).ShouldBe(TimeSpan.FromSeconds(60));
        BoundedWatch.Length(new[] { 400.0, 800 }.Times(), failureReported: false, TimeSpan.Zero).ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Test]
    public void A_reported_failure_is_watched_the_longest_next_gap_and_five_seconds_at_least()
    {
        BoundedWatch.Length(new[] { 4.0, 8, 16 }.Times(), failureReported: true, TimeSpan.Zero).ShouldBe(TimeSpan.FromSeconds(32));
        BoundedWatch.Length(new[] { 0.2, 0.4 }.Times(), failureReported: true, TimeSpan.Zero).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Test]
    public void Without_a_retry_the_watch_lasts_five_seconds_or_three_times_the_longest_first_gap_seen_elsewhere()
    {
        BoundedWatch.Length([], failureReported: true, TimeSpan.FromSeconds(1)).ShouldBe(TimeSpan.FromSeconds(5));
        BoundedWatch.Length([], failureReported: false, TimeSpan.FromSeconds(4)).ShouldBe(TimeSpan.FromSeconds(12));
    }

    [Test]
    public void Sixty_retries_do_not_overflow() =>
        BoundedWatch.Length([.. Enumerable.Repeat(TimeSpan.FromSeconds(1), 2000)], failureReported: false, TimeSpan.Zero).ShouldBe(TimeSpan.FromMinutes(30));

    [TestCase(1, 0.2)]
    [TestCase(2, 0.04)]
    [TestCase(3, 0.008)]
    [TestCase(4, 0.0256)]
    [TestCase(5, 0.01024)]
    public void A_further_attempt_of_full_jitter_is_missed_with_the_stated_probability_at_most(int retries, double probability)
    {
        var random = new Random(retries);
        const int runs = 100_000;
        var missed = Enumerable.Range(0, runs).Count(_ =>
        {
            // A base of 30 s keeps the watch above its shortest length most of the time, where the probability is at its worst.
            var gaps = Policies.FullJitter(random, retries + 1).Select(gap => gap * 150).Times();
            return gaps[^1] > BoundedWatch.Length([.. gaps.Take(retries)], failureReported: false, TimeSpan.Zero);
        });

        (missed / (double)runs).ShouldBeLessThanOrEqualTo(probability);
    }
}
