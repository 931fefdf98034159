using Microsoft.Data.Sqlite;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Webhooks;

/// <summary>Where events are kept until their work is done.</summary>
internal interface IInbox
{
    /// <returns><c>false</c> if the event had been taken in before; nothing is changed then.</returns>
    Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel);
}

/// <summary>
/// The event and its work are written together, in one transaction, before the provider hears "taken": a crash loses either
/// both, and the provider sends again, or neither.
/// </summary>
internal sealed class Inbox(ClinicDatabase database, WorkSignal work, TimeProvider time) : IInbox
{
    public Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel)
    {
        var isNew = database.InOneTransaction(connection => Store(connection, received.EventId, received.EventType, delivery.Body, time.GetUtcNow()));
        if (isNew)
        {
            work.Raise();
        }

        return Task.FromResult(isNew);
    }

    /// <summary>The insert itself decides, so that of two deliveries at the same time only one is the first.</summary>
    internal static bool Store(SqliteConnection connection, string key, string eventType, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        var inserted = connection.Run(
            "INSERT OR IGNORE INTO events VALUES ($key, $type, $body, $now)",
            ("$key", key), ("$type", eventType), ("$body", body.ToArray()), ("$now", now.ToUnixTimeMilliseconds()));
        if (inserted == 0)
        {
            return false;
        }

        connection.Run("INSERT INTO jobs VALUES ($key, 0, $now, 0)", ("$key", key), ("$now", now.ToUnixTimeMilliseconds()));
        return true;
    }
}
