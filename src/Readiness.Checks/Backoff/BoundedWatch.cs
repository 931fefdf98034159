namespace Readiness.Checks.Backoff;

/// <summary>How long to watch before it may be said that no further attempt follows.</summary>
/// <remarks>
/// The next pause of a doubling policy, with any jitter, is at most M. With full jitter each gap seen is a uniform draw below its own
/// limit, so watching for M̂/q misses a further attempt with a probability of at most qⁿ.
/// </remarks>
public static class BoundedWatch
{
    /// <summary>The shortest watch over a piece of work that was never retried, or that was reported as failed.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    /// <summary>The shortest watch over retries of which no end was reported.</summary>
    public static readonly TimeSpan ShortestUnreported = TimeSpan.FromSeconds(60);

    /// <summary>The longest watch.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>M̂: the longest next pause that a doubling policy could make after these.</summary>
    public static TimeSpan LongestNextGap(IReadOnlyList<TimeSpan> gaps) => gaps.Count == 0
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(gaps.Select((gap, index) => Math.Min(gap.TotalSeconds * Math.Pow(2, gaps.Count - index), Longest.TotalSeconds)).Max());

    /// <summary>The length of the watch.</summary>
    /// <param name="failureReported">True where the integration itself said that it gave up.</param>
    /// <param name="longestFirstGapElsewhere">The longest first gap that this integration showed anywhere in the run; decides only where there was no retry.</param>
    public static TimeSpan Length(IReadOnlyList<TimeSpan> gaps, bool failureReported, TimeSpan longestFirstGapElsewhere)
    {
        if (gaps.Count == 0)
        {
            return Within(Shortest, 3 * longestFirstGapElsewhere);
        }

        var next = LongestNextGap(gaps);
        return failureReported ? Within(Shortest, next) : Within(ShortestUnreported, next / (gaps.Count <= 3 ? 0.2 : 0.4));
    }

    private static TimeSpan Within(TimeSpan least, TimeSpan length) => length < least ? least : length > Longest ? Longest : length;
}
