import json
import time
from dataclasses import dataclass

from clinic.counter.answers import Answer, answering, declined, done
from clinic.database import Database
from clinic.osigu.api import Api
from clinic.osigu.faults import OsiguFault

FORMS_KEPT = 5 * 60


@dataclass(frozen=True)
class Person:
    id: str
    is_covered: bool


class Eligibility:
    """Finds people with their sponsors. Coverage counts for today only, so each order searches again."""

    def __init__(self, api: Api, database: Database) -> None:
        self._api = api
        self._database = database
        # By sponsor; the forms change rarely, and every search needs them.
        self._forms: dict[str, tuple[float, list[dict]]] = {}

    @answering
    def search(self, order: dict) -> Answer:
        if not order.get("sponsor_slug") or not order.get("fields"):
            return declined("A search needs a sponsor and what its form asks for.", "incomplete")
        person = self._search(order["sponsor_slug"], order["fields"])
        return done(beneficiary_id=person.id, coverage_active=person.is_covered)

    def identify(self, order: dict) -> Person | None:
        """
        Whoever an order is about. An id alone says nothing about today's coverage, and Osigu may have replaced it (the sandbox is
        wiped now and then): where we know what it was found by, we search again.
        """
        if described := order.get("beneficiary"):
            return self._search(described["sponsor_slug"], described["fields"])
        if not order.get("beneficiary_id"):
            return None
        known = self._database.first("SELECT sponsor_slug, fields FROM people WHERE beneficiary_id = ?", str(order["beneficiary_id"]))
        return self._search(known["sponsor_slug"], json.loads(known["fields"])) if known else Person(str(order["beneficiary_id"]), True)

    def _search(self, sponsor: str, fields: dict) -> Person:
        try:
            found = self._api.search(sponsor, self._filled_in(sponsor, fields))
        except OsiguFault as fault:
            # The form may have changed since; the next search reads it again.
            if fault.kind == "refused":
                self._forms.pop(sponsor, None)
            raise
        person = Person(str(found["beneficiary_id"]), (found.get("coverage") or {}).get("active") is True)
        self._database.run("INSERT OR REPLACE INTO people VALUES (?, ?, ?)", person.id, sponsor, json.dumps(fields))
        return person

    def _filled_in(self, sponsor: str, known: dict) -> dict:
        """The values of the first form that the clerk can fill in, under the keys that the sponsor names."""
        forms = [form.get("fields") or [] for form in self._forms_of(sponsor)]
        for form in forms:
            if all(known.get(field["key"]) or not field.get("required") for field in form):
                return {field["key"]: known[field["key"]] for field in form if known.get(field["key"])}
        wanted = ", or ".join(" and ".join(field["key"] for field in form) for form in forms)
        raise OsiguFault("refused", f"the sponsor searches by {wanted}.", code="form")

    def _forms_of(self, sponsor: str) -> list[dict]:
        read_at, forms = self._forms.get(sponsor, (float("-inf"), []))
        if time.monotonic() - read_at >= FORMS_KEPT:
            forms = self._api.forms(sponsor)
            self._forms[sponsor] = (time.monotonic(), forms)
        return forms
