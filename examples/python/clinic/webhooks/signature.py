import hashlib
import hmac
import re

TOLERANCE = 300
"""In seconds, to either side."""


def is_genuine(header: str | None, body: bytes, secret: str, now: float) -> bool:
    """
    Whether Osigu has signed exactly these bytes with this secret, and lately: `t=<seconds>,v1=<hex>`, with several `v1` while the
    secret is being replaced, any of which may be the good one.
    """
    parts = [part.strip().partition("=") for part in (header or "").split(",")]
    times = [value for name, _, value in parts if name == "t"]
    # Plain digits only: \d would take those of every script.
    if len(times) != 1 or not re.fullmatch("[0-9]{1,12}", times[0]) or abs(now - int(times[0])) > TOLERANCE:
        return False
    expected = hmac.new(secret.encode(), f"{times[0]}.".encode() + body, hashlib.sha256).hexdigest().encode()
    # As bytes, for of texts compare_digest takes ASCII only; and all of them, so that the time tells nothing.
    values = [value.lower().encode() for name, _, value in parts if name == "v1"]
    return any([hmac.compare_digest(value, expected) for value in values])
