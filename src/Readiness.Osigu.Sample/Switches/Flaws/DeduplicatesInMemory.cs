using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Remembers events until the process ends.</summary>
internal sealed class DeduplicatesInMemory : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton<KeyedInbox>().Swap<IInbox, InMemory>();

    private sealed class InMemory(KeyedInbox inbox) : IInbox
    {
        private readonly ConcurrentDictionary<string, bool> seen = new();

        public Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel) =>
            Task.FromResult(seen.TryAdd(received.EventId, true) && inbox.Take(received, delivery, $"{received.EventId}#{Guid.NewGuid()}"));
    }
}
