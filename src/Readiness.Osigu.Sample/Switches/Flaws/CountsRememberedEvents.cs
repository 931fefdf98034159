using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Books a copy again, and counts the events that it remembers instead of what they did.</summary>
internal sealed class CountsRememberedEvents : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.AddSingleton<KeyedInbox>().Swap<IInbox, BooksAgain>();
        services.WrapOperation(CountEffects.Name, (_, all) => new RememberedEvents(all.GetRequiredService<ClinicDatabase>()));
    }

    private sealed class BooksAgain(KeyedInbox inbox, ClinicDatabase database) : IInbox
    {
        public Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel)
        {
            if (inbox.Take(received, delivery, received.EventId))
            {
                return Task.FromResult(true);
            }

            database.InOneTransaction(connection => connection.Run(
                """
                INSERT OR IGNORE INTO authorizations
                SELECT authorization_request_id, slot || ' again', authorization_id, authorization_code, status, rejection_reason, product_type, products, expires_at, decided_at
                FROM authorizations WHERE authorization_id = $id
                """,
                ("$id", received.Text("authorization_id"))));
            return Task.FromResult(false);
        }
    }

    private sealed class RememberedEvents(ClinicDatabase database) : Operation<EffectsQuestion>
    {
        protected override Task<Outcome> RunAsync(EffectsQuestion input, CancellationToken cancel)
        {
            using var connection = database.Open();
            var count = connection.First(
                "SELECT count(DISTINCT event_id) FROM notices WHERE $event IS NULL OR event_id = $event", row => row.GetInt64(0), ("$event", input.EventId));
            return Task.FromResult(Outcome.Success(new { Count = count }));
        }
    }
}
