import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Literal

from clinic.osigu.http import NoAnswer, Reply

Kind = Literal["not-found", "conflict", "refused", "credentials", "busy", "outage", "uncertain"]

_KINDS: dict[int, Kind] = {401: "credentials", 404: "not-found", 409: "conflict", 429: "busy"}


class OsiguFault(Exception):
    """
    A call that did not end as asked. Carries no request and no header, so that it may be logged.

    `uncertain`: a write was sent, and nobody knows what became of it.
    """

    def __init__(
        self, kind: Kind, message: str = "", *, status: int | None = None, code: str | None = None, may_repeat: bool = False, retry_after: float = 0
    ) -> None:
        super().__init__(message or kind)
        self.kind = kind
        self.message = message or kind
        self.status = status
        self.code = code
        # Whether another attempt can help and does no harm.
        self.may_repeat = may_repeat
        # For how long, in seconds, the provider asks us to stay away.
        self.retry_after = retry_after


def fault_of_silence(silence: NoAnswer, harmless: bool) -> OsiguFault:
    """`harmless`: it does no harm if the call was worked on unseen."""
    is_safe = harmless or not silence.was_sent
    return OsiguFault("outage" if is_safe else "uncertain", f"no answer ({silence.reason})", code=silence.reason, may_repeat=is_safe)


def fault_of(reply: Reply, harmless: bool) -> OsiguFault:
    status = reply.status
    code, message = _read(reply.body)
    details: dict[str, Any] = {"status": status, "code": code, "retry_after": _retry_after(reply)}
    if status in _KINDS:
        return OsiguFault(_KINDS[status], message, may_repeat=status == 429, **details)
    if 400 <= status < 500:
        return OsiguFault("refused", message, **details)
    # 503 says that it was not worked on. After any other a write may have been done all the same.
    is_safe = harmless or status == 503
    return OsiguFault("outage" if is_safe else "uncertain", message, may_repeat=is_safe and status >= 500, **details)


def _read(body: bytes) -> tuple[str | None, str]:
    """Three shapes of error bodies are documented, and a proxy in between may answer HTML."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None, ""
    if not isinstance(told, dict):
        return None, ""
    code = told.get("error_code") or told.get("code") or told.get("error")
    message = told.get("message") or told.get("error_description")
    return None if code is None else str(code), message if isinstance(message, str) else ""


def _retry_after(reply: Reply) -> float:
    asked = reply.headers.get("Retry-After")
    if not asked:
        return 0
    try:
        return float(asked) + 0.05 if float(asked) > 0 else 0
    except ValueError:
        pass
    try:
        # A date has a grain of a second, so its end is waited for.
        return max(0.0, (parsedate_to_datetime(asked) - datetime.now(UTC)).total_seconds() + 1)
    except (ValueError, TypeError):
        return 0
