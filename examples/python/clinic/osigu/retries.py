import random
import time
from collections.abc import Callable
from typing import TypeVar

from clinic.osigu.faults import OsiguFault

T = TypeVar("T")

RETRIES = 3
"""Attempts after the first: enough for a restart over there, few enough for a clerk who waits."""
FIRST_PAUSE = 0.5
PATIENCE = 20
"""The longest wait that the provider may ask for, in seconds. If it asks for more, the clerk is told at once."""


def with_retries(attempt: Callable[[], T]) -> T:
    """The only layer that repeats calls."""
    for retry in range(RETRIES):
        try:
            return attempt()
        except OsiguFault as fault:
            if not fault.may_repeat or fault.retry_after > PATIENCE:
                raise
            time.sleep(pause_before(retry, fault.retry_after))
    return attempt()


def pause_before(retry: int, asked: float) -> float:
    """Doubles from half a second, with jitter so that clinics do not come back in step; never shorter than the provider asks."""
    return max(asked, FIRST_PAUSE * 2**retry * random.uniform(0.5, 1.5))
