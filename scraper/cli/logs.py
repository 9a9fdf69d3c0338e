"""Where log lines go: short lines on a terminal, warnings on standard error off it, and a file.

Off a terminal nothing is written on a good night, because cron mails the output of a job.
`--log-file` gets every event as one JSON object a line: `at` (UTC), `level`, `event`, `message`
and the fields of the event (`scraper.model.log_events`).
"""

import json
import logging
import sys
from contextlib import suppress
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import Any

from scraper.cli.say import say
from scraper.model.log_events import LOGGER, LogEvent
from scraper.model.terminal import printable

LEVELS = ("debug", "info", "warning", "error")
_CONSOLE, _QUIET, _FILE = "eduscol-console", "eduscol-quiet", "eduscol-file"


class _Lines(logging.Formatter):
    """`warning    message`, as the summary's lines are laid out."""

    def format(self, record: logging.LogRecord) -> str:
        severity = getattr(record, "fields", {}).get("severity") or record.levelname.lower()
        return f"{severity:10} {printable(record.getMessage())}"


class _JsonLines(logging.Formatter):
    """One JSON object a record."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {
            "at": at.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "event": getattr(record, "event", LogEvent.LIBRARY_WARNING.value),
            "message": record.getMessage(),
        }
        line |= getattr(record, "fields", {"logger": record.name})
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class _StandardError(logging.Handler):
    """Writes to the present `sys.stderr`, which a progress bar may have replaced."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            sys.stderr.write(self.format(record) + "\n")
        except (OSError, ValueError):
            self.handleError(record)


class _LogFile(WatchedFileHandler):
    """Appends to a file. That it cannot be written is told once; the call goes on."""

    _is_told = False

    def emit(self, record: logging.LogRecord) -> None:
        try:
            super().emit(record)
        except OSError:  # of opening a file that was moved away
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:
        error = sys.exception()
        if not isinstance(error, OSError):
            super().handleError(record)
        elif not self._is_told:
            self._is_told = True
            name, reason = self.baseFilename, error.strerror or type(error).__name__
            say(f"eduscol: the log {name} cannot be written: {reason}; the call goes on", err=True)

    def close(self) -> None:
        with suppress(OSError):  # what could not be written was told
            super().close()


class _OthersWarn(logging.Filter):
    """Lets every record of ours pass, and of other loggers warnings and errors."""

    def filter(self, record: logging.LogRecord) -> bool:
        ours = record.name == LOGGER or record.name.startswith(f"{LOGGER}.")
        return ours or record.levelno >= logging.WARNING


def set_up_logs() -> None:
    """Write log lines to standard error: from `info` on a terminal, else from `warning`."""
    logger, root = logging.getLogger(LOGGER), logging.getLogger()
    logger.setLevel(logging.DEBUG)
    for owner, names in ((logger, {_CONSOLE}), (root, {_QUIET, _FILE})):
        for old in [handler for handler in owner.handlers if handler.name in names]:
            owner.removeHandler(old)
            old.close()
    # Libraries warn about single documents (pypdf); their lines belong into the file alone.
    quiet = logging.NullHandler()
    quiet.name = _QUIET
    root.addHandler(quiet)
    handler = _StandardError(logging.INFO if sys.stderr.isatty() else logging.WARNING)
    handler.setFormatter(_Lines())
    handler.name = _CONSOLE
    logger.addHandler(handler)


def set_level(name: str) -> None:
    """Set the level of the lines on standard error."""
    for handler in logging.getLogger(LOGGER).handlers:
        if handler.name == _CONSOLE:
            handler.setLevel(name.upper())


def add_log_file(path: Path) -> None:
    """Append every event to the file `path`, which a log rotation may move away.

    `UnusableTarget` when it cannot be written.
    """
    from schema.errors import UnusableTarget  # after the check that the package is ours

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(path, encoding="utf-8", errors="replace")
    except OSError as error:
        raise UnusableTarget(
            f"--log-file {path}: {error.strerror}; name a file in a folder that can be written"
        ) from None
    handler.name = _FILE
    handler.setFormatter(_JsonLines())
    handler.addFilter(_OthersWarn())
    logging.getLogger().addHandler(handler)
