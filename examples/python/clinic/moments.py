from datetime import UTC, datetime


def moment_of(text: object) -> float | None:
    """A moment as Osigu writes it, in seconds since 1970; `None` where there is none to be read."""
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
