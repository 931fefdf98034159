from clinic.database import Database


class SettlementBook:
    """Batches of this clinic, and what events have told about them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def answered(self, settlement_id: str, sponsor: str | None, period: str | None, status: str) -> None:
        """An answer of Osigu's, which any event outweighs."""
        self._database.run(
            """INSERT INTO settlements VALUES (?, ?, ?, ?, 0) ON CONFLICT (settlement_id) DO UPDATE SET
               sponsor_slug = coalesce(excluded.sponsor_slug, sponsor_slug), period = coalesce(excluded.period, period),
               status = CASE WHEN decided_at > 0 THEN status ELSE excluded.status END""",
            settlement_id, sponsor, period, status,
        )

    def decided(self, data: dict, status: str, at: float) -> str | None:
        """An event, in the caller's transaction; the one that was made last counts."""
        if not data.get("settlement_id"):
            return None
        settlement_id = str(data["settlement_id"])
        self._database.run(
            """INSERT INTO settlements VALUES (?, ?, NULL, ?, ?) ON CONFLICT (settlement_id) DO UPDATE SET
               status = excluded.status, decided_at = excluded.decided_at WHERE excluded.decided_at >= decided_at""",
            settlement_id, data.get("sponsor_slug"), status, at,
        )
        return settlement_id

    def open_for(self, sponsor: str, period: str) -> str | None:
        """A batch that was made and not dispatched."""
        found = self._database.first(
            "SELECT settlement_id FROM settlements WHERE sponsor_slug = ? AND period = ? AND status = 'OPEN' ORDER BY rowid DESC", sponsor, period
        )
        return found["settlement_id"] if found else None

    def status_of(self, settlement_id: str) -> str | None:
        found = self._database.first("SELECT status FROM settlements WHERE settlement_id = ?", settlement_id)
        return found["status"] if found else None

    def forget(self, settlement_id: str) -> None:
        self._database.run("DELETE FROM settlements WHERE settlement_id = ?", settlement_id)
