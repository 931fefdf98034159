import time

from clinic.counter.request_book import RequestBook
from clinic.counter.settlement_book import SettlementBook
from clinic.database import Database
from clinic.moments import moment_of

# By the whole type. What is not listed, now or ever, has no effect.
_DECISIONS = {
    "authorization.created": ("APPROVED", "The sponsor approved an authorization."),
    "authorization.rejected": ("REJECTED", "The sponsor rejected an authorization."),
    "authorization.voided": ("VOIDED", "An authorization was withdrawn and must not be dispensed."),
    "authorization.updated": (None, "The sponsor changed an authorization."),
}
_SETTLEMENTS = {
    "settlement.paid": ("ACCEPTED", "A settlement was paid."),
    "settlement.rejected": ("REJECTED", "The sponsor rejected a settlement."),
    "settlement.partially_accepted": ("PARTIALLY_ACCEPTED", "The sponsor accepted a part of a settlement."),
}


class Effects:
    """What an event does in the clinic: the decision is recorded, and the clerks get a notice."""

    def __init__(self, database: Database, requests: RequestBook, settlements: SettlementBook) -> None:
        self._database = database
        self._requests = requests
        self._settlements = settlements

    def apply(self, event: dict) -> None:
        """In the caller's transaction."""
        data = event.get("data")
        kind = event.get("event_type")
        if not isinstance(data, dict) or not isinstance(kind, str):
            return
        at = moment_of(event.get("created_at")) or time.time()
        if kind in _DECISIONS:
            status, text = _DECISIONS[kind]
            subject = self._requests.decided(data, status, at)
        elif kind in _SETTLEMENTS:
            status, text = _SETTLEMENTS[kind]
            subject = self._settlements.decided(data, status, at)
        else:
            return
        self._database.run(
            "INSERT INTO notices (event_id, subject, text, posted_at) VALUES (?, ?, ?, ?)", event["event_id"], subject, text, time.time()
        )

    def count(self, event_id: str | None = None) -> int:
        """How many notices an event has led to, or all events together."""
        if event_id is None:
            return self._database.first("SELECT count(*) AS n FROM notices")["n"]
        return self._database.first("SELECT count(*) AS n FROM notices WHERE event_id = ?", event_id)["n"]
