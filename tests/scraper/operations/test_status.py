"""The status of a data folder: health, exit code, cause, text, metrics, page."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from output.dataset.rows import PageIssue, PageRow
from output.publish.publish import publish
from output.versions.catalogue import freshness
from output.versions.file_schemas import published_schemas
from schema.issues import KINDS, IssueCode, issue
from schema.vocabulary import french
from scraper.cli.main import cli
from scraper.model.response import Outcome
from scraper.operations.page_freshness import Freshness, PageFreshness
from scraper.operations.report_store import ReportStore
from scraper.operations.run_report import (
    CheckReport,
    CrawlReport,
    DataReport,
    IssueCount,
    RunOutcome,
    RunReport,
)
from scraper.operations.status import status_of
from scraper.operations.status_causes import CHECK_FR
from scraper.operations.status_model import Health
from scraper.operations.status_page import status_page
from scraper.operations.status_text import prometheus_text, status_text
from tests.output.checks.test_checks import names_of_checks
from tests.support.samples import page, record, sample

ASKED = datetime(2026, 11, 1, 3, tzinfo=UTC)
HOSTILE = '<script>alert(1)</script>\x1b[31m"\n'


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A version whose pages were asked on 1 November, due weekly, three days late."""
    folder = tmp_path_factory.mktemp("published")
    publish(sample(record(), day=ASKED.date()), folder, freshness=freshness(ASKED, 7, 3))
    return folder


@pytest.fixture
def data(published: Path, tmp_path: Path) -> Path:
    """A data folder with a copy of it and without reports."""
    shutil.copytree(published, tmp_path / "published", symlinks=True)
    (tmp_path / "reports").mkdir()
    return tmp_path


def write(folder: Path, day: int, outcome: RunOutcome, **values: Any) -> None:
    """Write the report of a call that ended on that day of November."""
    started = datetime(2026, 11, day, 3, 17, tzinfo=UTC)
    text = started.strftime("%Y-%m-%dT%H:%M:%SZ")
    report = RunReport(
        **{
            "id": started.strftime("%Y%m%dT%H%M%SZ"), "verb": "run", "started": text,
            "ended": text, "outcome": outcome, "code": "0.1.0", "schema_version": "2.0.0",
            **values,
        }
    )  # fmt: skip
    ReportStore(folder).save(report)


def dataset(count: int, held_back: int = 0) -> DataReport:
    example = f"https://x.fr/a.html: Heading not in the lexicon « {HOSTILE} »"
    issue = IssueCount(code="unknown-heading", severity="warning", count=count,
                       examples=(example,))  # fmt: skip
    return DataReport(scope="site", pages={"record": 1}, refusals={}, records=1,
                      held_back=held_back, issues=(issue,))  # fmt: skip


FAILED_CHECK = CheckReport(
    name="values:access", level="fatal", passed=False, observed=1, bound=0.5, explanation="gone"
)


def test_a_folder_in_time_is_healthy(data: Path) -> None:
    write(data, 1, RunOutcome.PUBLISHED)
    status = status_of(data, ASKED + timedelta(days=9))
    assert (status.health, status.exit_code, status.advice) == (Health.HEALTHY, 0, ())
    assert status.next_run_due == "2026-11-08T03:00:00Z"
    assert status.version
    assert status.version.age_days == 9


def test_after_the_grace_it_is_stale(data: Path) -> None:
    write(data, 1, RunOutcome.PUBLISHED)
    assert status_of(data, ASKED + timedelta(days=10)).health is Health.HEALTHY
    status = status_of(data, ASKED + timedelta(days=10, seconds=1))
    assert (status.health, status.exit_code) == (Health.STALE, 4)
    assert "scheduler" in status.advice[0].en


@pytest.mark.parametrize(
    "outcome",
    [RunOutcome.REFUSED, RunOutcome.UNAVAILABLE, RunOutcome.UNUSABLE, RunOutcome.FAULT,
     RunOutcome.KILLED],
)  # fmt: skip
def test_a_failed_call_is_failing_since_the_first_of_its_kind(
    data: Path, outcome: RunOutcome
) -> None:
    write(data, 1, RunOutcome.PUBLISHED)
    write(data, 2, outcome, reason="the cause")
    write(data, 3, RunOutcome.BUSY)
    write(data, 4, outcome, reason="the cause")
    status = status_of(data, ASKED + timedelta(days=4))
    assert (status.health, status.exit_code) == (Health.FAILING, 4)
    assert status.failing
    assert (status.failing.since, status.failing.calls) == ("2026-11-02T03:17:00Z", 2)
    assert "the cause" in status.causes[0].en
    assert status.advice
    write(data, 5, RunOutcome.NOTHING_NEW)
    assert status_of(data, ASKED + timedelta(days=5)).health is Health.HEALTHY


CRAWL = {"run": "r", "source": "live", "known": 5, "waiting": 4, "asked": {"new": 1, "failed": 1},
         "failures": {"status": 1}, "issues": {}, "requests": 2}  # fmt: skip
NO_ANSWER = CRAWL | {"asked": {"failed": 5}, "failures": {"status": 5}, "run": "s"}


@pytest.mark.parametrize("publish_ended", ["2026-11-02T03:20:00Z", "2026-11-02T03:50:00Z"])
def test_a_publish_beside_a_run_does_not_hide_that_the_run_failed(
    data: Path, publish_ended: str
) -> None:
    """It began before the run had ended, and published what the run before had left."""
    write(data, 1, RunOutcome.PUBLISHED)
    write(data, 2, RunOutcome.REFUSED, ended="2026-11-02T03:40:00Z", checks=(FAILED_CHECK,))
    write(data, 2, RunOutcome.NOTHING_NEW, verb="publish", id="20261102T031900Z",
          started="2026-11-02T03:19:00Z", ended=publish_ended)  # fmt: skip
    status = status_of(data, ASKED + timedelta(days=2))
    assert (status.health, status.causes[0].en) == (Health.FAILING, "values:access: gone")
    assert "suggest-labels" in status.advice[0].en
    assert status.last_call
    assert status.last_call.ended == max(publish_ended, "2026-11-02T03:40:00Z")
    # made after the run, of what the run had fetched, it mends it
    write(data, 3, RunOutcome.PUBLISHED, verb="publish")
    assert status_of(data, ASKED + timedelta(days=3)).health is Health.HEALTHY


@pytest.mark.parametrize("outcome", [RunOutcome.KILLED, RunOutcome.UNUSABLE])
def test_the_same_publish_mends_one_that_read_no_page_also_of_a_part(
    data: Path, outcome: RunOutcome
) -> None:
    part = {**dataset(0).model_dump(), "scope": "part, all"}
    write(data, 1, RunOutcome.PUBLISHED, data=part)
    write(data, 2, outcome, verb="publish", reason="the cause")
    assert status_of(data, ASKED + timedelta(days=2)).health is Health.FAILING
    write(data, 3, RunOutcome.NOTHING_NEW, verb="publish", data=part)
    assert status_of(data, ASKED + timedelta(days=3)).health is Health.HEALTHY


@pytest.mark.parametrize(
    ("failure", "later", "health"),
    [
        (RunOutcome.REFUSED, ("run", RunOutcome.INCOMPLETE, {"crawl": CRAWL}), Health.FAILING),
        (RunOutcome.REFUSED, ("fetch", RunOutcome.FETCHED, {"crawl": CRAWL}), Health.FAILING),
        (
            RunOutcome.REFUSED,
            ("publish", RunOutcome.PUBLISHED, {"data": {**dataset(0).model_dump(),
                                                        "scope": "part, all"}}),
            Health.FAILING,
        ),
        (
            RunOutcome.REFUSED,  # single pages failed, the others are published
            ("run", RunOutcome.INCOMPLETE, {"crawl": CRAWL, "version": "20261103-00000000"}),
            Health.HEALTHY,
        ),
        (RunOutcome.UNAVAILABLE, ("run", RunOutcome.INCOMPLETE, {}), Health.FAILING),
        (RunOutcome.UNAVAILABLE, ("fetch", RunOutcome.FETCHED, {"crawl": NO_ANSWER}),
         Health.FAILING),
        (RunOutcome.UNAVAILABLE, ("publish", RunOutcome.NOTHING_NEW, {}), Health.FAILING),
        (RunOutcome.UNAVAILABLE, ("run", RunOutcome.INCOMPLETE, {"crawl": CRAWL}), Health.HEALTHY),
        (RunOutcome.UNAVAILABLE, ("fetch", RunOutcome.FETCHED, {"crawl": CRAWL}), Health.HEALTHY),
        (RunOutcome.KILLED, ("publish", RunOutcome.NOTHING_NEW, {}), Health.FAILING),
    ],
)  # fmt: skip
def test_failing_stays_until_what_failed_is_done_well(
    data: Path, failure: RunOutcome, later: tuple[str, RunOutcome, dict[str, Any]], health: Health
) -> None:
    write(data, 1, RunOutcome.PUBLISHED)
    checks = (FAILED_CHECK,) if failure is RunOutcome.REFUSED else ()
    write(data, 2, failure, reason="the cause", checks=checks)
    before = status_of(data, ASKED + timedelta(days=3))
    verb, outcome, values = later
    write(data, 3, outcome, verb=verb, **values)
    status = status_of(data, ASKED + timedelta(days=3))
    assert status.health is health
    if health is Health.FAILING:
        assert (status.failing, status.causes) == (before.failing, before.causes)
        assert status.advice == before.advice
    write(data, 4, RunOutcome.NOTHING_NEW)
    assert status_of(data, ASKED + timedelta(days=4)).health is Health.HEALTHY


def test_a_call_that_reads_no_further_page_of_the_same_run_mends_nothing(data: Path) -> None:
    """What a run has read counts for all of its calls."""
    write(data, 2, RunOutcome.UNAVAILABLE, crawl=CRAWL)
    write(data, 3, RunOutcome.INCOMPLETE, crawl=CRAWL)
    assert status_of(data, ASKED + timedelta(days=3)).health is Health.FAILING
    write(data, 4, RunOutcome.INCOMPLETE, crawl=CRAWL | {"asked": {"new": 2, "failed": 1}})
    assert status_of(data, ASKED + timedelta(days=4)).health is Health.HEALTHY


@pytest.mark.parametrize("outcome", [RunOutcome.BUSY, RunOutcome.INCOMPLETE, RunOutcome.RUNNING])
def test_a_call_that_goes_on_is_no_failure(data: Path, outcome: RunOutcome) -> None:
    write(data, 1, RunOutcome.PUBLISHED)
    lock = None
    if outcome is RunOutcome.RUNNING:
        report_id, lock = ReportStore(data).begin()
        report = next(ReportStore(data).newest())
        ReportStore(data).save(
            report.model_copy(update={"id": report_id, "outcome": outcome, "ended": None})
        )
    else:
        write(data, 2, outcome)
    assert status_of(data, ASKED + timedelta(days=2)).health is Health.HEALTHY
    del lock


def test_a_failed_call_that_made_the_version_in_force_does_not_say_that_it_stays(
    data: Path,
) -> None:
    (name,) = (path.name for path in (data / "published").iterdir() if path.name.startswith("2"))
    write(data, 1, RunOutcome.UNAVAILABLE, reason="a host waits", version=name)
    text = status_text(status_of(data, ASKED + timedelta(days=1)), data)
    assert f"version {name} is in force all the same" in text
    assert "stays" not in text
    write(data, 2, RunOutcome.UNAVAILABLE, reason="a host waits")
    text = status_text(status_of(data, ASKED + timedelta(days=2)), data)
    assert f"version {name} stays" in text


def test_pages_that_are_not_read_for_longer_than_the_grace_are_a_warning(data: Path) -> None:
    def warnings(*pages: PageFreshness, at: str = "2026-11-01T03:00:00Z") -> list[str]:
        content = Freshness(looked_at=at, pages=pages).model_dump_json()
        (data / "published" / "freshness.json").write_text(content)
        return [warning.en for warning in status_of(data, ASKED + timedelta(days=1)).warnings]

    def page(name: str, read_at: str | None) -> PageFreshness:
        return PageFreshness(url=name, asked_at=None, outcome=Outcome.FAILED, read_at=read_at)

    assert warnings(page("a", "2026-10-23T03:00:00Z"), page("b", None)) == []
    assert warnings(page("a", "2026-10-23T03:00:00Z"), page("b", "2026-03-01T03:00:00Z")) == [
        "stale-pages: 1 page could not be read anew for more than 10 days, and the last good "
        "content stands (last read, last answer): b (2026-03-01, failed)"
    ]
    many = [page(f"p{n}", "2026-03-01T03:00:00Z") for n in range(5)]
    assert "and 2 more" in warnings(*many)[0]
    assert warnings(*many, at="2027-11-01T03:00:00Z") == []  # of a clock that was wrong


def test_the_cause_is_what_grew_since_the_last_good_call(data: Path) -> None:
    write(data, 1, RunOutcome.PUBLISHED, data=dataset(2))
    write(data, 2, RunOutcome.REFUSED, reason="x", data=dataset(30), checks=(FAILED_CHECK,))
    status = status_of(data, ASKED + timedelta(days=2))
    assert status.causes[0].en == "values:access: gone"
    assert status.causes[1].en.startswith("28 more unknown-heading, such as https://x.fr/a.html")
    assert "suggest-labels" in status.advice[0].en
    assert "--accept values:access" in status.advice[1].en


@pytest.mark.parametrize("check", ["source-refused:known", "values:access", "records-gone"])
def test_a_lexicon_in_use_is_named_before_anything_is_accepted(data: Path, check: str) -> None:
    failed = (FAILED_CHECK.model_copy(update={"name": check}),)
    lexicon = {"lexicon": "my-labels.csv"}
    write(data, 2, RunOutcome.REFUSED, reason="x", checks=failed, options=lexicon)
    first, *others = status_of(data, ASKED + timedelta(days=2)).advice
    assert "a line of my-labels.csv may be wrong" in first.en
    assert first.en.endswith(f"eduscol publish --data {data}")
    assert f"--accept {check}" in others[-1].en
    for name, options in ((check, {"lexicon": None}), ("page-suspect", lexicon)):
        failed = (FAILED_CHECK.model_copy(update={"name": name}),)
        write(data, 3, RunOutcome.REFUSED, reason="x", checks=failed, options=options)
        steps = status_of(data, ASKED + timedelta(days=3)).advice
        assert not any("may be wrong" in step.en for step in steps)


@pytest.mark.parametrize(("failed", "is_named"), [(10, True), (30, False)])
def test_a_lexicon_is_not_named_where_the_site_did_not_give_its_pages(
    data: Path, failed: int, is_named: bool
) -> None:
    checks = (FAILED_CHECK.model_copy(update={"name": "records-gone"}),)
    crawl = CrawlReport(
        run="r", source="live", known=100, waiting=0, asked={"gone": failed, "same": 100 - failed},
        failures={"status": failed}, issues={}, requests=100,
    )  # fmt: skip
    lexicon = {"lexicon": "my-labels.csv"}
    write(data, 2, RunOutcome.REFUSED, reason="x", checks=checks, options=lexicon, crawl=crawl)
    steps = status_of(data, ASKED + timedelta(days=2)).advice
    assert "open some of the pages in a browser" in steps[0].en
    assert any("may be wrong" in step.en for step in steps) is is_named


def test_commands_to_run_next_name_the_configuration(data: Path) -> None:
    write(data, 1, RunOutcome.PUBLISHED)
    now = ASKED + timedelta(days=40)
    (step,) = status_of(data, now, config=Path("/etc/my site/eduscol.toml")).advice
    command = f"eduscol run --config '/etc/my site/eduscol.toml' --data {data}"
    assert step.en.endswith(command)
    assert step.fr.endswith(command)


def test_the_page_is_in_french(data: Path) -> None:
    """Every outcome, check and step has its French words; what the program said stands beside."""
    write(data, 1, RunOutcome.PUBLISHED, data=dataset(2))
    write(data, 2, RunOutcome.REFUSED, reason="x", data=dataset(30), checks=(FAILED_CHECK,))
    status = status_of(data, ASKED + timedelta(days=2))
    page = status_page(status, ReportStore(data).newest(), "data")
    assert "trop de valeurs disparues de ce champ (access) : observé 1, borne 0,5" in page
    assert "des titres ont changé ?" in page
    assert "headings were renamed" not in page
    assert 'lang="en"' not in page


def test_a_version_whose_failed_check_was_accepted_is_shown_as_published(data: Path) -> None:
    version = "20261103-00000000"
    write(data, 1, RunOutcome.PUBLISHED, version=version, checks=(FAILED_CHECK,))
    status = status_of(data, ASKED + timedelta(days=1))
    page = status_page(status, ReportStore(data).newest(), "data")
    assert f"<td>{version} ; admis : trop de valeurs disparues" in page


def test_an_option_that_was_left_out_is_the_first_cause(data: Path) -> None:
    explanation = "the last version was made with --fiches, --lexicon, this one without"
    gone = CheckReport(name="inputs-gone", level="warning", passed=False, explanation=explanation)
    write(data, 2, RunOutcome.REFUSED, reason="x", data=dataset(30), checks=(FAILED_CHECK, gone))
    status = status_of(data, ASKED + timedelta(days=2))
    assert status.causes[0].en == f"inputs-gone: {explanation}"
    assert f"eduscol publish --data {data} --fiches --lexicon ..." in status.advice[0].en
    write(data, 3, RunOutcome.PUBLISHED, checks=(gone,))
    assert status_of(data, ASKED + timedelta(days=3)).causes == ()


def test_every_check_and_outcome_has_french_words(tmp_path: Path) -> None:
    assert names_of_checks(tmp_path) == set(CHECK_FR)
    assert set(french("run_outcome")) == set(RunOutcome)
    assert set(french("health")) == set(Health)


def test_held_back_pages_above_the_bound(data: Path) -> None:
    write(data, 1, RunOutcome.PUBLISHED, data=dataset(1, held_back=3))
    now = ASKED + timedelta(days=1)
    assert status_of(data, now, held_back_above=3).health is Health.HEALTHY
    status = status_of(data, now, held_back_above=2)
    assert (status.health, status.exit_code) == (Health.HELD_BACK, 0)


def test_a_folder_without_a_version_is_empty(tmp_path: Path) -> None:
    status = status_of(tmp_path)
    assert (status.health, status.exit_code) == (Health.EMPTY, 4)


def test_a_full_disk_is_failing_although_no_call_could_leave_a_report(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(data, 1, RunOutcome.PUBLISHED)
    full = SimpleNamespace(f_bavail=3, f_frsize=4096, f_files=9, f_favail=9)
    monkeypatch.setattr("os.statvfs", lambda _: full)
    status = status_of(data, ASKED + timedelta(days=1))
    assert (status.health, status.exit_code) == (Health.FAILING, 4)
    assert f"the disk of {data} is full" in status.causes[0].en
    assert "make room" in status.advice[0].en
    assert status_text(status, data).startswith("failing ")


def _no_link(latest: Path) -> None:
    latest.unlink()


def _dangling_link(latest: Path) -> None:
    latest.unlink()
    latest.symlink_to("nowhere")


def _empty_folder(latest: Path) -> None:
    latest.unlink()
    latest.mkdir()


def _no_version(latest: Path) -> None:
    shutil.rmtree(latest.resolve())


def _no_manifest(latest: Path) -> None:
    (latest / "index.json").unlink()


def _no_sums(latest: Path) -> None:
    (latest / "SHA256SUMS").unlink()


def _no_tables(latest: Path) -> None:
    shutil.rmtree(latest / "csv")


def _cut_database(latest: Path) -> None:
    with (latest / "referentials.db").open("r+b") as database:
        database.truncate(5000)


@pytest.mark.parametrize(
    ("spoil", "cause"),
    [
        (_no_link, "latest is missing"),
        (_dangling_link, "latest leads to nowhere"),
        (_empty_folder, "latest is no link"),
        (_no_version, "is damaged: missing"),
        (_no_manifest, "is damaged: index.json: missing"),
        (_no_sums, "is damaged: SHA256SUMS: missing"),
        (_no_tables, "is damaged: csv/"),
        (_cut_database, "is damaged: referentials.db: 5000 bytes, "),
    ],
)
def test_published_data_that_readers_do_not_find_is_failing(
    data: Path, spoil: Callable[[Path], None], cause: str
) -> None:
    write(data, 1, RunOutcome.PUBLISHED)
    spoil(data / "published" / "latest")
    status = status_of(data, ASKED + timedelta(days=1))
    assert (status.health, status.exit_code) == (Health.FAILING, 4)
    assert cause in status.causes[0].en
    assert f"eduscol publish --data {data}" in status.advice[0].en
    assert f"in {data}/published/latest" not in status_text(status, data)


def test_a_link_to_another_version_is_failing_unless_a_call_moves_it(data: Path) -> None:
    write(data, 1, RunOutcome.PUBLISHED)
    other = record(access="Après un BEP.")
    publish(
        sample(other),
        data / "published",
        freshness=freshness(ASKED, 7, 3),
    )
    latest = data / "published" / "latest"
    before = next(p for p in latest.parent.glob("2*-*") if p.name != latest.readlink().name)
    latest.unlink()
    latest.symlink_to(before.name)
    status = status_of(data, ASKED + timedelta(days=1))
    assert status.health is Health.FAILING
    assert f"latest leads to {before.name}" in status.causes[0].en
    report_id, lock = ReportStore(data).begin()
    report = next(ReportStore(data).newest())
    running = {"id": report_id, "outcome": RunOutcome.RUNNING, "ended": None}
    ReportStore(data).save(report.model_copy(update=running))
    assert status_of(data, ASKED + timedelta(days=1)).health is Health.HEALTHY
    del lock


def test_versions_without_their_list_are_failing(data: Path) -> None:
    (data / "published" / "versions.json").unlink()
    status = status_of(data, ASKED)
    assert status.health is Health.FAILING
    assert "versions.json is missing" in status.causes[0].en


def test_a_last_report_that_cannot_be_read_is_failing(data: Path) -> None:
    write(data, 1, RunOutcome.PUBLISHED, data=dataset(1, held_back=3))
    write(data, 2, RunOutcome.REFUSED, reason="x")
    last = ReportStore(data).path("20261102T031700Z")
    last.write_bytes(b'{"id": "')
    write(data, 2, RunOutcome.INCOMPLETE, id="20261102T041700Z")
    status = status_of(data, ASKED + timedelta(days=2))
    assert (status.health, status.exit_code) == (Health.FAILING, 4)
    assert f"{last} cannot be read" in status.causes[0].en
    assert status.advice
    write(data, 3, RunOutcome.NOTHING_NEW)
    status = status_of(data, ASKED + timedelta(days=3))
    assert status.health is Health.HELD_BACK
    assert f"1 report cannot be read, such as {last}" in status.warnings[0].en
    assert "warning    1 report cannot be read" in status_text(status, data)


def test_a_site_asked_at_a_time_to_come_says_nothing_of_age(data: Path) -> None:
    """The clock was ahead for one night: until that day nothing would be stale."""
    write(data, 1, RunOutcome.PUBLISHED)
    status = status_of(data, ASKED - timedelta(days=5))
    assert (status.health, status.exit_code) == (Health.FAILING, 4)
    assert "asked at 2026-11-01T03:00:00Z, a time to come" in status.causes[0].en
    assert "clock" in status.advice[0].en
    assert "began at 2026-11-01T03:17:00Z, a time to come" in status.warnings[0].en
    assert (status.next_run_due, status.version and status.version.age_days) == (None, None)
    assert "a time to come" in status_text(status, data)
    assert "date à venir" in status_page(status, ReportStore(data).newest(), "data")
    assert status_of(data, ASKED - timedelta(minutes=1)).health is Health.HEALTHY


def test_the_last_call_is_the_one_that_was_made_last_whatever_its_clock(data: Path) -> None:
    ahead = "20280102T101656Z"
    for day, outcome, report in ((1, RunOutcome.PUBLISHED, ahead), (2, RunOutcome.REFUSED, None)):
        report_id, lock = ReportStore(data).begin()
        ReportStore(data).release(report_id, lock)
        write(data, day, outcome, id=report or report_id, reason="x")
    status = status_of(data, ASKED + timedelta(days=2))
    assert (status.health, status.failing and status.failing.calls) == (Health.FAILING, 1)
    assert status.last_call
    assert status.last_call.started == "2026-11-02T03:17:00Z"


def test_a_user_who_cannot_write_is_told_and_the_data_is_healthy(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(data, 1, RunOutcome.PUBLISHED)
    monkeypatch.setattr("os.access", lambda path, _: path != data / "published")
    status = status_of(data, ASKED + timedelta(days=1))
    assert status.health is Health.HEALTHY
    assert f"cannot write in {data / 'published'}" in status.advice[0].en


def test_pages_to_look_at_stand_once_with_the_reason(tmp_path: Path) -> None:
    good, dead, gone = (f"https://x.fr/{name}.html" for name in ("good", "dead", "gone"))
    failed = PageRow(url=dead, canonical_url=dead, page="dead", outcome="failed", reason="status",
                     records=0, sha256=None)  # fmt: skip
    remarks = (
        (dead, issue(IssueCode.FETCH_FAILED, None, dead, "status, status 404")),
        (gone, issue(IssueCode.PAGE_GONE, None, gone, "status, status 404")),
        (good, issue(IssueCode.PAGE_SUSPECT, None, good)),
    )
    row = record(url=good)
    rows = [PageIssue(url=url, issue=remark) for url, remark in remarks]
    dataset = sample(row, pages=[page(row), failed], issues=rows)
    publish(dataset, tmp_path / "published", accept={"page-suspect"})
    shown = [(page.url, page.trouble.en) for page in status_of(tmp_path).worst_pages]
    assert shown == [
        (dead, "no usable answer (status 404)"),
        (good, KINDS[IssueCode.PAGE_SUSPECT].en),
    ]


def test_a_host_that_moved_is_named_while_all_is_well(data: Path) -> None:
    moved = {"host": "old.fr", "target": "new.fr", "pages": 4, "asked": 5}
    crawl = {"run": "r", "source": "live", "known": 5, "waiting": 0, "asked": {}, "failures": {},
             "issues": {}, "requests": 5, "moved": [moved]}  # fmt: skip
    write(data, 1, RunOutcome.PUBLISHED, crawl=crawl)
    write(data, 2, RunOutcome.NOTHING_NEW)  # of publish, which asks nobody
    status = status_of(data, ASKED + timedelta(days=2))
    assert status.health is Health.HEALTHY
    (step,) = status.advice
    assert "--allow-host new.fr" in step.en


def test_a_304_that_hid_a_change_is_a_warning_until_all_is_asked_anew(data: Path) -> None:
    crawl = {"run": "r", "source": "live", "known": 5, "waiting": 0, "asked": {}, "failures": {},
             "issues": {"hidden-change": 2}, "requests": 5}  # fmt: skip
    write(data, 1, RunOutcome.PUBLISHED, crawl=crawl)
    write(data, 2, RunOutcome.NOTHING_NEW)  # of publish, which asks nobody
    status = status_of(data, ASKED + timedelta(days=2))
    assert status.health is Health.HEALTHY
    assert "warning    hidden-change: 2 pages had changed" in status_text(status, data)
    assert f"eduscol run --data {data} --contact you@example.org --full" in status.advice[0].en
    write(data, 3, RunOutcome.PUBLISHED, crawl=crawl | {"issues": {}})
    status = status_of(data, ASKED + timedelta(days=3))
    assert (status.warnings, status.advice) == ((), ())


def test_an_empty_folder_is_advised_a_command_that_works_as_it_is(tmp_path: Path) -> None:
    (step,) = status_of(tmp_path).advice
    assert step.en == f"make a first run: eduscol run --data {tmp_path} --contact you@example.org"


def test_a_lost_folder_of_versions_is_made_again_from_the_archive(data: Path) -> None:
    write(data, 1, RunOutcome.PUBLISHED)
    shutil.rmtree(data / "published")
    status = status_of(data, ASKED + timedelta(days=1))
    assert (status.health, status.exit_code) == (Health.EMPTY, 4)
    assert [step.en.endswith(f": eduscol publish --data {data}") for step in status.advice] == [
        True
    ]


def test_a_first_run_that_stopped_has_left_no_version(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    write(tmp_path, 1, RunOutcome.INCOMPLETE, reason="the limit of 5 pages is reached")
    status = status_of(tmp_path)
    assert (status.health, status.exit_code) == (Health.EMPTY, 4)
    assert "run the same command again" in status.advice[0].en
    report_id, lock = ReportStore(tmp_path).begin()
    last = next(ReportStore(tmp_path).newest())
    running = {"id": report_id, "outcome": RunOutcome.RUNNING, "ended": None}
    ReportStore(tmp_path).save(last.model_copy(update=running))
    assert status_of(tmp_path).health is Health.HEALTHY  # a probe must not stop it
    del lock


def test_the_command_exits_as_the_health_says(data: Path) -> None:
    def status(*options: str) -> tuple[int, str]:
        done = CliRunner().invoke(cli, ["status", "--data", str(data), *options])
        return done.exit_code, done.stdout

    write(data, 1, RunOutcome.PUBLISHED)
    code, text = status("--json")
    jsonschema.Draft202012Validator(published_schemas()["status"]).validate(json.loads(text))
    assert json.loads(text)["health"] in {"healthy", "stale"}
    assert code == (0 if json.loads(text)["health"] == "healthy" else 4)
    write(data, 2, RunOutcome.FAULT, reason="boom")
    assert status()[0] == 4
    assert status()[1].startswith("failing ")
    missing = CliRunner().invoke(cli, ["status", "--data", str(data / "nowhere")])
    assert missing.exit_code == 2


def test_foreign_text_is_neither_markup_nor_control_characters(data: Path) -> None:
    write(data, 1, RunOutcome.PUBLISHED, data=dataset(0))
    write(data, 2, RunOutcome.REFUSED, reason=HOSTILE, data=dataset(3), checks=(FAILED_CHECK,))
    status = status_of(data, ASKED + timedelta(days=2))
    page = status_page(status, ReportStore(data).newest(), "data")
    tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)
            assert not any(name.startswith("on") for name, _ in attrs)

    Tags().feed(page)
    assert "script" not in tags
    assert tags.count("figure") >= 2
    assert "\x1b" not in status_text(status, data)


def test_metrics_are_lines_of_the_text_format(data: Path) -> None:
    write(data, 1, RunOutcome.PUBLISHED, data=dataset(2), durations={"fetch": 1.5})
    last = next(ReportStore(data).newest())
    lines = prometheus_text(status_of(data, ASKED), last).splitlines()
    samples = dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    assert samples['eduscol_health{health="healthy"}'] == "1"
    assert samples['eduscol_stage_seconds{stage="fetch"}'] == "1.5"
    assert samples['eduscol_issues{code="unknown-heading",severity="warning"}'] == "2"
    assert float(samples["eduscol_looked_at_timestamp_seconds"]) == ASKED.timestamp()
    names = [line.split()[2] for line in lines if line.startswith("# TYPE")]
    assert len(names) == len(set(names))


def test_warnings_of_the_version_in_force_are_shown_as_long_as_it_is(data: Path) -> None:
    (name,) = (path.name for path in (data / "published").iterdir() if path.name.startswith("2"))
    lost = CheckReport(name="joins-lost", level="warning", passed=False, observed=1, bound=0,
                       explanation="b215 (list)")  # fmt: skip
    write(data, 1, RunOutcome.PUBLISHED, version=name, checks=(lost,))
    write(data, 2, RunOutcome.NOTHING_NEW, version=name)
    status = status_of(data, ASKED + timedelta(days=1))
    assert status.health is Health.HEALTHY
    assert "warning    joins-lost: b215 (list)" in status_text(status, data)
    assert "eduscol_warnings 1" in prometheus_text(status, None)
    assert CHECK_FR["joins-lost"].replace("'", "&#39;") in status_page(status, (), str(data))
    assert not status.causes
    write(data, 3, RunOutcome.PUBLISHED, version="20261103-00000000", checks=())
    assert status_of(data, ASKED + timedelta(days=3)).warnings == status.warnings
