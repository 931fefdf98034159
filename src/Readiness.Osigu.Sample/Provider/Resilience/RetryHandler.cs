using Polly;
using Polly.Retry;

namespace Readiness.Osigu.Sample.Provider.Resilience;

/// <summary>Sends a request again, a bounded number of times, where that can help and does no harm.</summary>
internal sealed class RetryHandler(RetryRules rules, TimeProvider time) : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("request");

    private readonly ResiliencePipeline<HttpResponseMessage> pipeline =
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = rules.Retries,
                Delay = rules.FirstDelay,
                BackoffType = rules.Backoff,
                UseJitter = rules.Jitter,
                ShouldHandle = attempt => ValueTask.FromResult(IsWorthRepeating(rules, time, attempt)),
                DelayGenerator = attempt => ValueTask.FromResult(DelayBefore(rules, time, attempt)),
                OnRetry = attempt =>
                {
                    attempt.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Request, request);
        try
        {
            return await pipeline.ExecuteAsync(
                static (attempt, state) => new ValueTask<HttpResponseMessage>(state.Handler.SendOnceAsync(state.Message, attempt.CancellationToken)),
                context,
                (Handler: this, Message: request));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancel) => base.SendAsync(request, cancel);

    private static bool IsWorthRepeating(RetryRules rules, TimeProvider time, RetryPredicateArguments<HttpResponseMessage> attempt) =>
        attempt.Context.Properties.TryGetValue(Request, out var request)
        && rules.MayRepeat(request, attempt.Outcome.Result, attempt.Outcome.Exception)
        && !(RetryAfter.Of(attempt.Outcome.Result, time) > rules.LongestWait);

    private static TimeSpan? DelayBefore(RetryRules rules, TimeProvider time, RetryDelayGeneratorArguments<HttpResponseMessage> attempt) =>
        RetryAfter.Of(attempt.Outcome.Result, time) is { } asked ? rules.WaitFor(asked) : rules.Delays?.Invoke(attempt.AttemptNumber);
}
