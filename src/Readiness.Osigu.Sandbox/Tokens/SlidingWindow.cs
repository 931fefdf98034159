namespace Readiness.Osigu.Sandbox;

/// <summary>Counts what happened in the last 60 s.</summary>
internal sealed class SlidingWindow(TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    private readonly Queue<long> accepted = [];

    /// <summary>How many are inside the window now.</summary>
    public int Count
    {
        get
        {
            while (accepted.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= Length)
            {
                accepted.Dequeue();
            }

            return accepted.Count;
        }
    }

    /// <summary>Whole seconds until the oldest leaves the window; at least 1.</summary>
    public int SecondsUntilRoom =>
        accepted.TryPeek(out var oldest) ? Math.Max(1, (int)Math.Ceiling((Length - clock.GetElapsedTime(oldest)).TotalSeconds)) : 1;

    public void Add() => accepted.Enqueue(clock.GetTimestamp());
}
