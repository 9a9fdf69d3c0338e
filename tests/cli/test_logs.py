"""The log: nothing off a terminal on a good night, everything in the file, one vocabulary."""

import json
import re
import shutil
from pathlib import Path

import pytest

from scraper.cli.logs import add_log_file, set_up_logs
from scraper.model.log_events import EVENT_TEXT, LogEvent, log
from tests.support.command import eduscol, invoke

FULL = Path("/dev/full")
DOCUMENT = Path(__file__).parents[2] / "docs" / "operating.md"


def mirror(folder: Path) -> Path:
    pages = folder / "eduscol.education.fr" / "referentiels-professionnels"
    pages.mkdir(parents=True)
    (pages / "MC3_METI.html").write_text(
        "<html><title>CAP boulanger</title><h1>CAP boulanger</h1>"
        "<p>Code scolarité : 50022133</p><p>Durée : 2 ans</p></html>"
    )
    return folder


def test_a_good_night_is_silent_and_the_file_holds_everything(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "eduscol.log"
    done = invoke("run", "--mirror", str(mirror(tmp_path / "site")), "--only",
                                    "eduscol", "--data", str(tmp_path / "data"), "--log-file",
                                    str(path))  # fmt: skip
    assert (done.exit_code, done.stderr) == (0, "")
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert {line["event"] for line in lines} <= {event.value for event in LogEvent}
    assert all(line.keys() >= {"at", "level", "event", "message"} for line in lines)
    events = [line["event"] for line in lines]
    assert (events[0], events[-1]) == ("call-started", "call-ended")
    (page,) = [line for line in lines if line["event"] == "page-asked"
               and line["outcome"] == "new"]  # fmt: skip
    assert page["url"].endswith("/MC3_METI.html")
    assert page["run"] == next(line["run"] for line in lines if line["event"] == "run-started")


def test_the_level_of_standard_error_can_be_chosen(tmp_path: Path) -> None:
    site = mirror(tmp_path / "site")
    arguments = [
        "run",
        "--mirror",
        str(site),
        "--only",
        "eduscol",
        "--data",
        str(tmp_path / "data"),
    ]
    shown = invoke(*arguments, "--log-level", "info")
    assert "run-started" in shown.stderr
    assert invoke(*arguments).stderr == ""


def test_a_log_file_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = invoke("run", "--log-file", str(tmp_path / "file" / "x.log"),
                                    "--data", str(tmp_path / "data"))  # fmt: skip
    assert (done.exit_code, "--log-file" in done.stderr) == (2, True)
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full is of Linux")
def test_a_full_disk_of_the_log_is_told_once_and_the_call_goes_on(tmp_path: Path) -> None:
    site, data = mirror(tmp_path / "site"), tmp_path / "data"
    made = ["--mirror", site, "--data", data, "--only", "eduscol", "--no-site", "--no-xlsx"]
    done = eduscol("run", *made, "--log-file", FULL)
    told = "eduscol: the log /dev/full cannot be written: No space left on device; the call goes on"
    assert (done.returncode, done.stderr.decode().splitlines()) == (0, [told])


def test_a_log_whose_folder_is_taken_away_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "logs"
    set_up_logs()
    add_log_file(folder / "x.log")
    shutil.rmtree(folder)
    for _ in range(3):
        log(LogEvent.NOTHING_NEW, version="x")
    set_up_logs()
    assert capsys.readouterr().err.count("cannot be written") == 1


def test_every_event_is_documented() -> None:
    assert EVENT_TEXT.keys() == set(LogEvent)
    listed = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    described = {name: text for name, text in listed if name in {e.value for e in LogEvent}}
    assert described == {event.value: text for event, text in EVENT_TEXT.items()}
