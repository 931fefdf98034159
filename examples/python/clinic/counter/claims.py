from clinic.counter.answers import Answer, answering, declined, done
from clinic.counter.eligibility import Eligibility
from clinic.counter.orders import SentOnce, key_of
from clinic.database import Database
from clinic.osigu.api import Api

# Who signs for the clinic's outpatient care.
_DOCTOR = {
    "doctor_medical_license_number": "MED-10442",
    "doctor_country_code": "DO",
    "doctor_specialty_name": "General medicine",
    "doctor_name": "Dr. Ana Ruiz",
}


class Claims:
    """Outpatient claims: created open, then completed. Insured dispensations have theirs made by Osigu."""

    def __init__(self, api: Api, database: Database, eligibility: Eligibility, sent: SentOnce) -> None:
        self._api = api
        self._database = database
        self._eligibility = eligibility
        self._sent = sent

    @answering
    def submit(self, order: dict) -> Answer:
        person = self._eligibility.identify(order)
        sponsor = order.get("sponsor_slug") or (order.get("beneficiary") or {}).get("sponsor_slug")
        if not person or not sponsor or not order.get("line_items"):
            return declined("A claim needs a person, a sponsor and at least one line.", "incomplete")
        body = {
            "beneficiary_id": person.id, "sponsor_slug": sponsor, "diagnosis_code": order.get("diagnosis_code"), "line_items": order["line_items"],
        }
        key = key_of("claim", body)
        # A claim that was created and never completed is gone on with; a second one for the same care would be paid twice.
        left = self._database.first("SELECT claim_id FROM claims WHERE order_key = ? AND status = 'OPEN'", key)
        claim_id = left["claim_id"] if left else self._create(body, key)
        status = self._api.complete_claim(claim_id, _DOCTOR)["status"]
        self._database.run("UPDATE claims SET status = ? WHERE claim_id = ?", status, claim_id)
        return done(claim_id=claim_id, status=status)

    def _create(self, body: dict, key: str) -> str:
        created = self._sent.send("claim", key, lambda: self._api.create_claim(body))
        claim_id = str(created["claim_id"])
        with self._database.transaction():
            self._database.run("INSERT INTO claims VALUES (?, ?, ?)", claim_id, key, created["status"])
            self._sent.is_known(key)
        return claim_id
