from clinic.counter import answers
from clinic.counter.answers import Answer, answering, declined, done, waiting
from clinic.counter.eligibility import Eligibility
from clinic.counter.orders import key_of
from clinic.counter.request_book import KnownRequest, RequestBook
from clinic.counter.verification import AtTheCounter, Verification
from clinic.osigu.api import Api
from clinic.osigu.faults import OsiguFault

_FIELDS = (
    "sponsor_slug", "diagnosis_code", "products", "professional_license_number", "service_type_code", "authorization_type", "provider_branch_id",
)


class Authorizations:
    """Requests for authorization: find the person, initiate, attach the document, complete."""

    def __init__(self, api: Api, book: RequestBook, eligibility: Eligibility, verification: Verification) -> None:
        self._api = api
        self._book = book
        self._eligibility = eligibility
        self._verification = verification

    @answering
    def request(self, order: dict) -> Answer:
        person = self._eligibility.identify(order)
        sponsor = order.get("sponsor_slug")
        if not person or not sponsor or not order.get("products"):
            return declined("An order needs a person, a sponsor and at least one product.", "incomplete")
        if not person.is_covered:
            return declined(answers.NOT_COVERED, "coverage_inactive", 200)

        fields, wants_document, wanted = self._rules_for(sponsor, order["products"])
        body = {"beneficiary_id": person.id} | {name: order[name] for name in _FIELDS if order.get(name)}
        if missing := [name for name in fields if not body.get(name)]:
            return declined(f"The sponsor also wants: {', '.join(missing)}.", "fields_missing")

        # The same order sent again goes on with the request that it opened, instead of opening another.
        key = key_of("authorization", body)
        left = self._left_open(key)
        if left and left["status"] != "PENDING_INDICATION":
            return self._settled(left)
        indication = order.get("indication")
        if left and wants_document and not indication:
            return waiting(answers.DOCUMENT_MISSING, authorization_request_id=str(left["authorization_request_id"]), status=left["status"])

        request_id = str((left or self._api.initiate(body))["authorization_request_id"])
        self._book.opened(request_id, key, person.id, sponsor)
        verified = self._verification.verify(
            wanted, AtTheCounter(request_id, person.id, sponsor, order.get("otp_codes") or [], order.get("biometric_sample"))
        )
        if verified.waits:
            return waiting(verified.waits, authorization_request_id=request_id, status="PENDING_VERIFICATION")
        if indication:
            self._api.attach(request_id, indication)
        return self._settled(self._api.complete_request(request_id, verified.proofs))

    @answering
    def status(self, request_id: str | None) -> Answer:
        known = self._book.find(request_id)
        if known is None:
            return declined("This clinic has not made that request.", "unknown_request", status="unknown")
        return done(**_data_of(known))

    def _rules_for(self, sponsor: str, products: list[dict]) -> tuple[list[str], bool, str | None]:
        """Sponsors change their rules without notice and have others for each type of product, so they are read for each order."""
        types = dict.fromkeys(product["product_type"] for product in products)
        rules = [self._api.configuration(sponsor, product_type) for product_type in types]
        fields = list(dict.fromkeys(name for rule in rules for name in rule.get("mandatory_fields") or []))
        verifications = [rule.get("verification") or {} for rule in rules]
        wanted = next((word for word in ("biometric", "otp") if any(one.get(word) for one in verifications)), None)
        return fields, any(rule.get("indication_required") for rule in rules), wanted and wanted.upper()

    def _left_open(self, key: str) -> dict | None:
        request_id = self._book.open_for(key)
        if request_id is None:
            return None
        try:
            return self._api.read_request(request_id)
        except OsiguFault as fault:
            if fault.kind != "not-found":
                raise
            self._book.forget(request_id)  # Osigu has forgotten it, so there is nothing to go on with
            return None

    def _settled(self, answer: dict) -> Answer:
        self._book.answered(answer)
        return _described(self._book.find(str(answer["authorization_request_id"])))


def _data_of(request: KnownRequest) -> dict:
    return {"authorization_request_id": request.id, "status": request.belief, "authorizations": request.authorizations}


def _described(request: KnownRequest) -> Answer:
    """A 2xx alone does not mean that the sponsor has decided: the status does."""
    data = _data_of(request)
    reasons = "; ".join(one["rejection_reason"] or "no reason was given" for one in request.authorizations if one["status"] == "REJECTED")
    if request.status == "PENDING_INDICATION":
        return waiting(answers.DOCUMENT_MISSING).saying(**data)
    match request.belief:
        case "pending":
            return waiting(answers.WAITS_FOR_SPONSOR).saying(**data)
        case "rejected":
            return declined(f"The sponsor rejected: {reasons}", "rejected", 200).saying(**data)
        case "voided":
            return declined(answers.VOIDED, "voided", 200).saying(**data)
        case "mixed":
            return done(f"Only a part was approved. The sponsor rejected: {reasons}").saying(**data)
        case _:
            return done().saying(**data)
