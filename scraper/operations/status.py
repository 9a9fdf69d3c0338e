"""Compute the status of a data folder: health, cause, next steps, when the next run is due.

Read from `reports/`, `published/versions.json` and the latest version; nothing is written, nothing
is asked for. `status_of` returns a typed document, which `--json` prints as it is.
"""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from output.versions.catalogue import VersionsFile, read_versions
from output.versions.verify import DATABASE
from schema.issues import KINDS, IssueCode
from scraper.operations.advice import advice_for, options_of, pull_of, run_command
from scraper.operations.data_report import HELD_BACK
from scraper.operations.disk_room import advice_to_write, lack_of_room
from scraper.operations.page_freshness import read_freshness
from scraper.operations.published_data import half_withdrawn, lack_of_data
from scraper.operations.report_store import ReportStore
from scraper.operations.run_report import GOOD, IssueCount, RunOutcome, RunReport
from scraper.operations.status_causes import (
    call_to_come,
    causes_of,
    day_to_come,
    headline_of,
    last_call_unread,
    stale_pages,
    time_to_come,
    unread_reports,
    untrue_answers,
    warnings_of,
)
from scraper.operations.status_model import (
    Failing,
    Health,
    LastCall,
    LatestVersion,
    PageTrouble,
    Status,
    Wording,
)
from scraper.operations.unmended_calls import Unmended, unmended_calls

_WORST = 5
# Clocks of two machines may differ; what is further ahead was written by a wrong one.
_CLOCKS_APART = timedelta(hours=1)


def status_of(
    data: Path,
    now: datetime | None = None,
    held_back_above: int = 0,
    config: Path | None = None,
) -> Status:
    """Return the status of `data` at the time `now` (default: the present).

    More held-back pages than `held_back_above` make a folder that is healthy otherwise
    `held-back`. `config`: the configuration that the commands to run next need.

    Raises `UnusableTarget` for a `versions.json` or `withdrawn.json` that cannot be read.
    """
    now = now or datetime.now(UTC)
    store, options, pull = ReportStore(data), options_of(data, config), pull_of(data)
    readable, unread = store.read_all()
    reports = [report for report in readable if report.outcome is not RunOutcome.BUSY]
    listed = read_versions(data / "published" / "versions.json")
    publish = pull or f"eduscol publish {options}"
    lack = lack_of_data(data / "published", listed, publish, _is_at_work(reports))
    version = _version(listed, now, lack is None)
    ended = [report for report in reports if report.outcome is not RunOutcome.RUNNING]
    unmended = unmended_calls(ended)
    # cause and advice are those of the call that failed, whatever stopped or published since
    told = ended[ended.index(unmended.last) :] if unmended else ended
    failing = _failing(store, unmended, told) if unmended else None
    last_data = next((report for report in ended if report.data), None)
    held_back = last_data.data.held_back if last_data and last_data.data else 0
    whole = [report.id for report in ended if report.outcome is not RunOutcome.INCOMPLETE]
    is_last_unread = bool(unread) and unread[0] > max(whole, default="")
    found = (
        lack,
        half_withdrawn(data / "published", listed),
        lack_of_room(data),
        last_call_unread(store.path(unread[0])) if is_last_unread else None,
        time_to_come(version, pull or run_command(data, config)),
    )
    troubles = [trouble for trouble in found if trouble]
    is_failing = bool(failing or troubles)
    health = _health(version, is_failing, reports, now, held_back > held_back_above)
    headline = troubles[0].headline if troubles else None
    return Status(
        health=health,
        checked_at=_text(now),
        headline=headline or headline_of(health, version, failing, held_back, reports, listed),
        causes=(*(trouble.cause for trouble in troubles), *causes_of(failing, told)),
        advice=(
            *(trouble.advice for trouble in troubles),
            *(advice_for(health, told, data, config) if failing or not troubles else ()),
            *advice_to_write(data),
        ),
        warnings=(
            *warnings_of(version.name if version else None, ended),
            *untrue_answers(ended),
            *unread_reports([store.path(name) for name in unread[is_last_unread:]]),
            *call_to_come(reports, _text(now + _CLOCKS_APART)),
            *stale_pages(version, read_freshness(data / "published"), _text(now + _CLOCKS_APART)),
            *day_to_come(version, _text(now + _CLOCKS_APART)),
        ),
        version=version,
        next_run_due=_next_due(version),
        failing=failing,
        held_back=held_back,
        held_back_pages=_examples(last_data, HELD_BACK),
        worst_pages=_worst_pages(data / "published" / "latest"),
        last_call=_last_call(reports),
    )


def _health(
    version: LatestVersion | None,
    is_failing: bool,
    reports: list[RunReport],
    now: datetime,
    is_held_back: bool,
) -> Health:
    if is_failing:
        return Health.FAILING
    if version is None:
        return Health.HEALTHY if _is_at_work(reports) else Health.EMPTY
    if version.stale_after and now > _time(version.stale_after):
        return Health.STALE
    return Health.HELD_BACK if is_held_back else Health.HEALTHY


def _is_at_work(reports: list[RunReport]) -> bool:
    return any(report.outcome is RunOutcome.RUNNING for report in reports)


def _version(listed: VersionsFile, now: datetime, is_there: bool) -> LatestVersion | None:
    latest = next(
        (version for version in listed.versions if version.version == listed.latest), None
    )
    if latest is None:
        return None
    fresh = listed.freshness
    age = (now - _time(fresh.looked_at)) if fresh else None
    is_ahead = age is not None and age < -_CLOCKS_APART
    return LatestVersion(
        name=latest.version,
        day=latest.day,
        records=latest.records,
        looked_at=fresh.looked_at if fresh else None,
        age_days=None if age is None or is_ahead else round(age / timedelta(days=1), 1),
        expected_every_days=fresh.expected_every_days if fresh else None,
        stale_after=fresh.stale_after if fresh else None,
        is_there=is_there,
    )


def _failing(store: ReportStore, unmended: Unmended, told: list[RunReport]) -> Failing:
    """Return the cause of the failed calls; `told`: the reports from the last of them on."""
    last = unmended.last
    good = next((r for r in told if r.outcome in GOOD and r.data), None)
    return Failing(
        since=unmended.calls[0].started,
        calls=len(unmended.calls),
        outcome=last.outcome,
        reason=last.reason or last.outcome.value,
        report=str(store.path(last.id)),
        version=last.version,
        new_issues=_more_issues(last, good),
        new_layouts=tuple(
            f"{layout.example} ({layout.pages} pages)"
            for layout in (last.data.new_layouts if last.data else ())
        ),
    )


def _more_issues(last: RunReport, good: RunReport | None) -> tuple[IssueCount, ...]:
    """Return the issues that `last` has more of than `good`, the largest growth first."""
    if last.data is None:
        return ()
    before = {i.code: i.count for i in good.data.issues} if good and good.data else {}
    grown = [
        (issue.count - before.get(issue.code, 0), issue)
        for issue in last.data.issues
        if issue.count > before.get(issue.code, 0)
    ]
    grown.sort(key=lambda pair: (pair[1].severity == "info", -pair[0], pair[1].code))
    return tuple(issue.model_copy(update={"count": more}) for more, issue in grown)


def _next_due(version: LatestVersion | None) -> str | None:
    if version is None or version.looked_at is None or version.expected_every_days is None:
        return None
    if version.age_days is None:
        return None  # of a clock that was wrong
    return _text(_time(version.looked_at) + timedelta(days=version.expected_every_days))


def _examples(report: RunReport | None, code: str) -> tuple[PageTrouble, ...]:
    if report is None or report.data is None:
        return ()
    matching = next((issue for issue in report.data.issues if issue.code == code), None)
    pairs = [example.split(": ", 1) for example in (matching.examples if matching else ())]
    held_back = KINDS[IssueCode.PAGE_SUSPECT].fr
    return tuple(
        PageTrouble(url=pair[0], trouble=Wording(en=pair[-1], fr=held_back)) for pair in pairs
    )


def _worst_pages(version: Path) -> tuple[PageTrouble, ...]:
    """Return the pages of the version that failed, then those with the most warnings, each once.

    A page that is gone is none: there is nothing to look at.
    """
    address = f"{(version / DATABASE).resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            failed = database.execute(
                "SELECT url, canonical_url, coalesce(reason, outcome), (SELECT message FROM issues"
                " WHERE issues.url = canonical_url AND issue = 'fetch-failed') "
                "FROM pages WHERE outcome = 'failed' ORDER BY url LIMIT ?",
                (_WORST,),
            ).fetchall()
            # issue and message are those of the row with the greatest severity
            doubtful = database.execute(
                "SELECT url, count(*), issue, message, max(severity = 'error') FROM issues "
                "WHERE severity IN ('warning', 'error') AND url IS NOT NULL "
                "AND issue != 'page-gone' GROUP BY url ORDER BY count(*) DESC, url LIMIT ?",
                (2 * _WORST,),
            ).fetchall()
    except sqlite3.Error:
        return ()
    told = {canonical for _, canonical, _, _ in failed}
    pages = [(url, _no_answer(reason, message)) for url, _, reason, message in failed]
    pages += [(row[0], _doubt(*row[1:4])) for row in doubtful if row[0] not in told]
    return tuple(PageTrouble(url=url, trouble=trouble) for url, trouble in pages[:_WORST])


def _no_answer(reason: str, message: str | None) -> Wording:
    """Word why a page failed: `reason`, or what the message of its issue says behind the colon."""
    detail = (message or "").partition(": ")[2].removeprefix("status, ") or reason
    return Wording(en=f"no usable answer ({detail})", fr=f"sans réponse utilisable ({detail})")


def _doubt(count: int, code: str, message: str) -> Wording:
    """Word the warnings and errors of a page: their number and the gravest of them."""
    if code == IssueCode.FETCH_FAILED:
        return _no_answer(code, message)
    fr = KINDS[IssueCode(code)].fr if code in set(IssueCode) else message
    if count == 1:
        return Wording(en=message, fr=fr)
    return Wording(
        en=f"warnings and errors: {count}, such as: {message}",
        fr=f"avertissements et erreurs : {count}, par exemple : {fr}",
    )


def _last_call(reports: list[RunReport]) -> LastCall | None:
    if not reports:
        return None
    report = reports[0]
    seconds = None
    if report.ended and report.outcome is not RunOutcome.KILLED:
        seconds = (_time(report.ended) - _time(report.started)).total_seconds()
    return LastCall(
        id=report.id,
        verb=report.verb,
        started=report.started,
        ended=report.ended,
        outcome=report.outcome,
        seconds=seconds,
    )


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _text(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
