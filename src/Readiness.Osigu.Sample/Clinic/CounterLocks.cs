namespace Readiness.Osigu.Sample.Clinic;

/// <summary>Two counters, or a double click, must not start the same code at the same time.</summary>
internal sealed class CounterLocks : IDisposable
{
    private readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Different codes may share a lock and then wait for each other: slow, rare and harmless.</summary>
    public async Task<T> OneAtATimeAsync<T>(string code, Func<Task<T>> work, CancellationToken cancel)
    {
        var own = locks[(uint)StringComparer.Ordinal.GetHashCode(code) % locks.Length];
        await own.WaitAsync(cancel);
        try
        {
            return await work();
        }
        finally
        {
            own.Release();
        }
    }

    public void Dispose()
    {
        foreach (var one in locks)
        {
            one.Dispose();
        }
    }
}
