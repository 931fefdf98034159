using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>Answers for an event at once, and hands it on a while later; until then it is nowhere but in memory.</summary>
internal sealed class QueueInMemory(IInbox inner, TimeProvider time) : IInbox
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(2);

    public Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel)
    {
        _ = HandOnAsync(received, delivery);
        return Task.FromResult(true);
    }

    private async Task HandOnAsync(ProviderEvent received, WebhookDelivery delivery)
    {
        await Task.Delay(Later, time);
        await inner.TakeAsync(received, delivery, CancellationToken.None);
    }
}
