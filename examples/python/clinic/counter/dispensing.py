import threading
import time
import uuid
from collections import defaultdict
from datetime import UTC, datetime

from clinic.counter import answers
from clinic.counter.answers import Answer, answer_for, answering, declined, done, waiting
from clinic.counter.eligibility import Eligibility
from clinic.counter.request_book import RequestBook
from clinic.counter.verification import AtTheCounter, Verification
from clinic.database import Database
from clinic.moments import moment_of
from clinic.osigu.api import Api
from clinic.osigu.faults import OsiguFault

_SEVERITY = {"done": 0, "waiting": 1, "declined": 2, "uncertain": 3}


class Dispensing:
    """Dispensing: start and complete, for every code that belongs to what the clerk entered. Osigu makes the claim by itself."""

    def __init__(self, api: Api, book: RequestBook, database: Database, eligibility: Eligibility, verification: Verification) -> None:
        self._api = api
        self._book = book
        self._database = database
        self._eligibility = eligibility
        self._verification = verification
        # A double click waits for the first one.
        self._at_the_counter: dict[str, threading.Lock] = defaultdict(threading.Lock)

    @answering
    def dispense(self, order: dict) -> Answer:
        codes, request, refusal = self._choose(order)
        if refusal:
            return refusal
        described = order.get("beneficiary") or {}
        if order.get("prescription_id"):
            person_id = None  # an insured person is not needed for it
        elif described:
            person_id = self._eligibility.identify(order).id
        else:
            person_id = order.get("beneficiary_id") or (request and request.beneficiary_id)
        sponsor = request.sponsor if request else described.get("sponsor_slug")

        handed_out, worst = [], done()
        for code in codes:
            # One code that cannot be dispensed does not keep the person from getting the others.
            try:
                with self._at_the_counter[code]:
                    answer = self._dispense(code, person_id, sponsor, order)
            except OsiguFault as fault:
                answer = answer_for(fault)
            if answer.ending == "done":
                handed_out.append(answer.data)
            worst = max(worst, answer, key=lambda one: _SEVERITY[one.ending])
        return Answer(worst.ending, worst.message, _together(handed_out), worst.error_status, worst.error_code)

    def _choose(self, order: dict):
        """A request has an id that the counter never sees: what is dispensed is the code of each approved authorization."""
        if prescription := order.get("prescription_id"):
            known = self._database.first("SELECT prescription_code FROM prescriptions WHERE prescription_id = ?", prescription)
            return ([known["prescription_code"]], None, None) if known else _refuse("This clinic has not issued that prescription.", "unknown_prescription")
        if code := order.get("code"):
            # Also a code on paper counts for no more than what the sponsor says of it today.
            own, request = self._book.find_by_code(code) or ({}, None)
            match own.get("status"):
                case "VOIDED":
                    return _refuse(answers.VOIDED, "voided")
                case "REJECTED":
                    return _refuse(answers.REJECTED, "rejected")
            return _refuse(answers.EXPIRED, "expired") if _is_expired(own) else ([code], request, None)
        request = self._book.find(order.get("authorization_request_id"))
        if request is None:
            return _refuse("Enter a request of this clinic, or the code that the person brought.", "unknown_request")
        if request.belief == "pending":
            return [], request, waiting(answers.WAITS_FOR_SPONSOR)
        approved = [one for one in request.authorizations if one["status"] == "APPROVED"]
        if codes := [one["authorization_code"] for one in approved if not _is_expired(one)]:
            return codes, request, None
        if approved:
            return _refuse(answers.EXPIRED, "expired")
        return _refuse(answers.REJECTED, "rejected") if request.belief == "rejected" else _refuse(answers.VOIDED, "voided")

    def _dispense(self, code: str, person_id: str | None, sponsor: str | None, order: dict) -> Answer:
        started = self._left_unfinished(code) or self._begin(code, person_id)
        own_id = str(started["dispensation_id"])
        if started["status"] != "COMPLETED":
            self._database.run("UPDATE dispensations SET dispensation_id = ? WHERE code = ?", own_id, code)
            verified = self._verification.verify(
                started.get("verification_required"),
                AtTheCounter(own_id, person_id, sponsor, order.get("otp_codes") or [], order.get("biometric_sample")),
            )
            if verified.waits:
                return waiting(verified.waits)
            self._api.complete_dispensation(own_id, _receipt_for(started) | verified.proofs)
        self._finished(code)
        # What was started decides what is handed out: the sponsor may have changed it since it was approved.
        products = [{"product_code": one["product_code"], "quantity": one["quantity"]} for one in started.get("products") or []]
        return done(dispensation_id=own_id, products=products)

    def _begin(self, code: str, person_id: str | None) -> dict:
        """Noted before it is sent: if the answer gets lost and looking does not help, the next try begins with a look."""
        self._database.run("INSERT OR REPLACE INTO dispensations VALUES (?, NULL)", code)
        try:
            return self._api.start_dispensation(code, person_id)
        except OsiguFault as fault:
            if fault.kind != "uncertain":
                self._finished(code)
            raise

    def _left_unfinished(self, code: str) -> dict | None:
        """What an earlier try for this code has left at Osigu: waiting for a password, or cut off."""
        left = self._database.first("SELECT dispensation_id FROM dispensations WHERE code = ?", code)
        if left is None:
            return None
        try:
            found = self._api.read_dispensation(left["dispensation_id"]) if left["dispensation_id"] else self._api.find_dispensation(code)
        except OsiguFault as fault:
            if fault.kind != "not-found":
                raise
            return None
        return found if found and found["status"] in ("STARTED", "COMPLETED") else None

    def _finished(self, code: str) -> None:
        self._database.run("DELETE FROM dispensations WHERE code = ?", code)


def _refuse(message: str, code: str):
    return [], None, declined(message, code)


def _together(handed_out: list[dict]) -> dict:
    return {
        "dispensation_id": handed_out[0]["dispensation_id"] if handed_out else None,
        "status": "COMPLETED" if handed_out else "NOT_DISPENSED",
        "products": [product for one in handed_out for product in one["products"]],
    }


def _is_expired(authorization: dict) -> bool:
    until = moment_of(authorization.get("expires_at"))
    return until is not None and until < time.time()


def _receipt_for(started: dict) -> dict:
    return {
        "amount": sum(product["quantity"] * product["unit_price"] for product in started.get("products") or []),
        "document_number": f"R-{uuid.uuid4()}",
        "document_date": datetime.now(UTC).isoformat(timespec="seconds"),
    }
