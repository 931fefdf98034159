using Microsoft.Data.Sqlite;

namespace Readiness.Osigu.Sample.Storage;

/// <summary>Settlement batches, and what events told about them.</summary>
internal sealed class SettlementBook(ClinicDatabase database)
{
    public void Save(string settlementId, string sponsor, string period, string status)
    {
        using var connection = database.Open();
        connection.Run(
            """
            INSERT INTO settlements VALUES ($id, $sponsor, $period, $status, 0)
            ON CONFLICT (settlement_id) DO UPDATE
            SET sponsor_slug = excluded.sponsor_slug, period = excluded.period,
                status = CASE WHEN told_by_event THEN status ELSE excluded.status END
            """,
            ("$id", settlementId), ("$sponsor", sponsor), ("$period", period), ("$status", status));
    }

    /// <summary>A batch that was made and not dispatched, so that a second try does not make a second one.</summary>
    public string? FindOpen(string sponsor, string period)
    {
        using var connection = database.Open();
        return connection.First(
            "SELECT settlement_id FROM settlements WHERE sponsor_slug = $sponsor AND period = $period AND status = 'OPEN' ORDER BY rowid DESC",
            row => row.GetString(0), ("$sponsor", sponsor), ("$period", period));
    }

    /// <summary>The sponsor's answer, if an event brought it: a read may still show the state before.</summary>
    public string? ToldByEvent(string settlementId)
    {
        using var connection = database.Open();
        return connection.First(
            "SELECT status FROM settlements WHERE settlement_id = $id AND told_by_event", row => row.GetString(0), ("$id", settlementId));
    }

    /// <summary>Part of the caller's transaction.</summary>
    public void Record(SqliteConnection connection, string settlementId, string? sponsor, string status) => connection.Run(
        """
        INSERT INTO settlements VALUES ($id, $sponsor, NULL, $status, 1)
        ON CONFLICT (settlement_id) DO UPDATE SET status = excluded.status, told_by_event = 1
        """,
        ("$id", settlementId), ("$sponsor", sponsor), ("$status", status));
}
