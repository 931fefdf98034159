using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Webhooks;

/// <summary>Works off the queue. An effect and the note that it happened are one transaction, so it happens exactly once.</summary>
internal sealed partial class EventWorker(
    ClinicDatabase database, IEventEffects effects, WorkSignal work, TimeProvider time, ILogger<EventWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Runs everything that is due. Also called after a restart, for what the last process left.</summary>
    /// <returns>How many jobs were looked at.</returns>
    public int WorkOff()
    {
        var due = Due();
        foreach (var (key, body) in due)
        {
            try
            {
                database.InOneTransaction(connection =>
                {
                    if (connection.Run("UPDATE jobs SET done = 1 WHERE event_id = $key AND NOT done", ("$key", key)) == 1
                        && ProviderEvent.TryRead(body, out var received))
                    {
                        effects.Apply(connection, received);
                    }

                    return true;
                });
            }
            catch (Exception fault)
            {
                // Whatever went wrong with one event must not stop the others, and it is tried again.
                Postpone(key);
                LogPostponed(log, key, fault);
            }
        }

        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            WorkOff();
            await work.WaitAsync(LookAgain, time, stoppingToken);
        }
    }

    private IReadOnlyList<(string Key, byte[] Body)> Due()
    {
        using var connection = database.Open();
        return connection.Read(
            "SELECT event_id, body FROM jobs JOIN events USING (event_id) WHERE NOT done AND due_at <= $now ORDER BY due_at",
            row => (row.GetString(0), row.GetFieldValue<byte[]>(1)),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    /// <summary>1 s, 2 s, 4 s … up to five minutes; never given up.</summary>
    private void Postpone(string key)
    {
        using var connection = database.Open();
        connection.Run(
            "UPDATE jobs SET attempts = attempts + 1, due_at = $now + min(300000, 1000 << min(attempts, 9)) WHERE event_id = $key",
            ("$key", key), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    [LoggerMessage(LogLevel.Error, "The work of event {EventId} failed and is tried again later.")]
    private static partial void LogPostponed(ILogger log, string eventId, Exception fault);
}
