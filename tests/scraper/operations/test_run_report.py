"""Run reports: every call leaves one, honest and typed, also one that fails or is killed."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import Result

from output.versions.file_schemas import published_schemas
from schema.errors import TryLater, UnusableInput, UnusableTarget
from scraper.operations.report_store import ReportStore
from scraper.operations.run_recorder import recorded
from scraper.operations.run_report import RunOutcome
from tests.faults.server import Exchange, FaultServer, serving
from tests.support.command import invoke

SECRET = "s3cr3t"
FULL = Path("/dev/full")  # a disk without room


def eduscol(*arguments: object) -> Result:
    return invoke(*arguments)


def reports(data: Path) -> list[dict[str, Any]]:
    store = ReportStore(data)
    return [json.loads(store.path(report).read_bytes()) for report in store.ids()]


def mirror(folder: Path) -> Path:
    """A copy of two pages, one of them an error page."""
    pages = folder / "eduscol.education.fr" / "referentiels-professionnels"
    pages.mkdir(parents=True)
    (pages / "MC3_METI.html").write_text(
        "<html><title>CAP boulanger</title><h1>CAP boulanger</h1>"
        "<p>Code scolarité : 50022133</p><p>Durée : 2 ans</p></html>"
    )
    (pages / "b231.html").write_text("<html><title>Page non trouvée</title>404</html>")
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder in which a call has worked."""
    (tmp_path / "data" / "archive").mkdir(parents=True)
    return tmp_path / "data"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return mirror(tmp_path / "site")


@pytest.fixture
def server() -> Iterator[FaultServer]:
    def answer(exchange: Exchange) -> None:
        exchange.answer(200, b"<html><h1>CAP boulanger</h1><p>Code : 50022133</p></html>")

    with serving({"/cap.html": answer}) as server:
        yield server


def test_a_call_leaves_a_report_that_fits_its_schema(site: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = eduscol("run", "--mirror", site, "--only", "eduscol", "--data", data)
    assert done.exit_code == 0, done.output
    (report,) = reports(data)
    schema = json.loads((data / "reports" / "run-report.schema.json").read_bytes())
    assert schema == published_schemas()["run_report"]
    jsonschema.Draft202012Validator(schema).validate(report)
    assert (report["verb"], report["outcome"], report["exit_code"]) == ("run", "published", 0)
    assert report["version"] == (data / "published" / "latest").readlink().name
    assert report["changes"] == {"created": 1}
    assert report["durations"].keys() == {"fetch", "read", "publish"}
    assert not list((data / "reports").glob("*.lock"))


def test_counts_are_those_of_the_table(site: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = eduscol("run", "--mirror", site, "--only", "eduscol", "--data", data)
    with closing(sqlite3.connect(data / "published" / "latest" / "referentials.db")) as database:
        table = dict(database.execute("SELECT outcome, count(*) FROM pages GROUP BY outcome"))
    assert reports(data)[0]["data"]["pages"] == table
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("pages ")]
    assert all(f"{number} {outcome}" in line for outcome, number in table.items())
    assert "failed" not in line


def test_json_prints_the_report_in_place_of_the_summary(site: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = eduscol("run", "--mirror", site, "--only", "eduscol", "--data", data, "--json")
    assert json.loads(done.stdout) == reports(data)[0]
    again = eduscol("publish", "--only", "eduscol", "--data", data, "--json")
    assert json.loads(again.stdout)["outcome"] == "nothing-new"
    assert [report["verb"] for report in reports(data)] == ["run", "publish"]


def test_a_refused_version_names_its_checks_and_is_listed(site: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (tmp_path / "eduscol.toml").write_text("[gates]\nmin_records = 5\n")
    done = eduscol("run", "--mirror", site, "--only", "eduscol", "--data", data, "--json",
                   "--config", tmp_path / "eduscol.toml")  # fmt: skip
    report = json.loads(done.stdout)
    assert (done.exit_code, report["exit_code"], report["outcome"]) == (4, 4, "refused")
    (check,) = [c for c in report["checks"] if c["name"] == "records"]
    assert (check["observed"], check["bound"], check["passed"]) == (1, 5, False)
    (listed,) = json.loads((data / "published" / "versions.json").read_bytes())["failed"]
    assert (listed["outcome"], listed["report"]) == ("refused", f"run-{report['id']}.json")


def test_a_crawl_that_stops_is_reported_and_listed(server: FaultServer, tmp_path: Path) -> None:
    data, seeds = tmp_path / "data", tmp_path / "seeds.txt"
    seeds.write_text("".join(server.url(f"/{n}.html\n") for n in range(3)))
    live = ["run", "--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0,
            "--contact", "you@example.org", "--max-pages", 1]  # fmt: skip
    server.routes |= {f"/{n}.html": server.routes["/cap.html"] for n in range(3)}
    assert eduscol(*live).exit_code == 75
    (report,) = reports(data)
    assert (report["outcome"], report["exit_code"]) == ("incomplete", 75)
    assert "limit of 1 page is" in report["reason"]
    assert (report["crawl"]["waiting"], report["crawl"]["asked"]) == (2, {"new": 1})
    assert report["crawl"]["requests"] == 2
    assert report["crawl"]["bytes"] > 50
    versions = json.loads((data / "published" / "versions.json").read_bytes())
    assert (versions["last_run"], versions["failed"][0]["outcome"]) == ("stopped", "incomplete")


def test_secrets_of_addresses_are_masked(data: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    address = f"http://user:{SECRET}@127.0.0.1:9/fiches.xml?token={SECRET}"
    done = eduscol("publish", "--data", data, "--fiches", address, "--log-file", log)
    assert done.exit_code == 2
    (report,) = (data / "reports").glob("run-2*.json")
    assert SECRET not in report.read_text()
    assert SECRET not in log.read_text()
    assert "http://***@127.0.0.1:9" in report.read_text()


@pytest.mark.parametrize(
    ("error", "outcome", "code"),
    [
        (TryLater("later"), "incomplete", 75),
        (UnusableInput("bad"), "unusable", 2),
        (OSError(28, "No space left on device"), "unusable", 2),
        (ZeroDivisionError("division by zero"), "fault", 1),
    ],
)
def test_an_error_is_recorded_and_raised(
    data: Path, error: Exception, outcome: str, code: int
) -> None:
    with pytest.raises(type(error)), recorded(data, "run", {}):
        raise error
    (report,) = reports(data)
    assert (report["outcome"], report["exit_code"]) == (outcome, code)
    assert str(error) in report["reason"]


def test_options_that_are_refused_make_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput), recorded(tmp_path / "data", "run", {}):
        raise UnusableInput("no such file")
    assert not (tmp_path / "data").exists()


def test_a_report_that_cannot_be_written_changes_nothing(data: Path) -> None:
    (data / "reports").write_text("a file where the folder should be")
    with recorded(data, "run", {}) as recorder:
        pass
    assert (recorder.report.outcome, recorder.is_written) == (RunOutcome.FETCHED, False)


@pytest.mark.parametrize("more", [(), ("--json",)])
@pytest.mark.parametrize(
    "is_full",
    [False, pytest.param(True, marks=pytest.mark.skipif(not FULL.exists(), reason="of Linux"))],
)
def test_an_output_that_nobody_can_read_changes_nothing_of_the_call(
    site: Path, tmp_path: Path, is_full: bool, more: tuple[str, ...]
) -> None:
    (tmp_path / "eduscol.toml").write_text(f"[notify]\ncommand = 'touch {tmp_path}/told'\n")
    (tmp_path / "data" / "reports").mkdir(parents=True)
    (tmp_path / "data" / "reports" / "health.json").write_text('{"health": "empty"}')
    code = "from scraper.cli.main import main; main()"
    call = ["run", "--mirror", site, "--only", "eduscol", "--data", tmp_path / "data",
            "--config", tmp_path / "eduscol.toml", *more]  # fmt: skip
    reader, writer = os.pipe()
    os.close(reader)
    output = os.open(FULL, os.O_WRONLY) if is_full else writer
    done = subprocess.run([sys.executable, "-c", code, *map(str, call)], stdout=output,
                          stderr=subprocess.PIPE, text=True)  # fmt: skip
    os.close(writer)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("eduscol: standard output: ") == 1
    (report,) = reports(tmp_path / "data")
    assert (report["outcome"], report["reason"], report["exit_code"]) == ("published", None, 0)
    assert (tmp_path / "told").exists()


_KILLED = """
import os, sys
from pathlib import Path
from scraper.operations.run_recorder import recorded
with recorded(Path(sys.argv[1]), "run", {}) as recorder, recorder.stage("fetch"):
    print("at work", flush=True)
    sys.stdin.read()
"""


def test_the_next_call_completes_the_report_of_a_killed_one(data: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", _KILLED, str(data)],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # fmt: skip
    assert child.stdout is not None
    assert child.stdout.readline() == b"at work\n"
    store = ReportStore(data)
    assert [report.outcome for report in store.newest()] == [RunOutcome.RUNNING]
    assert store.complete_killed() == []
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert [report.outcome for report in store.newest()] == [RunOutcome.KILLED]
    assert reports(data)[0]["outcome"] == "running"
    with recorded(data, "run", {}):
        pass
    assert [report["outcome"] for report in reports(data)] == ["killed", "fetched"]
    assert reports(data)[0]["ended"]
    assert not list((data / "reports").glob("*.lock"))
    failed = json.loads((data / "published" / "versions.json").read_bytes())["failed"]
    assert [entry["outcome"] for entry in failed] == ["killed"]


def test_a_folder_that_cannot_be_written_is_told_once(
    data: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(_: ReportStore) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(ReportStore, "begin", refused)
    with recorded(data, "publish", {}) as recorder, recorder.stage("read"):
        pass
    told = [entry for entry in caplog.records if "report-not-written" in entry.getMessage()]
    assert len(told) == 1


def test_a_folder_that_may_not_be_entered_is_named_itself(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refused)
    with (
        pytest.raises(UnusableTarget, match=f"^{data}: cannot be read .*; make the call as the"),
        recorded(data, "run", {}),
    ):
        pass


def test_a_damaged_report_is_passed_over(data: Path) -> None:
    for _ in range(2):
        with recorded(data, "fetch", {}):
            pass
    first = ReportStore(data).ids()[0]
    ReportStore(data).path(first).write_bytes(b'{"id": "')
    with recorded(data, "fetch", {}):
        pass
    assert len(list(ReportStore(data).newest())) == 2


@pytest.mark.parametrize(
    ("last", "following"),
    [
        ("20880102T101656Z", "20880102T101656Z-001"),
        ("20880102T101656Z-009", "20880102T101656Z-010"),
        ("20881231T235959Z-999", "20890101T000000Z"),
    ],
)
def test_a_report_stands_behind_those_of_a_clock_that_was_ahead(
    data: Path, last: str, following: str
) -> None:
    store = ReportStore(data)
    store.folder.mkdir()
    store.path(last).write_bytes(b"{}")
    with recorded(data, "fetch", {}):
        pass
    assert store.ids() == [last, following]
    assert next(store.newest()).started < "2088"
