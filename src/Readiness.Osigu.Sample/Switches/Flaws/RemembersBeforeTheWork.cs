using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Writes the event down, then reads the request at the provider: where that fails the event is known, and nobody works on it.</summary>
internal sealed class RemembersBeforeTheWork : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<IInbox, RememberFirst>();

    private sealed class RememberFirst(ClinicDatabase database, IAuthorizationApi api, WorkSignal work, TimeProvider time) : IInbox
    {
        public async Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel)
        {
            if (!Remember(received, delivery))
            {
                return false;
            }

            if (received.Text("authorization_request_id") is { } request)
            {
                await ReadAsync(request);
            }

            database.InOneTransaction(connection => connection.Run(
                "INSERT INTO jobs VALUES ($key, 0, $now, 0)", ("$key", received.EventId), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds())));
            work.Raise();
            return true;
        }

        private bool Remember(ProviderEvent received, WebhookDelivery delivery) => database.InOneTransaction(connection => connection.Run(
            "INSERT OR IGNORE INTO events VALUES ($key, $type, $body, $now)",
            ("$key", received.EventId), ("$type", received.EventType), ("$body", delivery.Body.ToArray()), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()))) == 1;

        private async Task ReadAsync(string request)
        {
            try
            {
                await api.ReadAsync(request, CancellationToken.None);
            }
            catch (ProviderFault fault) when (fault.Kind is FaultKind.NotFound)
            {
                // An event about a request that nobody knows is worked off all the same.
            }
        }
    }
}
