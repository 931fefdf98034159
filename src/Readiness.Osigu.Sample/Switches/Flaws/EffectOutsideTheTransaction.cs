using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Does the work first and writes the event down afterwards, in a transaction of its own: a copy has its effect before it is found to be one.</summary>
internal sealed class EffectOutsideTheTransaction : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<IInbox, EffectFirst>();

    private sealed class EffectFirst(ClinicDatabase database, IEventEffects effects, TimeProvider time) : IInbox
    {
        public Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel)
        {
            database.InOneTransaction(connection =>
            {
                effects.Apply(connection, received);
                return true;
            });

            // Fails where the event is known, and the provider is told so with 500.
            database.InOneTransaction(connection => connection.Run(
                "INSERT INTO events VALUES ($key, $type, $body, $now)",
                ("$key", received.EventId), ("$type", received.EventType), ("$body", delivery.Body.ToArray()), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds())));
            return Task.FromResult(true);
        }
    }
}
