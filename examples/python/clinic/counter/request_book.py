import json
import sqlite3
import time
from dataclasses import dataclass

from clinic.database import Database

_IS_PENDING = """status = 'PENDING_SPONSOR' AND (
    NOT EXISTS (SELECT 1 FROM authorizations a WHERE a.request_id = requests.request_id)
    OR EXISTS (SELECT 1 FROM authorizations a WHERE a.request_id = requests.request_id AND a.status = 'PENDING_SPONSOR'))"""

_COLUMNS = ("product_type", "authorization_code", "status", "rejection_reason", "products", "expires_at")


@dataclass(frozen=True)
class KnownRequest:
    id: str
    status: str
    """As Osigu answered last."""
    beneficiary_id: str | None
    sponsor: str | None
    belief: str
    """What the decisions come to: `pending`, `approved`, `rejected`, `voided` or `mixed`."""
    authorizations: list[dict]


class RequestBook:
    """What this clinic knows of its requests: what Osigu answered, and what events have told since."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def opened(self, request_id: str, order_key: str, beneficiary_id: str, sponsor: str) -> None:
        """Noted before it is completed, so that it is found again whatever happens then."""
        self._database.run(
            """INSERT INTO requests (request_id, order_key, beneficiary_id, sponsor_slug, status) VALUES (?, ?, ?, ?, 'PENDING_INDICATION')
               ON CONFLICT DO NOTHING""",
            request_id, order_key, beneficiary_id, sponsor,
        )

    def open_for(self, order_key: str) -> str | None:
        """The request that was left open for the same order."""
        found = self._database.first("SELECT request_id FROM requests WHERE order_key = ? AND status = 'PENDING_INDICATION' ORDER BY rowid DESC", order_key)
        return found["request_id"] if found else None

    def forget(self, request_id: str) -> None:
        self._database.run("DELETE FROM requests WHERE request_id = ?", request_id)

    def answered(self, answer: dict) -> None:
        """An answer of Osigu's. It fills in what is missing; what an event has decided, perhaps before the answer came, it leaves alone."""
        request_id = str(answer["authorization_request_id"])
        with self._database.transaction():
            self._database.run(
                "UPDATE requests SET status = ?, waiting_since = coalesce(waiting_since, ?) WHERE request_id = ?",
                answer["status"], time.time() if answer["status"] == "PENDING_SPONSOR" else None, request_id,
            )
            for authorization in answer.get("authorizations") or []:
                if not self._is_overtaken(request_id, authorization):
                    self.decided({**authorization, "authorization_request_id": request_id}, authorization["status"], 0)

    def _is_overtaken(self, request_id: str, authorization: dict) -> bool:
        return authorization["status"] == "PENDING_SPONSOR" and self._database.first(
            "SELECT 1 FROM authorizations WHERE request_id = ? AND product_type IS ? AND status <> 'PENDING_SPONSOR'",
            request_id, _text(authorization.get("product_type")),
        ) is not None

    def decided(self, data: dict, status: str | None, at: float) -> str | None:
        """
        A decision, in the caller's transaction. The later one counts, by the moment at which it was made and not by arrival; an
        earlier one only fills in what the later one left out.

        `status` is `None` where everything changed but that; `at` is when it was decided, in seconds, and 0 for an answer, which any
        event outweighs. The request that it belongs to is returned.
        """
        first, run = self._database.first, self._database.run
        own_id = _text(data.get("authorization_id"))
        known = first("SELECT * FROM authorizations WHERE authorization_id = ?", own_id)
        request_id = _text(data.get("authorization_request_id")) or (known and known["request_id"])
        if not own_id or not request_id:
            return None
        # An event may overtake the answer in which we learn of the request.
        run(
            "INSERT INTO requests (request_id, beneficiary_id, sponsor_slug, status) VALUES (?, ?, ?, 'PENDING_SPONSOR') ON CONFLICT DO NOTHING",
            request_id, _text(data.get("beneficiary_id")), _text(data.get("sponsor_slug")),
        )
        told = {name: _text(data.get(name)) for name in _COLUMNS}
        told["status"] = status
        told["products"] = json.dumps(data["products"]) if isinstance(data.get("products"), list) else None
        if status != "PENDING_SPONSOR":
            # A placeholder has an id of its own, and the decision for its type of product takes its place.
            run(
                "DELETE FROM authorizations WHERE request_id = ? AND product_type IS ? AND status = 'PENDING_SPONSOR' AND authorization_id <> ?",
                request_id, told["product_type"], own_id,
            )
        before = dict(known) if known else dict.fromkeys(_COLUMNS) | {"decided_at": 0}
        later, earlier = (told, before) if at >= before["decided_at"] else (before, told)
        row = {name: later[name] if later[name] is not None else earlier[name] for name in _COLUMNS}
        run(
            "INSERT OR REPLACE INTO authorizations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            own_id, request_id, row["product_type"], row["authorization_code"], row["status"] or "APPROVED", row["rejection_reason"], row["products"],
            row["expires_at"], max(at, before["decided_at"]),
        )
        return request_id

    def find(self, request_id: str | None) -> KnownRequest | None:
        """A request with its decisions; `None` for one that is not ours."""
        known = self._database.first("SELECT * FROM requests WHERE request_id = ?", request_id)
        if known is None:
            return None
        rows = self._database.all("SELECT * FROM authorizations WHERE request_id = ? ORDER BY rowid", request_id)
        return KnownRequest(
            id=known["request_id"], status=known["status"], beneficiary_id=known["beneficiary_id"], sponsor=known["sponsor_slug"],
            belief=_belief_in(rows), authorizations=[_shown(row) for row in rows],
        )

    def find_by_code(self, code: str) -> tuple[dict, KnownRequest | None] | None:
        """An authorization under its code, and its request."""
        row = self._database.first("SELECT * FROM authorizations WHERE authorization_code = ?", code)
        return (_shown(row), self.find(row["request_id"])) if row else None

    def count_waiting_longer_than(self, seconds: float) -> int:
        return self._database.first(f"SELECT count(*) AS n FROM requests WHERE waiting_since < ? AND {_IS_PENDING}", time.time() - seconds)["n"]


def _belief_in(rows: list[sqlite3.Row]) -> str:
    """As long as one decision is missing, nothing is decided."""
    words = {{"APPROVED": "approved", "REJECTED": "rejected", "VOIDED": "voided"}.get(row["status"], "pending") for row in rows}
    if not words or "pending" in words:
        return "pending"
    return words.pop() if len(words) == 1 else "mixed"


def _shown(row: sqlite3.Row) -> dict:
    return {
        "authorization_code": row["authorization_code"],
        "status": row["status"],
        "rejection_reason": row["rejection_reason"],
        "products": json.loads(row["products"] or "[]"),
        "expires_at": row["expires_at"],
    }


def _text(value: object) -> str | None:
    return None if value is None or isinstance(value, (dict, list)) else str(value)
