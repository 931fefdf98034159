"""Everything that differs between environments, from one place: addresses, secrets and database change together or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

REQUIRED = ("OSIGU_API_URL", "OSIGU_TOKEN_URL", "OSIGU_ENVIRONMENT", "SECRETS_DIR")


@dataclass(frozen=True)
class Settings:
    host: str
    port: int
    api_url: str
    token_url: str
    environment: str
    """`sandbox` or `production`; events of the other one are not ours."""
    database_file: str
    secrets: Path
    alerts_url: str | None
    """Where alerts are posted; without it they are only logged."""
    alert_window: float
    """The span over which failures are counted, in seconds."""
    alert_overdue: float
    """How long a sponsor may take for a decision, in seconds."""

    def secret(self, name: str) -> str:
        """Read at each use and never kept: whoever mounts the files (an agent, the platform) replaces them while we run."""
        return (self.secrets / name).read_text(encoding="utf-8").strip()


def settings_from(variables: Mapping[str, str]) -> Settings:
    missing = [name for name in REQUIRED if not variables.get(name)]
    if missing:
        raise SystemExit(f"These environment variables are not set: {', '.join(missing)}.")
    environment = variables["OSIGU_ENVIRONMENT"]
    return Settings(
        host=variables.get("HOST", "127.0.0.1"),
        port=int(variables.get("PORT", "3000")),
        api_url=variables["OSIGU_API_URL"].rstrip("/"),
        token_url=variables["OSIGU_TOKEN_URL"],
        environment=environment,
        database_file=variables.get("DATABASE_FILE", f"clinic-{environment}.db"),
        secrets=Path(variables["SECRETS_DIR"]),
        alerts_url=variables.get("ALERTS_URL") or None,
        alert_window=float(variables.get("ALERT_WINDOW_SECONDS", "300")),
        alert_overdue=float(variables.get("ALERT_OVERDUE_SECONDS", "86400")),
    )
