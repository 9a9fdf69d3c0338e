"""Record one call of `run`, `fetch` or `publish` as a run report, however the call ends."""

import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from filelock import FileLock
from pydantic import JsonValue

from output.checks.check_result import Check, FailedChecks
from output.dataset.dataset import Dataset
from output.publish.publish import Published
from schema.errors import Busy, EduscolError, ProgramFault, RefusedToPublish, TryLater
from schema.files import refuse_dangling
from schema.referential import SCHEMA_VERSION
from schema.secrets import masked
from scraper.model.exit_codes import EXIT_BUG, EXIT_CHECK_FAILED, EXIT_LATER, EXIT_USAGE
from scraper.model.log_events import LogEvent, log
from scraper.operations.data_report import change_counts, data_report
from scraper.operations.failed_runs import log_not_written, note_in_versions
from scraper.operations.pull_origin import refuse_pulled
from scraper.operations.report_store import ReportStore, utc_now
from scraper.operations.run_report import (
    CheckReport,
    CrawlReport,
    MovedHostReport,
    RunOutcome,
    RunReport,
)

if TYPE_CHECKING:  # the crawler and its libraries take long to import
    from scraper.crawl.fetch_options import FetchReport

Verb = Literal["run", "fetch", "publish"]
# Names of which at least one stands in a folder that a call has used.
_DATA_FOLDER = ("archive", "published", "reports", "lock")
# Those that may be links to other disks.
_FOLDERS = ("archive", "published", "reports", "sources", "documents")
EXIT_CODES = {
    RunOutcome.PUBLISHED: 0,
    RunOutcome.NOTHING_NEW: 0,
    RunOutcome.FETCHED: 0,
    RunOutcome.INCOMPLETE: EXIT_LATER,
    RunOutcome.UNAVAILABLE: EXIT_LATER,
    RunOutcome.BUSY: EXIT_LATER,
    RunOutcome.REFUSED: EXIT_CHECK_FAILED,
    RunOutcome.UNUSABLE: EXIT_USAGE,
    RunOutcome.FAULT: EXIT_BUG,
}


class RunRecorder:
    """Collects the facts of one call; `report` is their present state."""

    def __init__(self, data: Path, report: RunReport) -> None:
        self._data = data
        self._store = ReportStore(data)
        self._lock: FileLock | None = None
        self._is_unavailable = self._is_told = False
        self.report = report
        self._begin()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure the seconds of a stage, also of one that fails."""
        self._begin()
        log(LogEvent.STAGE_STARTED, stage=name)
        began = time.monotonic()
        try:
            yield
        finally:
            seconds = round(time.monotonic() - began, 3)
            total = self.report.durations.get(name, 0) + seconds
            self._update(durations={**self.report.durations, name: round(total, 3)})
            log(LogEvent.STAGE_ENDED, stage=name, seconds=seconds)

    def crawled(self, fetched: "FetchReport") -> None:
        """Add the outcome of requesting pages."""
        self._is_unavailable = fetched.unavailable
        self._update(crawl=_crawl_report(fetched))

    def fetched_documents(self, fetched: "FetchReport") -> None:
        """Add the outcome of requesting the documents that pages link to."""
        self._is_unavailable |= fetched.unavailable
        self._update(documents=_crawl_report(fetched))

    def read(self, dataset: Dataset) -> None:
        """Add the dataset that is to be published."""
        latest = self._data / "published" / "latest"
        last = latest if latest.is_dir() else None
        self._update(data=data_report(dataset, last))

    def published(self, result: Published) -> None:
        """Add the version that was published or confirmed."""
        outcome = RunOutcome.PUBLISHED if result.new else RunOutcome.NOTHING_NEW
        changes = change_counts(result.folder, result.version) if result.new else {}
        self._checked(result.checks)
        self._update(outcome=outcome, version=result.version, changes=changes)

    def failed(self, error: BaseException) -> None:
        """Add the error that ends the call."""
        reason = masked(str(error)) or type(error).__name__
        outcome = RunOutcome.FAULT
        match error:
            case FailedChecks():
                outcome = RunOutcome.REFUSED
                self._checked(error.checks)
                reason = "; ".join(f"{check.name}: {check.explanation}" for check in error.failed)
            case RefusedToPublish():
                outcome = RunOutcome.REFUSED
            case Busy():
                outcome = RunOutcome.BUSY
            case TryLater():
                outcome = RunOutcome.UNAVAILABLE if self._is_unavailable else RunOutcome.INCOMPLETE
            case ProgramFault():
                pass
            case EduscolError() | OSError():
                outcome = RunOutcome.UNUSABLE
            case _:
                reason = f"{type(error).__name__}: {reason}"
        self._update(outcome=outcome, reason=reason)

    def stopped(self, signal: str) -> None:
        """Complete the report of a call that a signal ends at once."""
        self._update(outcome=RunOutcome.INCOMPLETE, reason=f"stopped by {signal}")
        self.ended()

    @property
    def is_written(self) -> bool:
        """Return whether the report has a file: the data folder exists and can be written."""
        return self._lock is not None

    def ended(self) -> None:
        """Complete the report: a call that published nothing and did not fail has fetched."""
        self._begin()
        outcome = self.report.outcome
        if outcome is RunOutcome.RUNNING:
            outcome = RunOutcome.FETCHED
        self._update(outcome=outcome, ended=utc_now(), exit_code=EXIT_CODES[outcome])
        if self._lock:
            self._save()
            self._store.release(self.report.id, self._lock)
            note_in_versions(self._data, self.report)
        log(
            LogEvent.CALL_ENDED,
            verb=self.report.verb,
            report=self.report.id,
            outcome=outcome.value,
            reason=self.report.reason,
        )

    def _begin(self) -> None:
        """Complete the reports of killed calls, and write the report of this one.

        Nothing is written before the folder holds data.
        """
        if self._lock or not any((self._data / name).exists() for name in _DATA_FOLDER):
            return
        try:
            for killed in self._store.complete_killed():
                log(LogEvent.REPORT_COMPLETED, level=logging.INFO, report=killed.id)
                note_in_versions(self._data, killed)
            report_id, self._lock = self._store.begin()
        except OSError as error:
            if not self._is_told:  # each stage tries again: there may be room by then
                log_not_written(self._store.folder, error)
            self._is_told = True
            return
        self._update(id=report_id)
        self._save()

    def _save(self) -> None:
        try:
            self._store.save(self.report)
        except OSError as error:
            log_not_written(self._store.path(self.report.id), error)

    def _checked(self, checks: tuple[Check, ...]) -> None:
        self._update(
            checks=tuple(
                CheckReport(
                    name=check.name,
                    level=check.level,
                    passed=check.passed,
                    observed=check.observed,
                    bound=check.bound,
                    explanation=check.explanation,
                )
                for check in checks
            )
        )

    def _update(self, **values: Any) -> None:
        self.report = self.report.model_copy(update=values)


def _crawl_report(fetched: "FetchReport") -> CrawlReport:
    return CrawlReport(
        run=fetched.run,
        source=fetched.source,
        known=fetched.known,
        waiting=fetched.waiting,
        asked=fetched.outcomes,
        failures=fetched.failures,
        statuses=fetched.statuses,
        moved=tuple(MovedHostReport(**host._asdict()) for host in fetched.moved),
        issues=fetched.issues,
        requests=fetched.requests,
        bytes=fetched.bytes_received,
        stopped=fetched.later,
    )


@contextmanager
def recorded(data: Path, verb: Verb, options: Mapping[str, Any]) -> Iterator[RunRecorder]:
    """Record a call in `data/reports`; errors are recorded and raised again.

    A data folder is never made here: a call whose options are refused leaves nothing behind. So
    does one in a folder whose versions were pulled (`UnusableTarget`): no later call could make
    its status good again. A report that cannot be written is a warning.
    """
    refuse_pulled(data / "published")
    started = utc_now()
    recorder = RunRecorder(
        data,
        RunReport(
            id=started.replace("-", "").replace(":", ""),
            verb=verb,
            started=started,
            code=version("eduscol-referentials"),
            schema_version=SCHEMA_VERSION,
            options={name: _plain(value) for name, value in sorted(options.items())},
        ),
    )
    log(LogEvent.CALL_STARTED, verb=verb, report=recorder.report.id)
    try:
        refuse_dangling([data, *(data / name for name in _FOLDERS)])
        yield recorder
    except BaseException as error:
        recorder.failed(error)
        raise
    finally:
        recorder.ended()


def _plain(value: Any) -> JsonValue:
    """Return an option's value as JSON, secrets in addresses masked."""
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return masked(str(value))
