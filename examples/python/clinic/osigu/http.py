"""One request, one answer, one connection."""

import http.client
import ssl
import threading
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

ATTEMPT = 10.0
"""Seconds that the other side may stay silent: longer than any healthy answer; four attempts still fit into a clerk's patience."""

# No more calls at once than ten, whoever asks for them.
_open = threading.BoundedSemaphore(10)


@dataclass(frozen=True)
class Reply:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


class NoAnswer(Exception):
    """The connection failed or stayed silent. `was_sent`: the other side may have read the request."""

    def __init__(self, cause: Exception, was_sent: bool) -> None:
        # The name alone: the text of such an error may quote the request.
        self.reason = type(cause).__name__
        self.was_sent = was_sent
        super().__init__(self.reason)


def exchange(method: str, url: str, headers: dict[str, str], body: bytes | None = None) -> Reply:
    """
    Redirects are not followed, and nothing is sent twice. A connection serves one request: one that was kept may be closed by the
    other side at the very moment at which the next write goes out, and then nobody knows what became of it.
    """
    address = urlsplit(url)
    target = address.path + (f"?{address.query}" if address.query else "")
    with _open:
        connection = _connection(address.scheme, address.hostname or "", address.port)
        try:
            try:
                connection.connect()
            except OSError as cause:
                raise NoAnswer(cause, was_sent=False) from None
            try:
                connection.request(method, target or "/", body, {**headers, "Connection": "close"})
                answer = connection.getresponse()
                return Reply(answer.status, answer.headers, answer.read())
            except (OSError, http.client.HTTPException) as cause:
                raise NoAnswer(cause, was_sent=True) from None
        finally:
            connection.close()


@cache
def _trust() -> ssl.SSLContext:
    """What this machine trusts, or what SSL_CERT_FILE names."""
    return ssl.create_default_context()


def _connection(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=ATTEMPT, context=_trust())
    return http.client.HTTPConnection(host, port, timeout=ATTEMPT)
