"""List runs that failed or stopped in `published/versions.json`, for consumers of the data."""

import logging
from pathlib import Path

from filelock import FileLock, Timeout

from output.versions.catalogue import Failure, read_versions
from output.versions.store import LOCK
from schema.errors import UnusableTarget
from schema.files import replace_file
from scraper.model.log_events import LogEvent, log
from scraper.operations.run_report import FAILED, RunOutcome, RunReport


def note_in_versions(data: Path, report: RunReport) -> None:
    """List a call that failed or stopped; a refused version is listed by publishing itself.

    A file that cannot be written or read is a warning: the call has its outcome already.
    """
    listed_elsewhere = report.outcome is RunOutcome.REFUSED and report.checks
    if report.outcome not in {*FAILED, RunOutcome.INCOMPLETE} or listed_elsewhere:
        return
    published = data / "published"
    quiet = report.verb == "fetch" or report.outcome is RunOutcome.UNUSABLE
    if quiet and not published.is_dir():
        return  # a folder without versions has no consumers
    path = published / "versions.json"
    summary = report.data
    failure = Failure(
        outcome=report.outcome.value,
        at=report.ended,
        reason=report.reason,
        report=f"run-{report.id}.json",
        scope=summary.scope if summary else None,
        records=summary.records if summary else None,
        pages=sum(summary.pages.values()) if summary else None,
        issues={issue.code: issue.count for issue in summary.issues} if summary else {},
    )
    try:
        published.mkdir(parents=True, exist_ok=True)
        with FileLock(published / LOCK, is_singleton=True).acquire(timeout=5):
            replace_file(path, read_versions(path).with_failure(failure).to_json())
    except OSError as error:
        log_not_written(path, error)
    except (Timeout, UnusableTarget) as error:
        log(LogEvent.REPORT_NOT_WRITTEN, level=logging.WARNING, path=str(path), reason=str(error))


def log_not_written(path: Path, error: OSError) -> None:
    """Warn that a report or list could not be written."""
    log(LogEvent.REPORT_NOT_WRITTEN, level=logging.WARNING, path=str(path), reason=error.strerror)
