import base64
import json
import logging
import threading
import time
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass
from urllib.parse import quote

from clinic.logs import log
from clinic.metrics import Metrics
from clinic.osigu.faults import OsiguFault, fault_of, fault_of_silence
from clinic.osigu.http import NoAnswer, exchange
from clinic.osigu.retries import with_retries
from clinic.settings import Settings

MINUTE = 60.0
TOO_MANY = 8
"""Osigu allows ten token requests a minute. So many that were answered 429 are enough to stay away for the rest of it."""


@dataclass
class _Token:
    value: str
    renew_at: float
    expires_at: float


class Tokens:
    """One access token for the whole process, however many clerks and events ask for it at the same moment."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self._settings = settings
        self._metrics = metrics
        self._turn = threading.Lock()
        self._held: _Token | None = None
        self._renewal: Future[str] | None = None  # the request under way that everybody waits for
        self._not_before = 0.0
        self._turned_away: deque[float] = deque(maxlen=TOO_MANY)

    def get(self) -> str:
        now = time.monotonic()
        with self._turn:
            held = self._held
            if held and now < held.expires_at:
                if now >= held.renew_at:
                    # Nobody waits for it, and if it fails the token in hand serves on; the next try is half a minute away.
                    held.renew_at = now + MINUTE / 2
                    threading.Thread(target=self._renew_early, daemon=True).start()
                return held.value
            renewal, is_ours = self._join()
        if is_ours:
            self._fulfil(renewal)
        return renewal.result()

    def discard(self, refused: str) -> None:
        """Osigu answered 401 to this token. A newer one, which another call has fetched meanwhile, stays."""
        with self._turn:
            if self._held and self._held.value == refused:
                self._held = None

    def _join(self) -> tuple[Future[str], bool]:
        """The renewal under way, or a new one, which then is the caller's to fulfil. Within the lock."""
        if self._renewal:
            return self._renewal, False
        self._renewal = Future()
        return self._renewal, True

    def _renew_early(self) -> None:
        with self._turn:
            renewal, is_ours = self._join()
        if is_ours:
            self._fulfil(renewal)

    def _fulfil(self, renewal: Future[str]) -> None:
        try:
            token = with_retries(self._request)
        except Exception as fault:  # noqa: BLE001 - whoever waits for it is told
            log(logging.ERROR, "no token was to be had", kind=getattr(fault, "kind", type(fault).__name__), status=getattr(fault, "status", None))
            with self._turn:
                self._renewal = None
            renewal.set_exception(fault)
        else:
            with self._turn:
                self._held, self._renewal = token, None
            renewal.set_result(token.value)

    def _request(self) -> _Token:
        asked = time.monotonic()
        if asked < self._not_before or (len(self._turned_away) == TOO_MANY and self._turned_away[0] > asked - MINUTE):
            raise OsiguFault("busy", "the token endpoint is closed", status=429)
        try:
            return self._ask(asked)
        except OsiguFault as fault:
            self._metrics.count("token_failures")
            if fault.status == 429:
                self._turned_away.append(time.monotonic())
            self._not_before = time.monotonic() + fault.retry_after
            raise

    def _ask(self, asked: float) -> _Token:
        # Percent-encoded first, as RFC 6749 asks. Read for each attempt, for the secret may have been replaced since the last.
        pair = ":".join(quote(self._settings.secret(name), safe="") for name in ("client_id", "client_secret"))
        headers = {
            "Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/json",
        }
        try:
            reply = exchange("POST", self._settings.token_url, headers, b"grant_type=client_credentials")
        except NoAnswer as silence:
            raise fault_of_silence(silence, harmless=True) from None
        if reply.status != 200:
            raise fault_of(reply, harmless=True)
        try:
            told = json.loads(reply.body)
            value, lifetime = str(told["access_token"]), float(told.get("expires_in") or 3600)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise OsiguFault("outage", "the token endpoint's answer is no token", status=reply.status) from None
        # After 50 minutes of the usual hour, as Osigu advises; a shorter life is shortened by its sixth part.
        return _Token(value, asked + lifetime * 5 / 6, asked + lifetime)
