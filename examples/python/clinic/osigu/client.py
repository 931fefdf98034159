import json
import logging
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

from clinic.logs import log
from clinic.osigu.faults import OsiguFault, fault_of, fault_of_silence
from clinic.osigu.http import NoAnswer, exchange
from clinic.osigu.retries import with_retries
from clinic.osigu.tokens import Tokens


class Client:
    """Calls with a token: repeated where that helps and does no harm, and every failure told as an `OsiguFault`."""

    def __init__(self, api_url: str, tokens: Tokens) -> None:
        self._api_url = api_url
        self._tokens = tokens

    def get(self, path: str, **query: Any) -> dict:
        return self._call("GET", path + (f"?{urlencode(query)}" if query else ""), None, harmless=True)

    def post(self, path: str, body: dict | None = None, *, harmless: bool = False) -> dict:
        """`harmless`: it does no harm if this is worked on twice. A write counts as harmful unless said otherwise."""
        return self._call("POST", path, json.dumps(body or {}).encode(), harmless)

    def pages(self, path: str, **query: Any) -> Iterator[dict]:
        """Everything on every page of a list."""
        number, pages = 0, 1
        while number < pages:
            page = self.get(path, **query, page=number)
            content = page.get("content") or []
            yield from content
            pages = int((page.get("page") or {}).get("total_pages") or 0) if content else 0
            number += 1

    def _call(self, method: str, target: str, body: bytes | None, harmless: bool) -> dict:
        def attempt() -> dict:
            return self._attempt(method, target, body, harmless)

        try:
            try:
                return with_retries(attempt)
            except OsiguFault as fault:
                if fault.status != 401:
                    raise
            # Once more, with another token; whatever comes then is final.
            return with_retries(attempt)
        except OsiguFault as fault:
            log(logging.WARNING, "call failed", method=method, kind=fault.kind, status=fault.status, code=fault.code)
            raise

    def _attempt(self, method: str, target: str, body: bytes | None, harmless: bool) -> dict:
        # For each attempt anew: while one waits for its turn, its token may have been refused to another call.
        token = self._tokens.get()
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            reply = exchange(method, self._api_url + target, headers, body)
        except NoAnswer as silence:
            raise fault_of_silence(silence, harmless) from None
        if reply.status == 401:
            self._tokens.discard(token)
        if not 200 <= reply.status < 300:
            raise fault_of(reply, harmless)
        try:
            told = json.loads(reply.body)
        except (ValueError, RecursionError):
            told = None
        if not isinstance(told, dict):
            raise OsiguFault("outage" if harmless else "uncertain", "the answer is no JSON object", status=reply.status)
        return told


def settle(write: Callable[[], dict], look: Callable[[], dict | None]) -> dict:
    """
    A write that must not happen twice. If its fate is not known, `look` says what became of it (`None`: nothing), and only what
    was not done is sent once more.
    """
    try:
        return write()
    except OsiguFault as fault:
        if fault.kind != "uncertain":
            raise
        lost = fault
    if (done := _found(look, lost)) is not None:
        return done
    try:
        return write()
    except OsiguFault as fault:
        # A conflict now may be the first write, which came in after we had looked.
        if fault.kind in ("uncertain", "conflict") and (done := _found(look, fault)) is not None:
            return done
        # An outage now says nothing of the first one.
        raise lost if fault.kind in ("outage", "busy") else fault from None


def _found(look: Callable[[], dict | None], lost: OsiguFault) -> dict | None:
    try:
        return look()
    except OsiguFault as fault:
        # Where looking does not help, it stays uncertain; a conflict that it shows is an answer.
        raise fault if fault.kind == "conflict" else lost from None
