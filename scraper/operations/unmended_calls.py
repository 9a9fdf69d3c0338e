"""Find the calls that failed and that no later call has mended.

A call asks the site, publishes, or does both. What failed stands until a later call has done the
same well: who publishes says nothing of the site, and who stops early nothing of the data.
"""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from scraper.model.response import WITH_CONTENT
from scraper.operations.run_report import FAILED, GOOD, RunOutcome, RunReport


class _Work(Enum):
    ASKING = auto()
    PUBLISHING = auto()


_WORK = {
    "run": frozenset(_Work),
    "fetch": frozenset({_Work.ASKING}),
    "publish": frozenset({_Work.PUBLISHING}),
}


class Unmended(NamedTuple):
    """The calls that failed since all was well, and the last one that was not mended."""

    calls: tuple[RunReport, ...]
    last: RunReport


def unmended_calls(ended: Sequence[RunReport]) -> Unmended | None:
    """Return the failed calls that were not mended, oldest first; None when all were.

    `ended`: the reports of the calls that ended, newest first.
    """
    calls: list[RunReport] = []
    failed: dict[_Work, RunReport] = {}  # the last call that failed at it stands last
    for report in reversed(ended):
        failed = {work: call for work, call in failed.items() if not _mends(report, work, call)}
        if report.outcome in FAILED:
            calls.append(report)
            again = _failed_work(report)
            failed = {work: call for work, call in failed.items() if work not in again}
            failed |= dict.fromkeys(again, report)
        elif not failed:
            calls.clear()
    return Unmended(tuple(calls), list(failed.values())[-1]) if failed else None


def _failed_work(report: RunReport) -> frozenset[_Work]:
    """Return at what a call failed."""
    if report.outcome is RunOutcome.REFUSED:
        return frozenset({_Work.PUBLISHING})
    if report.outcome is RunOutcome.UNAVAILABLE:
        return frozenset({_Work.ASKING})
    if report.verb == "run" and report.crawl:  # the asking had ended
        return frozenset({_Work.PUBLISHING})
    return _WORK[report.verb]


def _mends(report: RunReport, work: _Work, failed: RunReport) -> bool:
    """Return whether a call did well what the call `failed`, which ended before, failed at."""
    is_good_run = report.verb == "run" and report.outcome in GOOD
    if work is _Work.ASKING:
        return is_good_run or _has_read_more(report, failed)
    # a run that publishes although single pages failed ends with 75, and names its version
    if report.verb == "run":
        return is_good_run or report.version is not None
    return (
        report.verb == "publish"
        and report.outcome in GOOD
        and not _is_beside(report, failed)
        and (not _is_part(report) or _is_part(failed) or _is_publish_unread(failed))
    )


def _has_read_more(report: RunReport, failed: RunReport) -> bool:
    """Return whether a call got a usable answer; several calls may count for one run."""
    if report.crawl is None:
        return False
    is_same_run = failed.crawl is not None and failed.crawl.run == report.crawl.run
    return _pages_read(report) > (_pages_read(failed) if is_same_run else 0)


def _pages_read(report: RunReport) -> int:
    return sum(report.crawl.asked.get(name, 0) for name in WITH_CONTENT) if report.crawl else 0


def _is_beside(report: RunReport, failed: RunReport) -> bool:
    """Return whether a `publish` began while a run was at work: it read what was there before."""
    return (
        failed.verb == "run"
        and report.started < (failed.ended or "")
        and failed.started <= (report.ended or "")  # else the clock was set back between them
    )


def _is_part(report: RunReport) -> bool:
    """Return whether a call read the pages of a crawl that had not asked for all of them."""
    return report.data is not None and report.data.scope.startswith("part")


def _is_publish_unread(failed: RunReport) -> bool:
    """Return whether a `publish` failed before it had read the pages: the same again is enough."""
    return failed.verb == "publish" and failed.data is None
