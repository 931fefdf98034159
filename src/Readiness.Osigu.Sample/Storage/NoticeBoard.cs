using Microsoft.Data.Sqlite;

namespace Readiness.Osigu.Sample.Storage;

/// <summary>What the clerks are told about decisions: the one effect that an event has in this clinic, and it must come once.</summary>
internal sealed class NoticeBoard(ClinicDatabase database)
{
    /// <summary>Part of the caller's transaction.</summary>
    public void Post(SqliteConnection connection, string eventId, string subject, string text) => connection.Run(
        "INSERT INTO notices (event_id, subject, text) VALUES ($event, $subject, $text)",
        ("$event", eventId), ("$subject", subject), ("$text", text));

    /// <param name="eventId">Of one event, or <c>null</c> for all.</param>
    public long Count(string? eventId)
    {
        using var connection = database.Open();
        return connection.First(
            "SELECT count(*) FROM notices WHERE $event IS NULL OR event_id = $event", row => row.GetInt64(0), ("$event", eventId));
    }
}
