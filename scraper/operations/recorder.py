"""Record one call of `run`, `fetch` or `publish` as a run report, however the call ends."""

import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from pydantic import JsonValue

from output.checks.checks import Check, FailedChecks
from output.dataset.dataset import Build
from output.publish.publish import Published
from schema.errors import Busy, EduscolError, RefusedToPublish, TryLater
from schema.referential import SCHEMA_VERSION
from scraper.crawl.options import FetchReport
from scraper.model.log_events import LogEvent, log
from scraper.model.secrets import masked
from scraper.operations.data_report import change_counts, data_report
from scraper.operations.report_store import ReportStore, utc_now
from scraper.operations.run_report import CheckReport, CrawlReport, RunOutcome, RunReport

Verb = Literal["run", "fetch", "publish"]
EXIT_CODES = {
    RunOutcome.PUBLISHED: 0,
    RunOutcome.NOTHING_NEW: 0,
    RunOutcome.FETCHED: 0,
    RunOutcome.INCOMPLETE: 75,
    RunOutcome.UNAVAILABLE: 75,
    RunOutcome.BUSY: 75,
    RunOutcome.REFUSED: 4,
    RunOutcome.UNUSABLE: 2,
    RunOutcome.FAULT: 1,
}


class Recorder:
    """Collects the facts of one call; `report` is their present state."""

    def __init__(self, data: Path, report: RunReport) -> None:
        self._latest = data / "published" / "latest"
        self._is_unavailable = False
        self.report = report

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure the seconds of a stage, also of one that fails."""
        log(LogEvent.STAGE_STARTED, stage=name)
        began = time.monotonic()
        try:
            yield
        finally:
            seconds = round(time.monotonic() - began, 3)
            total = self.report.durations.get(name, 0) + seconds
            self._update(durations={**self.report.durations, name: round(total, 3)})
            log(LogEvent.STAGE_ENDED, stage=name, seconds=seconds)

    def crawled(self, fetched: FetchReport) -> None:
        """Take in the asking of pages."""
        self._is_unavailable = fetched.unavailable
        self._update(
            crawl=CrawlReport(
                run=fetched.run,
                source=fetched.source,
                known=fetched.known,
                waiting=fetched.waiting,
                asked=fetched.outcomes,
                failures=fetched.failures,
                issues=fetched.issues,
                requests=fetched.requests,
                bytes=fetched.bytes_received,
                stopped=fetched.later,
            )
        )

    def read(self, dataset: Build) -> None:
        """Take in the dataset that is to be published."""
        last = self._latest if self._latest.is_dir() else None
        self._update(data=data_report(dataset, last))

    def published(self, result: Published) -> None:
        """Take in the version that was published or confirmed."""
        outcome = RunOutcome.PUBLISHED if result.new else RunOutcome.NOTHING_NEW
        changes = change_counts(result.folder, result.version) if result.new else {}
        self._checked(result.checks)
        self._update(outcome=outcome, version=result.version, changes=changes)

    def failed(self, error: BaseException) -> None:
        """Take in the error that ends the call."""
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
            case EduscolError() | OSError():
                outcome = RunOutcome.UNUSABLE
            case _:
                reason = f"{type(error).__name__}: {reason}"
        self._update(outcome=outcome, reason=reason)

    def ended(self) -> None:
        """Complete the report: a call that published nothing and did not fail has fetched."""
        outcome = self.report.outcome
        if outcome is RunOutcome.RUNNING:
            outcome = RunOutcome.FETCHED
        self._update(outcome=outcome, ended=utc_now(), exit_code=EXIT_CODES[outcome])

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


@contextmanager
def recorded(data: Path, verb: Verb, options: Mapping[str, Any]) -> Iterator[Recorder]:
    """Record a call in `data/reports`; errors are recorded and raised again.

    A report that cannot be written is a warning: it never changes the outcome of the call.
    """
    store = ReportStore(data)
    report_id, lock = "", None
    try:
        store.complete_killed()
        report_id, lock = store.begin()
    except OSError as error:
        _not_written(store.folder, error)
    recorder = Recorder(
        data,
        RunReport(
            id=report_id or "unwritten",
            verb=verb,
            started=utc_now(),
            code=version("eduscol-referentials"),
            schema_version=SCHEMA_VERSION,
            options={name: _plain(value) for name, value in sorted(options.items())},
        ),
    )
    if lock:
        _save(store, recorder.report)
    log(LogEvent.CALL_STARTED, verb=verb, report=recorder.report.id)
    try:
        yield recorder
    except BaseException as error:
        recorder.failed(error)
        raise
    finally:
        recorder.ended()
        log(
            LogEvent.CALL_ENDED,
            level=logging.INFO,
            verb=verb,
            report=recorder.report.id,
            outcome=recorder.report.outcome.value,
            reason=recorder.report.reason,
        )
        if lock:
            _save(store, recorder.report)
            store.release(report_id, lock)


def _save(store: ReportStore, report: RunReport) -> None:
    try:
        store.save(report)
    except OSError as error:
        _not_written(store.path(report.id), error)


def _not_written(path: Path, error: OSError) -> None:
    log(LogEvent.REPORT_NOT_WRITTEN, level=logging.WARNING, path=str(path), reason=error.strerror)


def _plain(value: Any) -> JsonValue:
    """Return an option's value as JSON, secrets in addresses masked."""
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return masked(str(value))
