using Readiness.Recording;

namespace Readiness.Sandbox.Webhooks;

/// <summary>Delivers webhooks byte by byte as they were made, a connection each, and records what the receiver makes of them.</summary>
/// <remarks>Follows no redirect, repeats nothing, and takes an answer that is not whole for none.</remarks>
public sealed class WebhookDispatcher(JournalRecorder recorder, TimeProvider clock)
{
    private int groups;

    /// <summary>How long the receiver has from the last byte sent to the last byte of its answer; the connection has as long to come about.</summary>
    /// <value>10 s unless set.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whom it trusts over https.</summary>
    public ReceiverTrust Trust { get; } = new(clock);

    /// <summary>Sends one message and waits for the answer.</summary>
    public async Task<Delivery> Send(WebhookMessage message, CancellationToken cancellation) =>
        (await Send([message], group: null, cancellation))[0];

    /// <summary>Sends all but the last byte of each message, a connection each, then releases the last bytes together.</summary>
    /// <returns>In the order of the messages.</returns>
    public Task<IReadOnlyList<Delivery>> SendTogether(IReadOnlyList<WebhookMessage> messages, CancellationToken cancellation) =>
        Send(messages, $"G{Interlocked.Increment(ref groups)}", cancellation);

    private async Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<WebhookMessage> messages, string? group, CancellationToken cancellation)
    {
        IReadOnlyList<DeliveryAttempt> attempts = [.. messages.Select(message => new DeliveryAttempt(message, group, recorder, clock, Timeout, Trust))];
        try
        {
            await Task.WhenAll(attempts.Select(attempt => attempt.Prepare(cancellation)));
            foreach (var attempt in attempts)
            {
                attempt.Release();
            }

            return await Task.WhenAll(attempts.Select(attempt => attempt.Finish(cancellation)));
        }
        finally
        {
            foreach (var attempt in attempts)
            {
                await attempt.DisposeAsync();
            }
        }
    }
}
