namespace Readiness.Checks.Backoff;

/// <summary>Tells attempts without a pause from attempts with a short or random one.</summary>
/// <remarks>
/// Growing pauses are no criterion: full jitter with three retries shrinks in half of all cases. What tells is the sum of the first
/// three pauses, in two independent pieces of work: full jitter over a base of 0.2 s falls under 0.15 s twice in 8 of 100,000 cases.
/// </remarks>
public static class NoDelay
{
    /// <summary>Three pauses that sum up to less are none.</summary>
    public static readonly TimeSpan None = TimeSpan.FromSeconds(0.15);

    /// <summary>Three pauses that sum up to less are short.</summary>
    public static readonly TimeSpan Short = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan EachOfTwo = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan RealPause = TimeSpan.FromSeconds(0.2);

    /// <param name="stimuli">The gaps of each independent piece of work.</param>
    public static Pauses Judge(IReadOnlyList<IReadOnlyList<TimeSpan>> stimuli)
    {
        IReadOnlyList<IReadOnlyList<TimeSpan>> policies = [.. stimuli.Select(WithoutFreeRetry)];
        IReadOnlyList<TimeSpan> sums = [.. policies.Where(gaps => gaps.Count >= 3).Select(FirstThree)];
        var without = sums.Count(sum => sum < None);
        var pairsWithout = policies.Count(gaps => gaps.Count == 2 && gaps.All(gap => gap < EachOfTwo));
        return without >= 2 || pairsWithout >= 3 ? Pauses.None
            : without == 1 || sums.Count(sum => sum < Short) >= 2 ? Pauses.Short
            : Pauses.Enough;
    }

    /// <summary>The sum that is judged; for fewer than three gaps, of all of them.</summary>
    public static TimeSpan FirstThree(IReadOnlyList<TimeSpan> gaps) => TimeSpan.FromTicks(gaps.Take(3).Sum(gap => gap.Ticks));

    // Some libraries make the first retry at once and pause from then on.
    private static IReadOnlyList<TimeSpan> WithoutFreeRetry(IReadOnlyList<TimeSpan> gaps) =>
        gaps.Count >= 2 && gaps[1] >= RealPause ? [.. gaps.Skip(1)] : gaps;
}
