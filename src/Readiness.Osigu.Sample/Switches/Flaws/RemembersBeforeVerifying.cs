using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Writes the event's identifier down before it verifies: whoever forges a copy first cancels the event.</summary>
internal sealed class RemembersBeforeVerifying : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, _) =>
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        return new AroundWebhook(async (delivery, cancel) =>
            ProviderEvent.TryRead(delivery.Body, out var received) && !seen.TryAdd(received.EventId, true)
                ? new WebhookAnswer(StatusCodes.Status200OK, IsDuplicate: true)
                : await inner.ReceiveAsync(delivery, cancel));
    });
}
