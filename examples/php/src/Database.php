<?php

declare(strict_types=1);

namespace Clinic;

use PDO;
use PDOStatement;

/** SQLite, shared by all processes of the clinic. Every process has a connection of its own. */
final class Database
{
    private const SCHEMA = <<<'SQL'
        CREATE TABLE IF NOT EXISTS tasks (
          task_id TEXT PRIMARY KEY, kind TEXT NOT NULL, input TEXT, state TEXT NOT NULL, answer TEXT, created_at INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS tasks_by_state ON tasks (state);
        CREATE TABLE IF NOT EXISTS forms (
          sponsor_slug TEXT PRIMARY KEY, list TEXT NOT NULL, read_at INTEGER NOT NULL);
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
        CREATE TABLE IF NOT EXISTS incidents (kind TEXT NOT NULL, at INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS incidents_by_kind ON incidents (kind, at);
        CREATE TABLE IF NOT EXISTS alerts (name TEXT PRIMARY KEY, since INTEGER NOT NULL);
        SQL;

    private readonly PDO $connection;

    /** @var array<string, PDOStatement> */
    private array $statements = [];

    public function __construct(string $file)
    {
        $this->connection = new PDO("sqlite:$file", options: [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION, PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_ASSOC]);
        // Others write too, so each waits for its turn. A sync for each commit, the default, stays: an acknowledged event survives a power cut.
        $this->connection->exec('PRAGMA busy_timeout = 9000');
        $this->connection->exec('PRAGMA journal_mode = WAL');
    }

    public function create(): self
    {
        $this->connection->exec(self::SCHEMA);

        return $this;
    }

    /** @return int How many rows were changed. */
    public function run(string $sql, string|int|null ...$values): int
    {
        return $this->ask($sql, $values)->rowCount();
    }

    /** @return array<string, mixed>|null */
    public function first(string $sql, string|int|null ...$values): ?array
    {
        return $this->all($sql, ...$values)[0] ?? null;
    }

    /** @return list<array<string, mixed>> */
    public function all(string $sql, string|int|null ...$values): array
    {
        return $this->ask($sql, $values)->fetchAll();
    }

    /** All of the work, or nothing of it. Takes the right to write at once: one that reads first and writes later may find it gone. */
    public function transaction(callable $work): mixed
    {
        $this->connection->exec('BEGIN IMMEDIATE');
        try {
            $result = $work();
            $this->connection->exec('COMMIT');

            return $result;
        } catch (\Throwable $fault) {
            $this->connection->exec('ROLLBACK');
            throw $fault;
        }
    }

    /** @param list<string|int|null> $values */
    private function ask(string $sql, array $values): PDOStatement
    {
        $statement = $this->statements[$sql] ??= $this->connection->prepare($sql);
        $statement->execute($values);

        return $statement;
    }
}
