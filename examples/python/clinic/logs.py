"""Logs: one JSON object a line on standard error, with facts that were chosen one by one. Requests, headers and people are never among them."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

_log = logging.getLogger("clinic")


class _AsJson(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return json.dumps({"at": at, "level": record.levelname.lower(), "message": record.getMessage(), **getattr(record, "facts", {})})


def open_log(level: str = "INFO") -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_AsJson())
    _log.handlers[:] = [handler]
    _log.setLevel(level)
    _log.propagate = False


def log(level: int, message: str, **facts: Any) -> None:
    _log.log(level, message, extra={"facts": facts})


def log_mistake(message: str, mistake: BaseException) -> None:
    """A mistake of this program: where it happened. Its text may quote what somebody entered, and is left out."""
    frames = traceback.extract_tb(mistake.__traceback__)
    log(logging.ERROR, message, mistake=type(mistake).__name__, place=[f"{frame.filename}:{frame.lineno}" for frame in frames[-3:]])
