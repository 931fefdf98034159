namespace Readiness.Sandbox.Webhooks;

/// <summary>A limit in time that also ends with its caller.</summary>
internal sealed class LinkedLimit : IDisposable
{
    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenSource either;

    public LinkedLimit(TimeSpan span, TimeProvider clock, CancellationToken caller)
    {
        limit = new CancellationTokenSource(span, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, caller);
    }

    public CancellationToken Token => either.Token;

    public void Dispose()
    {
        either.Dispose();
        limit.Dispose();
    }
}
