import threading

from clinic.counter.answers import DISPATCHED, NOTHING_TO_SETTLE, Answer, answering, declined, done
from clinic.counter.orders import SentOnce, key_of
from clinic.counter.settlement_book import SettlementBook
from clinic.database import Database
from clinic.osigu.api import Api
from clinic.osigu.client import settle
from clinic.osigu.faults import OsiguFault


class Settlements:
    """What awaits settlement with a sponsor is put into a batch, and the batch is dispatched."""

    def __init__(self, api: Api, database: Database, book: SettlementBook, sent: SentOnce) -> None:
        self._api = api
        self._database = database
        self._book = book
        self._sent = sent
        # Two clerks would make two batches of it.
        self._turn = threading.Lock()

    @answering
    def dispatch(self, order: dict) -> Answer:
        sponsor, period = order.get("sponsor_slug"), order.get("period")
        if not sponsor or not period:
            return declined("A settlement needs a sponsor and a period.", "incomplete")
        with self._turn:
            left = self._left_open(sponsor, period)
            if left and left["status"] != "OPEN":
                # It was dispatched, and the answer got lost.
                return done(DISPATCHED, settlement_id=str(left["settlement_id"]), status=left["status"])
            settlement_id = str(left["settlement_id"]) if left else self._create(sponsor, period)
            claims = self._awaiting(settlement_id)
            # Nothing may be left to put into a batch that an earlier try has filled.
            if not claims and not left:
                return declined(NOTHING_TO_SETTLE, "nothing_pending", settlement_id=settlement_id)
            if claims:
                self._put_in(settlement_id, claims)
            status = self._api.dispatch_settlement(settlement_id)["status"]
            self._book.answered(settlement_id, sponsor, period, status)
            return done(DISPATCHED, settlement_id=settlement_id, status=status)

    @answering
    def status(self, settlement_id: str) -> Answer:
        """As an event has told, else as Osigu says now: the sponsor may have answered at once."""
        status = self._book.status_of(settlement_id)
        if status is None:
            return declined("This clinic has not made that settlement.", "unknown_settlement", status="unknown")
        if status in ("OPEN", "SUBMITTED"):
            self._book.answered(settlement_id, None, None, self._api.read_settlement(settlement_id)["status"])
        return done(settlement_id=settlement_id, status=self._book.status_of(settlement_id))

    def _left_open(self, sponsor: str, period: str) -> dict | None:
        settlement_id = self._book.open_for(sponsor, period)
        if settlement_id is None:
            return None
        try:
            found = self._api.read_settlement(settlement_id)
        except OsiguFault as fault:
            if fault.kind != "not-found":
                raise
            self._book.forget(settlement_id)  # Osigu has forgotten it, so there is nothing to go on with
            return None
        self._book.answered(settlement_id, sponsor, period, found["status"])
        return found

    def _create(self, sponsor: str, period: str) -> str:
        key = key_of("settlement", [sponsor, period])
        created = self._sent.send("settlement", key, lambda: self._api.create_settlement(sponsor, period))
        settlement_id = str(created["settlement_id"])
        with self._database.transaction():
            self._book.answered(settlement_id, sponsor, period, created["status"])
            self._sent.is_known(key)
        return settlement_id

    def _awaiting(self, settlement_id: str) -> list[dict]:
        """Read to the last page before anything is taken out, for what is taken out moves the pages."""
        ids = dict.fromkeys(
            ("claim_id", str(one["claim_id"])) if one.get("claim_id") else ("authorization_id", str(one["authorization_id"]))
            for one in self._api.awaiting_settlement(settlement_id)
        )
        return [dict([each]) for each in ids]

    def _put_in(self, settlement_id: str, claims: list[dict]) -> None:
        """What is on the list still was not put in."""
        def left() -> list[dict]:
            listed = self._awaiting(settlement_id)
            return [claim for claim in claims if claim in listed]

        remaining = claims

        def write() -> dict:
            return self._api.put_into_settlement(settlement_id, remaining)

        def look() -> dict | None:
            nonlocal remaining
            remaining = left()
            return None if remaining else {}

        settle(write, look)
