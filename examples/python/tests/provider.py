import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Provider:
    """
    Gives these answers, each a status and headers, one after the other, and the last one again and again; `None` cuts the connection.
    `seen` holds what it was asked: method, Authorization, and when.
    """

    def __init__(self, *answers: tuple[int, dict] | None, body: bytes = b'{"id": "1"}') -> None:
        self.seen: list[tuple[str, str, float]] = []
        provider = self

        class Request(BaseHTTPRequestHandler):
            def do_GET(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                provider.seen.append((self.command, self.headers["Authorization"], time.monotonic()))
                answer = answers[min(len(provider.seen), len(answers)) - 1]
                if answer is None:
                    return
                status, headers = answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Request)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def seen_at_least(self, requests: int) -> None:
        """Waits for as many, five seconds at most."""
        until = time.monotonic() + 5
        while len(self.seen) < requests:
            assert time.monotonic() < until, f"{len(self.seen)} requests came"
            time.sleep(0.01)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
