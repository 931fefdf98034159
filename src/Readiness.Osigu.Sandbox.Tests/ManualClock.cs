namespace Readiness.Osigu.Sandbox.Tests;

/// <summary>A clock that moves only when it is told to, and then fires what became due.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(() => callback(state), now + dueTime, alarms);
        alarms.Add(alarm);
        return alarm;
    }

    public void Advance(TimeSpan by)
    {
        now += by;
        foreach (var alarm in alarms.Where(alarm => alarm.Due <= now).OrderBy(alarm => alarm.Due).ToList())
        {
            alarms.Remove(alarm);
            alarm.Ring();
        }
    }

    private sealed class Alarm(Action ring, DateTimeOffset due, List<Alarm> alarms) : ITimer
    {
        public DateTimeOffset Due => due;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("the sandbox sets a timer once");

        public void Dispose() => alarms.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
