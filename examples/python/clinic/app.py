"""Puts the clinic together. The screens call its parts (`eligibility`, `dispensing` and so on); they are no part of this example."""

import logging
import signal
import sys
import threading
from collections.abc import Mapping

from clinic.alerts import Alerts
from clinic.counter.authorizations import Authorizations
from clinic.counter.claims import Claims
from clinic.counter.dispensing import Dispensing
from clinic.counter.eligibility import Eligibility
from clinic.counter.orders import SentOnce
from clinic.counter.prescriptions import Prescriptions
from clinic.counter.request_book import RequestBook
from clinic.counter.settlement_book import SettlementBook
from clinic.counter.settlements import Settlements
from clinic.counter.verification import Verification
from clinic.database import Database
from clinic.logs import log, open_log
from clinic.metrics import Metrics
from clinic.osigu.api import Api
from clinic.osigu.client import Client
from clinic.osigu.tokens import Tokens
from clinic.settings import settings_from
from clinic.webhooks.effects import Effects
from clinic.webhooks.receiver import Inbox, Receiver


class Clinic:
    """Open from the beginning of a `with` block to its end; SIGTERM ends the block."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        open_log(variables.get("LOG_LEVEL", "INFO"))
        settings = settings_from(variables)
        self._database = database = Database(settings.database_file)
        metrics = Metrics()
        api = Api(Client(settings.api_url, Tokens(settings, metrics)))
        requests, batches, sent = RequestBook(database), SettlementBook(database), SentOnce(database)
        verification = Verification(api, database)

        self.eligibility = Eligibility(api, database)
        self.authorizations = Authorizations(api, requests, self.eligibility, verification)
        self.dispensing = Dispensing(api, requests, database, self.eligibility, verification)
        self.prescriptions = Prescriptions(api, database, sent)
        self.claims = Claims(api, database, self.eligibility, sent)
        self.settlements = Settlements(api, database, batches, sent)
        self.effects = Effects(database, requests, batches)

        self._receiver = Receiver(settings, Inbox(settings, database, self.effects, metrics))
        self._alerts = Alerts(settings, metrics, requests)
        log(logging.INFO, "the clinic is open", port=settings.port, environment=settings.environment)

    def wait(self) -> None:
        threading.Event().wait()

    def __enter__(self) -> "Clinic":
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        return self

    def __exit__(self, *_: object) -> None:
        # What is under way may end; the database is closed last, so that nothing acknowledged is lost.
        self._receiver.close()
        self._alerts.close()
        self._database.close()
