using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Knows an event by its signature, which is a new one at each delivery.</summary>
internal sealed class DeduplicatesBySignature : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton<KeyedInbox>().Swap<IInbox, BySignature>();

    private sealed class BySignature(KeyedInbox inbox) : IInbox
    {
        public Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel) =>
            Task.FromResult(inbox.Take(received, delivery, delivery.Signature ?? ""));
    }
}
