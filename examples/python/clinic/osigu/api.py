import base64
from collections.abc import Iterator
from urllib.parse import quote

from clinic.osigu.client import Client, settle
from clinic.osigu.faults import OsiguFault


class Api:
    """Osigu's operations that this clinic uses. Identifiers are opaque, and people are not named in a URL but where Osigu has it so."""

    def __init__(self, client: Client) -> None:
        self._client = client

    # People and sponsors

    def forms(self, sponsor: str) -> list[dict]:
        return self._client.get(f"/v1/sponsors/{_part(sponsor)}/forms").get("forms") or []

    def search(self, sponsor: str, fields: dict) -> dict:
        return self._client.post(f"/v1/sponsors/{_part(sponsor)}/search", fields, harmless=True)

    def configuration(self, sponsor: str, product_type: str) -> dict:
        return self._client.get(f"/arc/v1/sponsors/{_part(sponsor)}/configuration", product_type=product_type)

    # Authorizations

    def initiate(self, order: dict) -> dict:
        # One that is never completed binds nobody, so a second one does no harm.
        return self._client.post("/arc/v1/authorization-requests", order, harmless=True)

    def attach(self, request_id: str, text: str) -> dict:
        document = {"file_name": "indication.txt", "content_type": "text/plain", "content_base64": base64.b64encode(text.encode()).decode()}
        return self._client.post(f"{_request(request_id)}/indications", document, harmless=True)

    def read_request(self, request_id: str) -> dict:
        return self._client.get(_request(request_id))

    def complete_request(self, request_id: str, proofs: dict) -> dict:
        def look() -> dict | None:
            found = self.read_request(request_id)
            return None if found.get("status") == "PENDING_INDICATION" else found

        return settle(lambda: self._client.post(f"{_request(request_id)}/complete", proofs), look)

    # Dispensing

    def start_dispensation(self, code: str, beneficiary_id: str | None) -> dict:
        body = {"code": code} | ({"beneficiary_id": beneficiary_id} if beneficiary_id else {})
        return settle(lambda: self._client.post("/dispensing/v1/dispensations", body), lambda: self.find_dispensation(code))

    def find_dispensation(self, code: str) -> dict | None:
        """
        What this clinic has started under a code, if anything. None is completed before its start was answered, so a completed one
        is of another day.
        """
        found = list(self._client.pages("/dispensing/v1/dispensations", code=code))
        if any(one.get("status") == "COMPLETED" for one in found):
            raise OsiguFault("conflict", "the code was dispensed before")
        return next((one for one in found if one.get("status") == "STARTED"), None)

    def read_dispensation(self, dispensation_id: str) -> dict:
        return self._client.get(_dispensation(dispensation_id))

    def complete_dispensation(self, dispensation_id: str, receipt: dict) -> dict:
        return settle(
            lambda: self._client.post(f"{_dispensation(dispensation_id)}/complete", receipt),
            lambda: _if_completed(self.read_dispensation(dispensation_id)),
        )

    # Verification

    def send_password(self, beneficiary_id: str, sponsor: str) -> dict:
        return self._client.post("/v1/otp/send", {"beneficiary_id": beneficiary_id, "sponsor_slug": sponsor, "channel": "SMS"})

    def validate_password(self, otp_id: str, code: str) -> str:
        return self._client.post("/v1/otp/validate", {"otp_id": otp_id, "code": code})["otp_verification_token"]

    # Prescriptions

    def find_patient(self, document_type: str, document_number: str) -> dict | None:
        # The one look-up that Osigu documents with a document number in its URL.
        return next(self._client.pages("/ehr/v1/patients", document_type=document_type, document_number=document_number), None)

    def create_patient(self, patient: dict) -> dict:
        return settle(
            lambda: self._client.post("/ehr/v1/patients", patient),
            lambda: self.find_patient(patient["document_type"], patient["document_number"]),
        )

    def issue_prescription(self, prescription: dict) -> dict:
        """Nothing tells later whether a lost one was issued, so it is not sent again. Version 1.1, which wants the patient's consent."""
        return self._client.post("/ehr/v1.1/prescriptions", prescription)

    # Claims and their settlement

    def create_claim(self, order: dict) -> dict:
        """Nothing tells later whether a lost one was made, so it is not sent again."""
        return self._client.post("/arc/v1/outpatient-care-claim", order)

    def complete_claim(self, claim_id: str, doctor: dict) -> dict:
        claim = f"/arc/v1/outpatient-care-claim/{_part(claim_id)}"
        return settle(lambda: self._client.post(f"{claim}/complete", doctor), lambda: _if_completed(self._client.get(claim)))

    def create_settlement(self, sponsor: str, period: str) -> dict:
        """Nothing tells later whether a lost one was made, so it is not sent again."""
        return self._client.post("/v3/settlements", {"sponsor_slug": sponsor, "period": period})

    def read_settlement(self, settlement_id: str) -> dict:
        return self._client.get(_settlement(settlement_id))

    def awaiting_settlement(self, settlement_id: str) -> Iterator[dict]:
        return self._client.pages(f"{_settlement(settlement_id)}/pending-authorizations")

    def put_into_settlement(self, settlement_id: str, claims: list[dict]) -> dict:
        return self._client.post(f"{_settlement(settlement_id)}/authorizations", {"authorizations": claims})

    def dispatch_settlement(self, settlement_id: str) -> dict:
        def look() -> dict | None:
            found = self.read_settlement(settlement_id)
            return None if found.get("status") == "OPEN" else found

        return settle(lambda: self._client.post(f"{_settlement(settlement_id)}/dispatch"), look)


def _part(value: str) -> str:
    return quote(value, safe="")


def _request(request_id: str) -> str:
    return f"/arc/v1/authorization-requests/{_part(request_id)}"


def _dispensation(dispensation_id: str) -> str:
    return f"/dispensing/v1/dispensations/{_part(dispensation_id)}"


def _settlement(settlement_id: str) -> str:
    return f"/v3/settlements/{_part(settlement_id)}"


def _if_completed(found: dict) -> dict | None:
    return found if found.get("status") == "COMPLETED" else None
