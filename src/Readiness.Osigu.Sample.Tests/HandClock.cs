namespace Readiness.Osigu.Sample.Tests;

/// <summary>A clock whose waits end at once: what would be waited for is noted, and the clock moves on by it.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Waits shorter than the time-out of an attempt, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
            {
                return [.. waits];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (gate)
        {
            now += by;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // The limit of an attempt (15 s) never passes here; everything shorter is a pause and ends at once.
        if (dueTime >= TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(15))
        {
            lock (gate)
            {
                waits.Add(dueTime);
                now += dueTime;
            }

            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }

        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
