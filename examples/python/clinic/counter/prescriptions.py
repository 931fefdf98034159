from clinic.counter.answers import CONSENT_WANTED, Answer, answering, declined, done
from clinic.counter.orders import SentOnce, key_of
from clinic.database import Database
from clinic.osigu.api import Api

_PATIENT = ("first_name", "last_name", "document_type", "document_number", "date_of_birth")


class Prescriptions:
    """Electronic prescriptions: the patient is looked up, registered if that finds nobody, and prescribed for."""

    def __init__(self, api: Api, database: Database, sent: SentOnce) -> None:
        self._api = api
        self._database = database
        self._sent = sent

    @answering
    def issue(self, order: dict) -> Answer:
        patient = order.get("patient") or {}
        if not all(patient.get(name) for name in _PATIENT) or not order.get("medications"):
            return declined("A prescription needs a patient, with the document and the date of birth, and at least one medication.", "incomplete")
        if order.get("consent") is not True:
            return declined(CONSENT_WANTED, "consent_missing")
        body = {
            "patient_id": self._patient_id({name: patient[name] for name in _PATIENT}),
            "doctor": order.get("doctor"),
            "diagnoses": [{"diagnosis_code": order.get("diagnosis_code")}],
            "medications": order["medications"],
            "patient_data_consent": True,
        }
        key = key_of("prescription", body)
        issued = self._sent.send("prescription", key, lambda: self._api.issue_prescription(body))
        own_id, code = str(issued["prescription_id"]), str(issued["prescription_code"])
        with self._database.transaction():
            self._database.run("INSERT OR REPLACE INTO prescriptions VALUES (?, ?)", own_id, code)
            self._sent.is_known(key)
        return done(prescription_id=own_id, prescription_code=code)

    def _patient_id(self, patient: dict) -> str:
        """A second record of the same person would split the medical history, so we look first."""
        found = self._api.find_patient(patient["document_type"], patient["document_number"])
        return str((found or self._api.create_patient(patient))["patient_id"])
