namespace Readiness.Checks.Backoff;

/// <summary>Recognises retries inside of retries (3 × 3): pauses that start anew at a fixed period.</summary>
public static class NestedRetries
{
    /// <summary>The period that every long enough piece of work shows, or null.</summary>
    public static int? Period(IReadOnlyList<IReadOnlyList<TimeSpan>> stimuli)
    {
        IReadOnlyList<int?> periods = [.. stimuli.Where(gaps => gaps.Count >= 5).Select(PeriodOf).Distinct()];
        return periods is [{ } period] ? period : null;
    }

    /// <summary>The period at which these gaps start anew, at least twice; null where they do not.</summary>
    public static int? PeriodOf(IReadOnlyList<TimeSpan> gaps)
    {
        // A pause of at most half the one before it is a new start; jitter does that too, but not at a fixed period.
        IReadOnlyList<int> starts = [.. Enumerable.Range(1, Math.Max(0, gaps.Count - 1)).Where(index => gaps[index] <= gaps[index - 1] / 2 && gaps[index - 1] > TimeSpan.Zero)];
        if (starts.Count < 2)
        {
            return null;
        }

        var period = starts[1] - starts[0];
        var regular = starts.Zip(starts.Skip(1), (start, next) => next - start).All(distance => distance == period);
        return regular && period >= 2 && starts[0] <= period && gaps.Count >= (2 * period) + 1 && starts[^1] + period >= gaps.Count ? period : null;
    }
}
