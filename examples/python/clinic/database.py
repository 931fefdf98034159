"""The clinic's one database: SQLite, shared by all threads, which take turns."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

SCHEMA = """
    CREATE TABLE IF NOT EXISTS people (
        beneficiary_id TEXT PRIMARY KEY, sponsor_slug TEXT NOT NULL, fields TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS requests (
        request_id TEXT PRIMARY KEY, order_key TEXT, beneficiary_id TEXT, sponsor_slug TEXT, status TEXT NOT NULL, waiting_since REAL);
    CREATE INDEX IF NOT EXISTS requests_by_order ON requests (order_key, status);
    CREATE TABLE IF NOT EXISTS authorizations (
        authorization_id TEXT PRIMARY KEY, request_id TEXT NOT NULL, product_type TEXT, authorization_code TEXT, status TEXT NOT NULL,
        rejection_reason TEXT, products TEXT, expires_at TEXT, decided_at REAL NOT NULL);
    CREATE INDEX IF NOT EXISTS authorizations_by_request ON authorizations (request_id);
    CREATE INDEX IF NOT EXISTS authorizations_by_code ON authorizations (authorization_code);
    CREATE TABLE IF NOT EXISTS events (
        event_id TEXT PRIMARY KEY, event_type TEXT, received_at REAL NOT NULL);
    CREATE TABLE IF NOT EXISTS notices (
        notice_id INTEGER PRIMARY KEY, event_id TEXT NOT NULL, subject TEXT, text TEXT NOT NULL, posted_at REAL NOT NULL);
    CREATE TABLE IF NOT EXISTS passwords (
        subject TEXT PRIMARY KEY, otp_id TEXT NOT NULL, expires_at REAL NOT NULL);
    CREATE TABLE IF NOT EXISTS dispensations (
        code TEXT PRIMARY KEY, dispensation_id TEXT);
    CREATE TABLE IF NOT EXISTS prescriptions (
        prescription_id TEXT PRIMARY KEY, prescription_code TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS claims (
        claim_id TEXT PRIMARY KEY, order_key TEXT NOT NULL, status TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS settlements (
        settlement_id TEXT PRIMARY KEY, sponsor_slug TEXT, period TEXT, status TEXT NOT NULL, decided_at REAL NOT NULL);
    CREATE TABLE IF NOT EXISTS sent (
        order_key TEXT PRIMARY KEY, what TEXT NOT NULL, sent_at REAL NOT NULL);
"""


class Database:
    def __init__(self, file: str) -> None:
        self._turn = threading.RLock()
        self._connection = sqlite3.connect(file, timeout=10, isolation_level=None, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        # In this mode the default is a sync for each commit, and stays: an event that was acknowledged must survive a power cut.
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.executescript(SCHEMA)

    def run(self, sql: str, *values: Any) -> int:
        """How many rows it changed."""
        with self._turn:
            return self._connection.execute(sql, values).rowcount

    def first(self, sql: str, *values: Any) -> sqlite3.Row | None:
        with self._turn:
            return self._connection.execute(sql, values).fetchone()

    def all(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        with self._turn:
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is done within, or nothing of it."""
        with self._turn:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def close(self) -> None:
        with self._turn:
            self._connection.close()
