namespace Readiness.Osigu.Sample.Provider.Resilience;

/// <summary>Ends an attempt that brings no complete answer in time, the body included.</summary>
/// <exception cref="TimeoutException">The attempt took longer than <see cref="Limit"/>.</exception>
internal sealed class AttemptTimeoutHandler(TimeProvider time) : DelegatingHandler
{
    /// <summary>Longer than any healthy answer, short enough that four attempts fit into a clerk's patience.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answer = await base.SendAsync(request, either.Token);
            await answer.Content.LoadIntoBufferAsync(either.Token);
            return answer;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"no complete answer within {Limit.TotalSeconds} s");
        }
    }
}
