import unittest

from provider import Provider

from clinic.logs import open_log
from clinic.osigu.client import Client, settle
from clinic.osigu.faults import OsiguFault


class Tokens:
    number = 1

    def get(self) -> str:
        return f"token-{self.number}"

    def discard(self, _: str) -> None:
        self.number += 1


OK = (200, {})


class ClientTests(unittest.TestCase):
    def setUp(self):
        open_log("CRITICAL")

    def client_of(self, *answers: tuple[int, dict] | None) -> tuple[Provider, Client]:
        provider = Provider(*answers)
        self.addCleanup(provider.close)
        return provider, Client(provider.url, Tokens())

    def fault_of(self, call) -> OsiguFault:
        with self.assertRaises(OsiguFault) as caught:
            call()
        return caught.exception

    def test_a_read_is_repeated_after_a_503_and_not_before_the_time_that_was_asked_for(self):
        provider, client = self.client_of((503, {"Retry-After": "1"}), OK)
        self.assertEqual(client.get("/x"), {"id": "1"})
        first, second = [at for _, _, at in provider.seen]
        self.assertGreaterEqual(second - first, 1)

    def test_a_refusal_is_final(self):
        provider, client = self.client_of((422, {}))
        self.assertEqual(self.fault_of(lambda: client.get("/x")).kind, "refused")
        self.assertEqual(len(provider.seen), 1)

    def test_a_refused_token_is_replaced_once(self):
        provider, client = self.client_of((401, {}))
        self.assertEqual(self.fault_of(lambda: client.get("/x")).kind, "credentials")
        self.assertEqual([bearer for _, bearer, _ in provider.seen], ["Bearer token-1", "Bearer token-2"])

    def test_a_wish_to_stay_away_for_long_is_told_at_once(self):
        provider, client = self.client_of((429, {"Retry-After": "3600"}))
        self.assertEqual(self.fault_of(lambda: client.get("/x")).kind, "busy")
        self.assertEqual(len(provider.seen), 1)

    def test_a_write_whose_answer_got_lost_is_looked_up_and_not_sent_again_where_it_was_done(self):
        provider, client = self.client_of(None, OK)
        self.assertEqual(settle(lambda: client.post("/x"), lambda: client.get("/x")), {"id": "1"})
        self.assertEqual([method for method, _, _ in provider.seen], ["POST", "GET"])

    def test_a_write_that_was_not_done_is_sent_once_more(self):
        provider, client = self.client_of(None, OK)
        self.assertEqual(settle(lambda: client.post("/x"), lambda: None), {"id": "1"})
        self.assertEqual([method for method, _, _ in provider.seen], ["POST", "POST"])

    def test_where_looking_does_not_help_either_it_stays_uncertain(self):
        _, client = self.client_of(None, (404, {}))
        self.assertEqual(self.fault_of(lambda: settle(lambda: client.post("/x"), lambda: client.get("/x"))).kind, "uncertain")

    def test_every_page_of_a_list_is_read(self):
        pages = {0: {"content": [1, 2], "page": {"total_pages": 2}}, 1: {"content": [3], "page": {"total_pages": 2}}}
        client = Client("", Tokens())
        client.get = lambda path, page: pages[page]
        self.assertEqual(list(client.pages("/x")), [1, 2, 3])
