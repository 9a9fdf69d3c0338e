"""Notify once when the health of a data folder changes; request a heartbeat after good runs.

A folder that fails for another cause than before has changed too.
`reports/health.json` holds the health and the cause of the last notice. A notifier that fails is
logged and tried again by the next call; it never changes the outcome of the call.
"""

import logging
import os
import re
import shlex
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from schema.files import replace_file
from schema.secrets import masked
from scraper.model.log_events import LogEvent, log
from scraper.operations.notify_settings import NotifySettings, import_apprise
from scraper.operations.status_model import Health, Status
from scraper.operations.status_text import status_text

COMMAND_SECONDS = 60
HEARTBEAT_SECONDS = 10.0


class _Told(BaseModel):
    """The health of the last notice, and the name of its cause."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    health: Health = Health.HEALTHY
    cause: str | None = None
    at: str | None = None


def tell_change(data: Path, settings: NotifySettings, status: Status) -> bool:
    """Notify when health or cause differ from the last notice; return whether one was sent."""
    path = data / "reports" / "health.json"
    before, cause = _read(path), _cause(status)
    if (status.health, cause) == (before.health, before.cause):
        return False
    title, body = _message(data, status, before.health)
    notifiers = _notifiers(settings, status)
    # every notifier is tried, even after one failed
    results = [_attempt(target, send, title, body) for target, send in notifiers]
    if not any(results):  # a call that has nobody to tell leaves it to one that has
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        state = _Told(health=status.health, cause=cause, at=status.checked_at)
        replace_file(path, (state.model_dump_json() + "\n").encode())
    except OSError as error:
        log(LogEvent.REPORT_NOT_WRITTEN, level=logging.WARNING, path=str(path),
            reason=error.strerror)  # fmt: skip
    return True


def _cause(status: Status) -> str | None:
    """Return the name of the first cause of failing: of a check or an outcome, without numbers."""
    if status.health is not Health.FAILING or not status.causes:
        return None
    return re.sub(r"\d+", "", status.causes[0].en.partition(": ")[0])


def beat(settings: NotifySettings) -> None:
    """Ask the heartbeat address, when there is one: the run was good."""
    if settings.heartbeat:
        target = _host(settings.heartbeat)
        _attempt(target, lambda *_: _ask(settings.heartbeat), "", "")


Send = Callable[[str, str], None]


def _notifiers(settings: NotifySettings, status: Status) -> list[tuple[str, Send]]:
    """Return the notifiers, each with a name that holds no secret."""
    notifiers: list[tuple[str, Send]] = []
    if settings.command:
        arguments = shlex.split(settings.command)
        notifiers.append((masked(arguments[0]), partial(_run, arguments, status)))
    for address in settings.addresses:
        notifiers.append((_host(address), partial(_send, address)))
    return notifiers


def _attempt(target: str, send: Send, title: str, body: str) -> bool:
    """Call a notifier; return whether it worked. Whatever it raises is logged, without secrets."""
    try:
        send(title, body)
    except Exception as error:  # noqa: BLE001  a notifier may fail in any way: it is not the run
        reason = type(error).__name__
        if isinstance(error, subprocess.CalledProcessError):
            reason = f"exit code {error.returncode}"
        log(LogEvent.NOTIFY_FAILED, f"notifier {target} failed: {reason}", level=logging.WARNING,
            target=target, reason=reason)  # fmt: skip
        return False
    log(LogEvent.NOTIFIED, level=logging.INFO, target=target)
    return True


def _message(data: Path, status: Status, before: Health) -> tuple[str, str]:
    change = f"{before.value} -> {status.health.value}"
    if before is status.health:
        change = f"still {before.value}, for another cause"
    title = f"eduscol {data.resolve().name}: {change}"
    return title, status_text(status, data)


def _run(arguments: list[str], status: Status, title: str, body: str) -> None:
    """Run the command with the text on standard input and the facts in its environment."""
    facts = {
        "EDUSCOL_HEALTH": status.health.value,
        "EDUSCOL_TITLE": title,
        "EDUSCOL_HEADLINE": status.headline.en,
    }
    subprocess.run(
        arguments,
        input=body.encode(),
        env=os.environ | facts,
        timeout=COMMAND_SECONDS,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _send(address: str, title: str, body: str) -> None:
    apprise = import_apprise()
    if apprise is None:
        raise RuntimeError("apprise is not installed")
    notifier = apprise.Apprise()
    if not notifier.add(address) or not notifier.notify(title=title, body=body):
        raise RuntimeError("not delivered")


def _ask(address: str) -> None:
    import httpx

    httpx.get(address, timeout=HEARTBEAT_SECONDS, follow_redirects=True).raise_for_status()


def _host(address: str) -> str:
    """Return scheme and host of an address: the rest may be a secret.

    With the schemes of messengers a token stands in the place of the host.
    """
    parts = urlsplit(address)
    host = parts.hostname if parts.scheme in ("http", "https", "mailto", "mailtos") else None
    return f"{parts.scheme}://{host or '…'}"


def _read(path: Path) -> _Told:
    try:
        return _Told.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return _Told()
