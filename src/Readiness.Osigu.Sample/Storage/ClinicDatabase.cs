using Microsoft.Data.Sqlite;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Storage;

/// <summary>The clinic's own records, in one SQLite file that survives a restart and a crash.</summary>
internal sealed class ClinicDatabase
{
    /// <summary><c>event_id</c> is a primary key: that, and no look beforehand, is what makes a second delivery harmless.</summary>
    private const string Schema = """
        PRAGMA journal_mode = WAL;

        CREATE TABLE IF NOT EXISTS beneficiaries (
            sponsor_slug TEXT NOT NULL, fields TEXT NOT NULL, beneficiary_id TEXT NOT NULL,
            PRIMARY KEY (sponsor_slug, fields));

        CREATE TABLE IF NOT EXISTS requests (
            authorization_request_id TEXT PRIMARY KEY, order_key TEXT, beneficiary_id TEXT, sponsor_slug TEXT, status TEXT NOT NULL);

        CREATE TABLE IF NOT EXISTS authorizations (
            authorization_request_id TEXT NOT NULL, slot TEXT NOT NULL, authorization_id TEXT, authorization_code TEXT,
            status TEXT NOT NULL, rejection_reason TEXT, product_type TEXT, products TEXT NOT NULL, expires_at TEXT,
            decided_at INTEGER NOT NULL,
            PRIMARY KEY (authorization_request_id, slot));
        CREATE INDEX IF NOT EXISTS authorizations_by_code ON authorizations (authorization_code);
        CREATE INDEX IF NOT EXISTS authorizations_by_id ON authorizations (authorization_id);

        CREATE TABLE IF NOT EXISTS prescriptions (
            prescription_id TEXT PRIMARY KEY, prescription_code TEXT NOT NULL, patient_id TEXT);

        CREATE TABLE IF NOT EXISTS claims (claim_id TEXT PRIMARY KEY, sponsor_slug TEXT NOT NULL, status TEXT NOT NULL);

        CREATE TABLE IF NOT EXISTS settlements (
            settlement_id TEXT PRIMARY KEY, sponsor_slug TEXT, period TEXT, status TEXT NOT NULL, told_by_event INTEGER NOT NULL);

        CREATE TABLE IF NOT EXISTS open_dispensations (code TEXT PRIMARY KEY, dispensation_id TEXT NOT NULL);

        CREATE TABLE IF NOT EXISTS passwords (subject TEXT PRIMARY KEY, otp_id TEXT NOT NULL, expires_at INTEGER NOT NULL);

        CREATE TABLE IF NOT EXISTS events (
            event_id TEXT PRIMARY KEY, event_type TEXT NOT NULL, body BLOB NOT NULL, received_at INTEGER NOT NULL);

        CREATE TABLE IF NOT EXISTS jobs (
            event_id TEXT PRIMARY KEY REFERENCES events, attempts INTEGER NOT NULL, due_at INTEGER NOT NULL, done INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS jobs_due ON jobs (done, due_at);

        CREATE TABLE IF NOT EXISTS notices (
            notice INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS notices_by_event ON notices (event_id);
        """;

    private readonly string connectionString;

    /// <exception cref="SettingsException">The state folder cannot be used.</exception>
    public ClinicDatabase(ClinicSettings settings)
    {
        SQLitePCL.Batteries_V2.Init();
        try
        {
            Directory.CreateDirectory(settings.StateDirectory);
            connectionString = new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(settings.StateDirectory, "clinic.db"),
            }.ToString();

            using var connection = Open();
            connection.Run(Schema);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new SettingsException($"The folder {settings.StateDirectory} cannot hold the clinic's records ({fault.Message}). Correct STATE_DIR.");
        }
    }

    /// <summary>A connection from the pool; every write is on the disk when its call returns.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Run("PRAGMA synchronous = FULL;");
        return connection;
    }

    /// <summary>Does several things or none. Takes the write lock at once, so that two of them never wait for each other half-way.</summary>
    public T InOneTransaction<T>(Func<SqliteConnection, T> work)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = work(connection);
        transaction.Commit();
        return result;
    }
}
