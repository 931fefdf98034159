using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Does the work of an event each time that it arrives.</summary>
internal sealed class NoDeduplication : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton<KeyedInbox>().Swap<IInbox, EverythingIsNew>();

    private sealed class EverythingIsNew(KeyedInbox inbox) : IInbox
    {
        public Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel)
        {
            inbox.Take(received, delivery, Guid.NewGuid().ToString());
            return Task.FromResult(true);
        }
    }
}
