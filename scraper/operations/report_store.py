"""`DATA/reports`: one JSON file a call, and the JSON Schema of them.

    reports/run-<id>.json           a report (`scraper.operations.run_report`)
    reports/run-<id>.lock           held by the process that works on the report
    reports/run-report.schema.json  the JSON Schema of a report

A report is written when its call begins and replaced when it ends. A report without an end whose
lock is free belongs to a process that was killed: the next call completes it.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import ValidationError

from output.versions.file_schemas import published_schemas
from schema.files import replace_file
from scraper.operations.run_report import RunOutcome, RunReport

SCHEMA_FILE = "run-report.schema.json"
# Three years of nightly calls; the archive's journals keep all requests for ever.
REPORTS_KEPT = 1100
# A report is begun so much later than its call at most; what lies further back is another clock.
_BEGINNING = timedelta(minutes=1)
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"run-(\d{8}T\d{6}Z(?:-\d{3})?)\.json")


def utc_now() -> str:
    """Return the present time in UTC, ISO 8601, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class ReportStore:
    """The reports of the data folder `data`. Writing raises OSError."""

    def __init__(self, data: Path) -> None:
        self.folder = data / "reports"

    def path(self, report_id: str) -> Path:
        """Return the path of the report with that id."""
        return self.folder / f"run-{report_id}.json"

    def ids(self) -> list[str]:
        """Return the ids of all reports, oldest first."""
        if not self.folder.is_dir():
            return []
        return sorted(m[1] for path in self.folder.iterdir() if (m := _NAME.fullmatch(path.name)))

    def begin(self) -> tuple[str, FileLock]:
        """Return a new id and its lock, held until released or until the process ends."""
        self.folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(published_schemas()["run_report"], ensure_ascii=False, indent=2)
        schema = f"{text}\n".encode()
        path = self.folder / SCHEMA_FILE
        if not path.exists() or path.read_bytes() != schema:
            replace_file(path, schema)
        report_id, ids = datetime.now(UTC).strftime(_STAMP), self.ids()
        if ids and report_id <= ids[-1]:  # the clock was set back: reports stand in their order
            report_id = _following(ids[-1])
        while True:
            lock = FileLock(self._lock_path(report_id))
            try:
                lock.acquire(timeout=0)
            except Timeout:
                report_id = _following(report_id)
                continue
            if not self.path(report_id).exists():
                return report_id, lock
            self.release(report_id, lock)
            report_id = _following(report_id)

    def save(self, report: RunReport) -> None:
        """Write or replace a report, whole and durable."""
        replace_file(self.path(report.id), report.to_json())

    def release(self, report_id: str, lock: FileLock) -> None:
        """Give the lock of a finished report back and remove its file."""
        self._lock_path(report_id).unlink(missing_ok=True)
        lock.release()

    def read(self, report_id: str) -> RunReport | None:
        """Return the report with that id; None when the file is damaged or of another program."""
        try:
            return RunReport.model_validate_json(self.path(report_id).read_bytes())
        except (OSError, ValidationError):
            return None

    def read_all(self) -> tuple[list[RunReport], list[str]]:
        """Return the readable reports, as `newest`, and the ids of the others, newest first."""
        readable, others = [], []
        for report_id in self.ids():
            if report := self.read(report_id):
                readable.append(self._as_is(report))
            elif self.path(report_id).exists():  # it was not removed meanwhile
                others.append(report_id)
        return _by_their_end(readable), others[::-1]

    def newest(self) -> Iterator[RunReport]:
        """Yield the readable reports: of calls at work, then of those that ended, the last first.

        A killed call's report says `killed`.
        """
        yield from self.read_all()[0]

    def complete_killed(self) -> list[RunReport]:
        """Complete the reports of killed calls and remove reports beyond the number kept."""
        completed = []
        for report_id in self.ids():
            report = self.read(report_id)
            if report is None or report.outcome is not RunOutcome.RUNNING:
                continue
            report = self._as_is(report)
            if report.outcome is RunOutcome.KILLED:
                self.save(report)
                self._lock_path(report_id).unlink(missing_ok=True)
                completed.append(report)
        for report_id in self.ids()[:-REPORTS_KEPT]:
            self.path(report_id).unlink(missing_ok=True)
        return completed

    def _as_is(self, report: RunReport) -> RunReport:
        """Return a report that says `running` as `killed` when no process holds its lock."""
        if report.outcome is not RunOutcome.RUNNING or self._is_held(report.id):
            return report
        reason = "the process ended without a word (kill, power cut, lack of memory)"
        return report.model_copy(
            update={"outcome": RunOutcome.KILLED, "ended": utc_now(), "reason": reason}
        )

    def _is_held(self, report_id: str) -> bool:
        """Return whether a living process holds the lock of a report."""
        path = self._lock_path(report_id)
        if not path.exists():
            return False
        lock = FileLock(path)
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            return True
        lock.release()
        return False

    def _lock_path(self, report_id: str) -> Path:
        return self.folder / f"run-{report_id}.lock"


def _by_their_end(reports: list[RunReport]) -> list[RunReport]:
    """Return reports, given in the order of their ids, with the call that ended last first.

    What was called after the clock was set back ended later than all before.
    """
    keys, turn = {}, 0
    for number, report in enumerate(reports):
        if number and _time(report.started) < _time(reports[number - 1].started) - _BEGINNING:
            turn += 1
        keys[report.id] = (report.ended is None, turn, report.ended or "", number)
    return sorted(reports, key=lambda report: keys[report.id], reverse=True)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _following(report_id: str) -> str:
    """Return the id behind `report_id` in order: its time with the next number, three digits."""
    stamp, _, number = report_id.partition("-")
    if number != "999":
        return f"{stamp}-{int(number or 0) + 1:03}"
    after = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC) + timedelta(seconds=1)
    return after.strftime(_STAMP)
