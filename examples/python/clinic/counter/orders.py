"""Orders that have to be told apart, and those that must not be sent twice."""

import hashlib
import json
import time
from collections.abc import Callable

from clinic.database import Database
from clinic.osigu.faults import OsiguFault


def key_of(what: str, order: object) -> str:
    """The same for the same order."""
    return hashlib.sha256(f"{what} {json.dumps(order, sort_keys=True)}".encode()).hexdigest()


class SentOnce:
    """
    Writes that cannot be looked up later. Each is noted before it is sent; while it is not known what became of one, the same is
    not sent again, neither by an impatient clerk nor after a crash. A person looks it up at Osigu and takes the note away.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def send(self, what: str, key: str, write: Callable[[], dict]) -> dict:
        if not self._database.run("INSERT INTO sent VALUES (?, ?, ?) ON CONFLICT DO NOTHING", key, what, time.time()):
            raise OsiguFault("uncertain", "the same was sent before", code="sent_before")
        try:
            answer = write()
        except OsiguFault as fault:
            if fault.kind != "uncertain":
                self.is_known(key)
            raise
        return answer

    def is_known(self, key: str) -> None:
        """What became of it is on record."""
        self._database.run("DELETE FROM sent WHERE order_key = ?", key)
