import threading
import time
from collections import deque

KEPT = 1_000


class Metrics:
    """Counts what somebody has to be told of, with the moment of each."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._moments: dict[str, deque[float]] = {"token_failures": deque(maxlen=KEPT), "webhook_errors": deque(maxlen=KEPT)}

    def count(self, name: str) -> None:
        with self._turn:
            self._moments[name].append(time.monotonic())

    def lately(self, name: str, seconds: float) -> int:
        """How many there were in the last so many seconds."""
        begin = time.monotonic() - seconds
        with self._turn:
            return sum(moment >= begin for moment in self._moments[name])
