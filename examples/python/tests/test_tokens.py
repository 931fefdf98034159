import json
import tempfile
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from provider import Provider

from clinic.logs import open_log
from clinic.metrics import Metrics
from clinic.osigu.faults import OsiguFault
from clinic.osigu.tokens import Tokens
from clinic.settings import settings_from

OK = (200, {})


class TokenTests(unittest.TestCase):
    def setUp(self):
        open_log("CRITICAL")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.secrets = Path(folder.name)
        (self.secrets / "client_id").write_text("clinic")
        (self.secrets / "client_secret").write_text("a:b\n")

    def tokens_of(self, *answers: tuple[int, dict] | None, lifetime: float = 3600) -> tuple[Provider, Tokens]:
        provider = Provider(*answers, body=json.dumps({"access_token": "first", "expires_in": lifetime}).encode())
        self.addCleanup(provider.close)
        addresses = {"OSIGU_API_URL": provider.url, "OSIGU_TOKEN_URL": provider.url}
        settings = settings_from({**addresses, "OSIGU_ENVIRONMENT": "sandbox", "SECRETS_DIR": str(self.secrets)})
        return provider, Tokens(settings, Metrics())

    def test_whoever_asks_at_the_same_moment_waits_for_the_same_request(self):
        provider, tokens = self.tokens_of((503, {}), OK)
        with ThreadPoolExecutor(8) as clerks:
            self.assertEqual({*clerks.map(lambda _: tokens.get(), range(8))}, {"first"})
        self.assertEqual(len(provider.seen), 2)

    def test_the_pair_is_encoded_as_the_standard_asks(self):
        provider, tokens = self.tokens_of(OK)
        tokens.get()
        self.assertEqual([bearer for _, bearer, _ in provider.seen], ["Basic Y2xpbmljOmElM0Fi"])

    def test_only_the_token_that_was_refused_is_dropped(self):
        provider, tokens = self.tokens_of(OK)
        tokens.get()
        tokens.discard("an older one")
        tokens.get()
        self.assertEqual(len(provider.seen), 1)
        tokens.discard("first")
        tokens.get()
        self.assertEqual(len(provider.seen), 2)

    def test_a_closed_endpoint_is_left_alone_until_it_may_be_asked_again(self):
        provider, tokens = self.tokens_of((429, {"Retry-After": "30"}))
        for _ in range(3):
            with self.assertRaises(OsiguFault) as caught:
                tokens.get()
            self.assertEqual(caught.exception.kind, "busy")
        self.assertEqual(len(provider.seen), 1)

    def test_a_token_is_renewed_before_it_ends_and_nobody_waits_for_that(self):
        provider, tokens = self.tokens_of(OK, lifetime=0.3)
        tokens.get()
        time.sleep(0.26)
        self.assertEqual(tokens.get(), "first")
        provider.seen_at_least(2)
