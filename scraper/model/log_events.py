"""The log: one logger, `eduscol`, and a closed vocabulary of events (docs/operating.md).

A record carries its event's name, a message for people and named fields for programs. Where lines
go (terminal, standard error, a file of JSON lines) is decided by `scraper.cli.logs`.
"""

import logging
from enum import StrEnum
from typing import Any

LOGGER = "eduscol"


class LogEvent(StrEnum):
    """The names of events; they are part of the interface and change only with a release note."""

    CALL_STARTED = "call-started"
    CALL_ENDED = "call-ended"
    CALL_FAILED = "call-failed"
    STAGE_STARTED = "stage-started"
    STAGE_ENDED = "stage-ended"
    RUN_STARTED = "run-started"
    RUN_RESUMED = "run-resumed"
    RUN_STOPPED = "run-stopped"
    RUN_ENDED = "run-ended"
    ADDRESSES_FOUND = "addresses-found"
    PAGE_ASKED = "page-asked"
    ROBOTS_READ = "robots-read"
    SITEMAP_READ = "sitemap-read"
    SEEDS_READ = "seeds-read"
    SOURCE_ISSUE = "source-issue"
    LABEL_CHANGED = "label-changed"
    CHECK_FAILED = "check-failed"
    VERSION_PUBLISHED = "version-published"
    NOTHING_NEW = "nothing-new"
    REPORT_COMPLETED = "report-completed"
    REPORT_NOT_WRITTEN = "report-not-written"
    NOTIFIED = "notified"
    NOTIFY_FAILED = "notify-failed"
    VERSION_PRUNED = "version-pruned"
    VERSION_WITHDRAWN = "version-withdrawn"
    FILE_PUSHED = "file-pushed"
    LIBRARY_WARNING = "library-warning"


EVENT_TEXT = {
    LogEvent.CALL_STARTED: "a call of run, fetch or publish begins: verb, report",
    LogEvent.CALL_ENDED: "it ends: verb, report, outcome, reason",
    LogEvent.CALL_FAILED: "any verb ends with an error: reason, exit_code",
    LogEvent.STAGE_STARTED: "a stage begins: stage (sources, fetch, documents, read, publish)",
    LogEvent.STAGE_ENDED: "a stage ends: stage, seconds",
    LogEvent.RUN_STARTED: "a run in the archive begins: run, source",
    LogEvent.RUN_RESUMED: "a run that did not end goes on: run",
    LogEvent.RUN_STOPPED: "a run stops before its end: run, reason",
    LogEvent.RUN_ENDED: "every page of a run was asked: run",
    LogEvent.ADDRESSES_FOUND: "addresses became known: run, origin, count",
    LogEvent.PAGE_ASKED: "a page was asked: run, url, outcome, status, kind, detail",
    LogEvent.ROBOTS_READ: "robots.txt was read: run, url, status, detail",
    LogEvent.SITEMAP_READ: "a sitemap was read: run, url, status, detail",
    LogEvent.SEEDS_READ: "a file of addresses was read: run, url (its name in the archive)",
    LogEvent.SOURCE_ISSUE: "the file of a source was not fetched or is doubtful: url, reason",
    LogEvent.LABEL_CHANGED: "a line of the user's lexicon gives a known label another meaning",
    LogEvent.CHECK_FAILED: "a check failed: check, severity, explanation",
    LogEvent.VERSION_PUBLISHED: "a new version stands: version",
    LogEvent.NOTHING_NEW: "the data is that of the last version: version",
    LogEvent.REPORT_COMPLETED: "the report of a killed call was completed: report",
    LogEvent.REPORT_NOT_WRITTEN: "a report could not be written: path, reason",
    LogEvent.NOTIFIED: "a change of health was told: health, target",
    LogEvent.NOTIFY_FAILED: "a notifier or the heartbeat failed: target, reason",
    LogEvent.VERSION_PRUNED: "a version was removed: version",
    LogEvent.VERSION_WITHDRAWN: "a version was withdrawn: version, reason",
    LogEvent.FILE_PUSHED: "a file was copied to a target: path",
    LogEvent.LIBRARY_WARNING: "a library warns: logger",
}


def is_logged(level: int) -> bool:
    """Return whether events of a level are written anywhere."""
    return logging.getLogger(LOGGER).isEnabledFor(level)


def log(
    event: LogEvent, message: str | None = None, *, level: int = logging.DEBUG, **fields: Any
) -> None:
    """Log an event with its fields; without a message the fields are the message."""
    logger = logging.getLogger(LOGGER)
    if not logger.isEnabledFor(level):
        return
    given = {name: value for name, value in fields.items() if value is not None}
    text = message or " ".join([event.value, *(f"{k}={v}" for k, v in given.items())])
    logger.log(level, "%s", text, extra={"event": event.value, "fields": given})
