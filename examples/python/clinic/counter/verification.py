import time
from dataclasses import dataclass

from clinic.counter.answers import PASSWORD_WANTED, READING_WANTED
from clinic.database import Database
from clinic.osigu.api import Api
from clinic.osigu.faults import OsiguFault


@dataclass(frozen=True)
class AtTheCounter:
    """Who is to be verified, for what, and what the person supplies."""

    subject: str
    """What the verification is for; each has its own."""
    beneficiary_id: str | None
    sponsor: str | None
    codes: list[str]
    """One-time passwords that were read out."""
    sample: str | None
    """What the device read, in Base64."""


@dataclass(frozen=True)
class Verified:
    proofs: dict
    """What goes into the next call."""
    waits: str | None = None
    """Why that call has to wait."""


class Verification:
    """Verifies a person where a sponsor asks for it, and only then. A proof serves one call and is never kept."""

    def __init__(self, api: Api, database: Database) -> None:
        self._api = api
        self._database = database

    def verify(self, wanted: str | None, person: AtTheCounter) -> Verified:
        """`wanted`: `OTP`, `BIOMETRIC` or nothing."""
        if not wanted:
            return Verified({})
        if wanted != "OTP":
            return _proof("BIOMETRIC", person.sample) if person.sample else Verified({}, READING_WANTED)
        token = self._token_for(person)
        return _proof("OTP", token) if token else Verified({}, PASSWORD_WANTED)

    def _token_for(self, person: AtTheCounter) -> str | None:
        """One password is sent and kept until it was answered, refused or is too old; entering a code does not send another."""
        sent = self._database.first("SELECT otp_id FROM passwords WHERE subject = ? AND expires_at > ?", person.subject, time.time())
        otp_id = sent["otp_id"] if sent else self._send(person)
        for code in person.codes:
            try:
                token = self._api.validate_password(otp_id, code)
            except OsiguFault as fault:
                # Wrong, or no longer good: the person may have read out another one.
                if fault.kind not in ("refused", "not-found"):
                    raise
            else:
                self._forget(person.subject)
                return token
        if sent and person.codes:
            # Nothing of what was entered fits the password that was sent before: next time a new one is sent.
            self._forget(person.subject)
        return None

    def _send(self, person: AtTheCounter) -> str:
        sent = self._api.send_password(person.beneficiary_id or "", person.sponsor or "")
        until = time.time() + float(sent.get("expires_in") or 300)
        self._database.run("INSERT OR REPLACE INTO passwords VALUES (?, ?, ?)", person.subject, str(sent["otp_id"]), until)
        return str(sent["otp_id"])

    def _forget(self, subject: str) -> None:
        self._database.run("DELETE FROM passwords WHERE subject = ?", subject)


def _proof(kind: str, value: str) -> Verified:
    return Verified({"external_verifications": [{"type": kind, "value": value}]})
