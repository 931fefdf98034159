using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Keeps one event for each request: the next one about it is taken for a copy.</summary>
internal sealed class UniqueKeyOnTheRequest : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton<KeyedInbox>().Swap<IInbox, ByRequest>();

    private sealed class ByRequest(KeyedInbox inbox) : IInbox
    {
        public Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel) =>
            Task.FromResult(inbox.Take(received, delivery, received.Text("authorization_request_id") ?? received.EventId));
    }
}
