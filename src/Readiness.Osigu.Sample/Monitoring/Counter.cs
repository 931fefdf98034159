namespace Readiness.Osigu.Sample.Monitoring;

/// <summary>Counts something for good, and remembers the last of it for a while.</summary>
internal sealed class Counter(TimeProvider time)
{
    private const int Remembered = 256;

    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> last = new();
    private long total;

    /// <summary>Since the start of the process.</summary>
    public long Total => Interlocked.Read(ref total);

    public void Add()
    {
        lock (gate)
        {
            total++;
            last.Enqueue(time.GetUtcNow());
            if (last.Count > Remembered)
            {
                last.Dequeue();
            }
        }
    }

    /// <summary>How many there were in that time up to now; at most 256.</summary>
    public int Within(TimeSpan span)
    {
        lock (gate)
        {
            var from = time.GetUtcNow() - span;
            return last.Count(moment => moment >= from);
        }
    }
}
