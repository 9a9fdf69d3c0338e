"""Processes that write files: whatever becomes of them, a whole version or none."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest
from click.testing import CliRunner

from output.checks.check_result import FailedChecks
from output.formats import sqlite
from output.formats.sqlite import BrokenDatabase
from output.publish.publish import publish
from output.versions.store import LOCK
from schema.errors import ProgramFault, UnusableTarget
from scraper.cli.main import cli
from scraper.pipeline import processes
from scraper.pipeline.processes import ALONE, ReadOptions, begin_early, writing_processes
from tests.support.mock_site import MockSite, files, published
from tests.support.samples import other, record, sample

FORMATS = ("site", "xlsx")
TWO = ReadOptions(2)
EIGHTY = [other(number) for number in range(80)]


def prepared(number: int, prepare: Callable[[], None]) -> Executor:
    """A pool whose processes are prepared by a call."""
    return ProcessPoolExecutor(number, get_context("forkserver"), prepare)


def end_at_check() -> None:
    """Make the check of a database end its process."""

    def end(_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    vars(sqlite)["_check_content"] = end


def find_fault() -> None:
    """Make the check of a database find a fault."""

    def find(_: object) -> None:
        raise BrokenDatabase("integrity: page 7")

    vars(sqlite)["_check_content"] = find


def lack_room() -> None:
    """Allow no file of more than 4 KB."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))


@pytest.mark.parametrize(
    ("fault", "error", "text"),
    [
        (end_at_check, ProgramFault, "nothing was published; run the same command again"),
        (find_fault, FailedChecks, "integrity: page 7"),
        (lack_room, UnusableTarget, "File too large"),
    ],
)
def test_a_fault_of_a_process_publishes_nothing_and_leaves_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[], None],
    error: type[Exception],
    text: str,
) -> None:
    first = publish(sample(record(), inputs=dict.fromkeys(FORMATS, "3")), tmp_path)
    before = files(first.folder)
    dataset = sample(record(), *EIGHTY, inputs=dict.fromkeys(FORMATS, "3"))
    monkeypatch.setattr(processes, "pool", partial(prepared, prepare=fault))
    with pytest.raises(error, match=text), writing_processes(TWO, 81) as executor:
        publish(dataset, tmp_path, executor=executor)
    assert (tmp_path / "latest").resolve() == first.folder
    assert files(first.folder) == before
    names = {path.name for path in tmp_path.iterdir()}
    assert names - {"versions.json", "changes.ndjson", LOCK} == {"latest", first.version}


def test_the_command_says_that_a_process_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = MockSite(tmp_path / "site", 5).fetched(tmp_path / "data")
    published(data, ReadOptions(1))  # so that nothing is left to read
    monkeypatch.setattr(processes, "pool", partial(prepared, prepare=end_at_check))
    command = ["publish", "--data", str(data), "--only", "eduscol", "--jobs", "2"]
    done = CliRunner().invoke(cli, command)
    assert (done.exit_code, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("eduscol: a process that wrote files of the version ended")
    assert "--jobs 1" in line


def test_processes_are_worth_it_from_so_many_records_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    for options, records, parallel in (
        (ReadOptions(), processes.MANY, True),
        (ReadOptions(), processes.MANY - 1, False),
        (TWO, 1, True),
        (ALONE, 10 * processes.MANY, False),
        (ReadOptions(cluster="tcp://127.0.0.1:1"), 1, False),
    ):
        with writing_processes(options, records) as executor:
            assert (executor is not None) == parallel


def test_the_process_that_others_are_forked_from_begins_only_where_it_was_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[bool] = []
    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", lambda: begun.append(True))
    for options in (ReadOptions(), ALONE, ReadOptions(cluster="tcp://127.0.0.1:1")):
        begin_early(options)
    assert not begun
    begin_early(TWO)
    assert begun


def test_a_program_that_lets_others_read_loads_no_reader() -> None:
    """The patterns of the reader take longer to compile than all else takes to load."""
    code = (
        "import sys, scraper.operations.publish_and_report; print('parsers.parse' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
