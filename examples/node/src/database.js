import Database from 'libsql';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS people (
    beneficiary_id TEXT PRIMARY KEY, sponsor_slug TEXT NOT NULL, fields TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS requests (
    request_id TEXT PRIMARY KEY, order_key TEXT, beneficiary_id TEXT, sponsor_slug TEXT, status TEXT NOT NULL, waiting_since INTEGER);
  CREATE INDEX IF NOT EXISTS requests_by_order ON requests (order_key, status);
  CREATE TABLE IF NOT EXISTS authorizations (
    authorization_id TEXT PRIMARY KEY, request_id TEXT NOT NULL, product_type TEXT, authorization_code TEXT, status TEXT NOT NULL,
    rejection_reason TEXT, products TEXT, expires_at TEXT, decided_at INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS authorizations_by_request ON authorizations (request_id);
  CREATE INDEX IF NOT EXISTS authorizations_by_code ON authorizations (authorization_code);
  CREATE TABLE IF NOT EXISTS events (
    event_id TEXT PRIMARY KEY, event_type TEXT, received_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS notices (
    notice_id INTEGER PRIMARY KEY, event_id TEXT NOT NULL, request_id TEXT, text TEXT NOT NULL, posted_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS passwords (
    subject TEXT PRIMARY KEY, otp_id TEXT NOT NULL, expires_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS dispensations (
    authorization_code TEXT PRIMARY KEY, dispensation_id TEXT);
  CREATE TABLE IF NOT EXISTS claims (
    claim_id TEXT PRIMARY KEY, order_key TEXT NOT NULL, status TEXT NOT NULL);
`;

/** libsql has better-sqlite3's interface, and its binaries come through the registry. All of it is synchronous, so nothing interleaves. */
export function openDatabase(file) {
  const database = new Database(file);
  // The default, a sync for each commit, stays: an event that was acknowledged must survive a power cut.
  database.exec('PRAGMA journal_mode = WAL');
  database.exec(SCHEMA);

  const statements = new Map();
  const prepared = (sql) => statements.get(sql) ?? statements.set(sql, database.prepare(sql)).get(sql);
  return {
    run: (sql, ...values) => prepared(sql).run(...values).changes,
    first: (sql, ...values) => prepared(sql).get(...values),
    all: (sql, ...values) => prepared(sql).all(...values),
    /** All of `work`, or nothing of it. */
    transaction: (work) => database.transaction(work)(),
    close: () => database.close(),
  };
}
