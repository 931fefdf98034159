import json
import logging
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from clinic.database import Database
from clinic.logs import log, log_mistake
from clinic.metrics import Metrics
from clinic.settings import Settings
from clinic.webhooks.effects import Effects
from clinic.webhooks.signature import is_genuine

PATH = "/webhooks/osigu"
LARGEST = 1_000_000


class Inbox:
    """Takes in what Osigu sends."""

    def __init__(self, settings: Settings, database: Database, effects: Effects, metrics: Metrics) -> None:
        self._settings = settings
        self._database = database
        self._effects = effects
        self._metrics = metrics

    def take(self, signature: str | None, body: bytes) -> int:
        """The status to answer with."""
        try:
            status, what, event = self._take(signature, body)
        except Exception as mistake:  # noqa: BLE001 - Osigu sends it again
            log_mistake("webhook: failed", mistake)
            status, what, event = 500, "failed", {}
        if status >= 400:
            self._metrics.count("webhook_errors")
        log(logging.WARNING if status >= 400 else logging.INFO, f"webhook: {what}", status=status, id=event.get("event_id"), type=event.get("event_type"))
        return status

    def _take(self, signature: str | None, body: bytes) -> tuple[int, str, dict]:
        # The signature is over the bytes as they came, so nothing may parse, decode or trim them before it was checked.
        if not is_genuine(signature, body, self._settings.secret("webhook_secret"), time.time()):
            return 401, "not signed by Osigu", {}
        event = _read(body)
        if event is None:
            return 400, "unreadable", {}
        # Genuine, but not for this environment. A refusal would only bring it back for three days.
        if event.get("environment") != self._settings.environment:
            return 200, "of the other environment", event
        # The event and its effect are one transaction: known events have no second effect, and a failed one is not remembered.
        with self._database.transaction():
            is_new = self._database.run(
                "INSERT INTO events VALUES (?, ?, ?) ON CONFLICT DO NOTHING", event["event_id"], str(event.get("event_type")), time.time()
            )
            if is_new:
                self._effects.apply(event)
        return 200, "taken in" if is_new else "known", event


def _read(body: bytes) -> dict | None:
    """Unknown members are left alone, for Osigu adds some without notice; only the id is indispensable."""
    try:
        event = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    is_event = isinstance(event, dict) and isinstance(event.get("event_id"), str) and event["event_id"]
    return event if is_event else None


class _Request(BaseHTTPRequestHandler):
    # The answer is a status alone: what an event says is never repeated.
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "clinic", ""
    error_message_format = ""
    timeout = 10
    server: "Receiver"

    def do_GET(self) -> None:
        self._answer(200 if self.path == "/health" else 404)

    def do_POST(self) -> None:
        if self.path != PATH:
            return self._answer(404)
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdecimal()):
            return self._answer(411)
        if int(length) > LARGEST:
            return self._answer(413)
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            return self._answer(400)
        return self._answer(self.server.inbox.take(self.headers.get("X-Osigu-Signature"), body))

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """The inbox has said what there is to say, without addresses."""


class Receiver(ThreadingHTTPServer):
    """Listens for events; what is in front of it ends TLS."""

    # A burst is not to be turned away; and what is under way at the end is waited for.
    request_queue_size = 128
    daemon_threads = False

    def __init__(self, settings: Settings, inbox: Inbox) -> None:
        super().__init__((settings.host, settings.port), _Request)
        self.inbox = inbox
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, name="receiver", daemon=True).start()

    def handle_error(self, *_: object) -> None:
        log(logging.WARNING, "webhook: the connection was lost")

    def close(self) -> None:
        self.shutdown()
        self.server_close()
