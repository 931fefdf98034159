"""
What a screen gets back: how it ended, and a sentence for the clerk. Different causes ask for different actions, so no two of them
share a sentence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Literal

from clinic.logs import log_mistake
from clinic.osigu.faults import OsiguFault

Ending = Literal["done", "declined", "waiting", "uncertain"]

NOT_COVERED = "The person was found, but the coverage is not active. Nothing was requested."
DOCUMENT_MISSING = "The sponsor wants the medical indication. Attach it and send the order again."
WAITS_FOR_SPONSOR = "The sponsor decides later. The decision will be shown here; nothing may be dispensed before."
PASSWORD_WANTED = "The sponsor wants a one-time password. It was sent to the person; enter it and send again."
READING_WANTED = "The sponsor wants a biometric reading. Have the person use the device and send again."
CONSENT_WANTED = "The patient has to consent to the use of the data. Nothing was issued."
VOIDED = "The authorization was withdrawn and must not be dispensed."
REJECTED = "The sponsor rejected this; there is nothing to dispense."
EXPIRED = "The authorization has expired and must not be dispensed."
NOTHING_TO_SETTLE = "Nothing awaits settlement with this sponsor."
DISPATCHED = "Sent to the sponsor. Nothing is paid yet; the answer takes days."

# The code for a product that is not among those registered for this clinic.
_NOT_REGISTERED = "071-104"


@dataclass(frozen=True)
class Answer:
    ending: Ending
    message: str | None = None
    data: dict = field(default_factory=dict)
    error_status: int | None = None
    """Osigu's status, as it was received."""
    error_code: str | None = None

    def saying(self, **data: object) -> "Answer":
        return replace(self, data={**self.data, **data})


def done(message: str | None = None, **data: object) -> Answer:
    return Answer("done", message, data)


def declined(message: str, error_code: str, error_status: int | None = None, **data: object) -> Answer:
    return Answer("declined", message, data, error_status, error_code)


def waiting(message: str, **data: object) -> Answer:
    return Answer("waiting", message, data)


def answer_for(fault: OsiguFault) -> Answer:
    """The answer for a call that failed and that nothing else has to be said about."""
    ending: Ending = "uncertain" if fault.kind == "uncertain" else "declined"
    return Answer(ending, _words(fault), {}, fault.status, fault.code)


def _words(fault: OsiguFault) -> str:
    match fault.kind:
        case "not-found":
            return "Not found: the sponsor does not know this person or number. Check what was entered."
        case "conflict":
            return "Already used: this was dispensed or completed before. Hand out nothing."
        case "credentials":
            return "Osigu did not accept the credentials of this clinic. Tell the administrator."
        case "busy":
            return "Osigu is busy and asks to wait. Try again in a minute."
        case "uncertain":
            return "The connection was lost, and it is not known whether this was done. Look it up before repeating it."
        case "refused" if fault.code == _NOT_REGISTERED:
            return "A product of this order is not registered for this clinic. Nothing was ordered; have it registered first."
        case "refused":
            return f"Osigu refused what was sent ({fault.code or fault.status}): {_masked(fault.message)} Correct it and send again."
        case _:
            return "Osigu is out of order at the moment. Nothing was done; try again later."


def answering(operation: Callable[..., Answer]) -> Callable[..., Answer]:
    """Makes an operation end with an answer, whatever happens."""

    @wraps(operation)
    def answered(*order: object) -> Answer:
        try:
            return operation(*order)
        except OsiguFault as fault:
            return answer_for(fault)
        except Exception as mistake:  # noqa: BLE001 - nobody foresaw it, so nobody knows how far it went
            log_mistake("an operation failed", mistake)
            return Answer("uncertain", "The clinic's program failed. Look up what became of this before repeating it.")

    return answered


def _masked(text: str) -> str:
    """A refusal may quote what was sent; telephone numbers and addresses do not belong on a screen."""
    return re.sub(r"\+?\d[\d -]{6,}\d", "***", re.sub(r"\S+@\S+", "***", text))
