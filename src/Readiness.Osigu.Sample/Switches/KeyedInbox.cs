using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>An inbox whose key is chosen by the caller, where the real one takes the event's id.</summary>
internal sealed class KeyedInbox(ClinicDatabase database, WorkSignal work, TimeProvider time)
{
    public bool Take(ProviderEvent received, WebhookDelivery delivery, string key)
    {
        var isNew = database.InOneTransaction(connection => Inbox.Store(connection, key, received.EventType, delivery.Body, time.GetUtcNow()));
        work.Raise();
        return isNew;
    }

    public bool Has(string key)
    {
        using var connection = database.Open();
        return connection.First("SELECT 1 FROM events WHERE event_id = $key OR event_id LIKE $key || '#%'", row => row.GetInt64(0), ("$key", key)) == 1;
    }
}
