import json
import logging
import threading
from datetime import UTC, datetime

from clinic.counter.request_book import RequestBook
from clinic.logs import log, log_mistake
from clinic.metrics import Metrics
from clinic.osigu.http import NoAnswer, exchange
from clinic.settings import Settings

EVERY = 0.5


class Alerts:
    """Evaluates the rules again and again, and posts what changed to whoever is on duty."""

    def __init__(self, settings: Settings, metrics: Metrics, book: RequestBook) -> None:
        self._url = settings.alerts_url
        window = settings.alert_window
        # One failure is none: a token is refused now and then, and forged events come from anywhere.
        self._rules = {
            "OsiguTokenFailures": lambda: metrics.lately("token_failures", window) >= 3,
            "OsiguWebhookErrors": lambda: metrics.lately("webhook_errors", window) >= 5,
            "OsiguDecisionOverdue": lambda: book.count_waiting_longer_than(settings.alert_overdue) > 0,
        }
        self._firing: set[str] = set()
        self._due: list[dict] = []
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="alerts", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(EVERY):
            try:
                self._evaluate()
                self._post()
            except Exception as mistake:  # noqa: BLE001 - whatever it was, the watch goes on
                log_mistake("alerts were not evaluated", mistake)

    def _evaluate(self) -> None:
        for alert, holds in self._rules.items():
            fires = holds()
            if fires == (alert in self._firing):
                continue
            self._firing ^= {alert}
            status = "firing" if fires else "resolved"
            self._due.append({"alert": alert, "status": status, "labels": {"severity": "page"}, "at": datetime.now(UTC).isoformat()})
            log(logging.WARNING, "alert", alert=alert, status=status)

    def _post(self) -> None:
        if not self._due or not self._url:
            self._due.clear()
            return
        try:
            status = exchange("POST", self._url, {"Content-Type": "application/json"}, json.dumps(self._due).encode()).status
        except NoAnswer as why:
            status = why.reason
        if status in (200, 201, 202, 204):
            self._due.clear()
        else:
            # They are told again with the next ones, in their order.
            log(logging.WARNING, "alerts were not taken", status=status)
