using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Looks whether an event is known and writes it a moment later: between the two, a copy slips through.</summary>
internal sealed class CheckThenAct : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton<KeyedInbox>().Swap<IInbox, LookFirst>();

    private sealed class LookFirst(KeyedInbox inbox, TimeProvider time) : IInbox
    {
        public async Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel)
        {
            if (inbox.Has(received.EventId))
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromSeconds(0.3), time, cancel);
            return inbox.Take(received, delivery, $"{received.EventId}#{Guid.NewGuid()}");
        }
    }
}
