"""The log: nothing off a terminal on a good night, everything in the file, one vocabulary."""

import json
import re
from pathlib import Path

from scraper.model.log_events import EVENT_TEXT, LogEvent
from tests.support.command import invoke

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
    log = tmp_path / "logs" / "eduscol.log"
    done = invoke("run", "--mirror", str(mirror(tmp_path / "site")), "--only",
                                    "eduscol", "--data", str(tmp_path / "data"), "--log-file",
                                    str(log))  # fmt: skip
    assert (done.exit_code, done.stderr) == (0, "")
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
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


def test_every_event_is_documented() -> None:
    assert EVENT_TEXT.keys() == set(LogEvent)
    listed = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    described = {name: text for name, text in listed if name in {e.value for e in LogEvent}}
    assert described == {event.value: text for event, text in EVENT_TEXT.items()}
