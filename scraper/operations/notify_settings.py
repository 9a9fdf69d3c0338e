"""The table `[notify]` of the configuration."""

import shlex
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from schema.errors import UnusableInput, install


class NotifySettings(BaseModel):
    """Settings of the notice of a change of health.

    `command`: run with the text on standard input. `addresses`: for apprise. `heartbeat`: asked
    after a good run. `held_back_above`: more held-back pages than that cause a notice.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    command: str = ""
    addresses: list[str] = []
    heartbeat: str = ""
    held_back_above: int = 0

    def check(self) -> None:
        """Raise `UnusableInput` for settings that could not be used when they are needed."""
        if self.addresses and import_apprise() is None:
            raise UnusableInput(
                f"[notify] addresses: the extra notify is not installed; {install('apprise')}, or "
                "use command"
            )
        if self.heartbeat and urlsplit(self.heartbeat).scheme not in ("http", "https"):
            raise UnusableInput("[notify] heartbeat: not an http(s) address")
        try:
            shlex.split(self.command)
        except ValueError as error:
            raise UnusableInput(f"[notify] command: {error}") from None


def import_apprise() -> Any:
    """Return the module apprise, or None when the extra `notify` is not installed."""
    try:
        import apprise
    except ImportError:
        return None
    return apprise
