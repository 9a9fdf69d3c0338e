"""Documents read by several processes: the same results in the same order, whoever dies."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner

from output.versions.catalogue import read_versions
from parsers.model.document import Document
from schema.errors import ProgramFault, Refused, UnusableInput
from schema.lexicon import Lexicon
from scraper.cli.main import cli
from scraper.operations.run_report import RunOutcome, RunReport
from scraper.pipeline import reader as reader_module
from scraper.pipeline import workers as workers_module
from scraper.pipeline.processes import ReadOptions
from scraper.pipeline.reader import Reader, lacks_many
from scraper.pipeline.readings_cache import NAME, Readings
from scraper.pipeline.serialised_reading import Task, content_key, stored_by_worker
from scraper.pipeline.workers import Workers, workers_of
from tests.support.killing_workers import KILLS, killing_pool
from tests.support.mock_site import MockSite, page, published

RANDOM = Random(1)
PAGES = [page(number, RANDOM) for number in range(40)]
LABELS = b"access;text;Qui peut venir\n"


def tasks(*pages: bytes) -> list[tuple[int, Task | None]]:
    """The pages as documents, and some without any among them."""
    return [
        (n, None if n % 7 == 3 else Task(Document(body, f"https://example.org/p{n}.html")))
        for n, body in enumerate(pages)
    ]


def results(pages: list[bytes], start: Callable[[int], Executor] | None) -> list[Any]:
    """What reading them gives."""
    words = Lexicon.packaged().extended(LABELS, Path("labels.csv"))
    with Reader(words, LABELS, workers=Workers(2, start) if start else None) as reader:
        read = list(reader.read(tasks(*pages)))
    assert [n for n, _ in read] == list(range(len(pages)))
    return [str(item) if isinstance(item, Refused) else item for _, item in read]


def test_whatever_executor_reads_the_results_and_their_order_are_the_same(tmp_path: Path) -> None:
    pages = [*PAGES, b"", PAGES[3].replace(b"</html>", KILLS)]
    alone = results(pages, None)
    assert alone[3] is None
    assert "empty" in alone[40]
    assert results(pages, ThreadPoolExecutor) == alone
    assert results(pages, partial(killing_pool, once=tmp_path / "died")) == alone
    assert (tmp_path / "died").exists()


def test_versions_are_the_same_whatever_the_number_of_processes(tmp_path: Path) -> None:
    data = MockSite(tmp_path / "site", 45).fetched(tmp_path / "data")
    formats = ("site", "xlsx")
    alone = published(data, ReadOptions(1), formats)
    (data / NAME).unlink()
    (data / "published").rename(tmp_path / "published")
    assert published(data, ReadOptions(2), formats) == alone
    assert {"referentiels.xlsx", "site/index.html", "csv/fr/diplomes.csv"} < alone.keys()


def test_no_thread_outlasts_the_reading() -> None:
    """One that still ended workers while the program ends would print a traceback."""
    with Reader(Lexicon.packaged(), workers=workers_of(ReadOptions(2), lambda: True)) as reader:
        tasks = [(number, Task(Document(page))) for number, page in enumerate(PAGES)]
        assert len(list(reader.read(tasks))) == len(PAGES)
        assert any("ExecutorManager" in type(t).__name__ for t in threading.enumerate())
    assert not any("ExecutorManager" in type(t).__name__ for t in threading.enumerate())


def test_a_page_that_ends_two_workers_ends_the_call_and_nothing_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers_module, "pool", killing_pool)
    site = MockSite(tmp_path / "site", 5)
    (site.pages / "p3.html").write_bytes(PAGES[0].replace(b"</html>", KILLS))
    data = site.fetched(tmp_path / "data")
    with pytest.raises(ProgramFault, match=r"p3\.html"):
        published(data, ReadOptions(2))
    command = ["publish", "--data", str(data), "--only", "eduscol", "--jobs", "2"]
    done = CliRunner().invoke(cli, command)
    assert (done.exit_code, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert "p3.html: the process that read it ended" in line
    assert not (data / "published" / "latest").exists()
    report = next((data / "reports").glob("run-2*.json")).read_text("utf-8")
    assert '"fault"' in report


def test_processes_are_worth_it_from_so_many_documents_on_that_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_module, "MANY", 3)
    kept = Readings(tmp_path / NAME)
    for number in range(2):
        kept.put(b"%d" % number, content_key(str(number), None), b"")
    kept.close()
    kept = Readings(tmp_path / NAME)
    contents = [str(number) for number in range(5)]
    assert lacks_many(kept, iter(contents), None)
    assert not lacks_many(kept, iter(contents[:4]), None)
    assert lacks_many(kept, iter(contents[:4]), LABELS)
    assert lacks_many(None, iter(contents[:3]), None)
    kept.close()
    cores = len(os.sched_getaffinity(0))
    assert workers_of(ReadOptions(), lambda: False) is None
    assert getattr(workers_of(ReadOptions(), lambda: True), "number", 1) == cores
    assert workers_of(ReadOptions(1), lambda: True) is None
    assert getattr(workers_of(ReadOptions(7), lambda: False), "number", 1) == 7


def test_a_worker_of_another_program_reads_nothing() -> None:
    with pytest.raises(UnusableInput, match="install the same"):
        stored_by_worker([], None, "another program")


def of_session(session: int) -> list[int]:
    """The processes of a session."""
    members = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            members.append(int(stat.parent.name))
    return members


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_call_that_is_stopped_leaves_no_process_behind(tmp_path: Path, how: int) -> None:
    for number in range(400):
        (tmp_path / f"p{number}.html").write_bytes(PAGES[number % 40])
    command = [
        sys.executable, "-c", "from scraper.cli.main import main; main()",
        "parse", str(tmp_path), "--jobs", "2",
    ]  # fmt: skip
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as call:
        assert call.stdout is not None
        call.stdout.readline()
        assert len(of_session(call.pid)) > 2
        if how == signal.SIGINT:  # as a terminal does
            os.killpg(call.pid, how)
        else:
            call.send_signal(how)
        assert call.wait(30) == (-how if how == signal.SIGKILL else 75)
        for _ in range(300):
            if not (left := of_session(call.pid)):
                break
            time.sleep(0.1)
        assert not left


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_publication_that_is_stopped_says_so_and_loses_nothing(
    tmp_path: Path, how: signal.Signals
) -> None:
    data = MockSite(tmp_path / "site", 16).fetched(tmp_path / "data")
    command = [
        sys.executable, "-c", "from scraper.cli.main import main; main()",
        "publish", "--data", str(data), "--only", "eduscol", "--jobs", "2",
    ]  # fmt: skip
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    ) as call:
        for _ in range(3000):
            if len(of_session(call.pid)) > 3:  # two of them serve the others
                break
            time.sleep(0.01)
        os.killpg(call.pid, how)  # as a terminal and systemd do
        assert call.wait(30) == 75
        assert call.stderr is not None
        assert call.stderr.read().startswith(b"eduscol: stopped; run the same command again")
    for _ in range(300):
        if not (left := of_session(call.pid)):
            break
        time.sleep(0.1)
    assert not left
    assert not (data / "published" / "latest").exists()
    (path,) = (data / "reports").glob("run-2*.json")
    report = RunReport.model_validate_json(path.read_bytes())
    assert (report.outcome, report.exit_code) == (RunOutcome.INCOMPLETE, 75)
    assert report.reason == f"stopped by {how.name}"
    (listed,) = read_versions(data / "published" / "versions.json").failed
    assert (listed.outcome, listed.report) == ("incomplete", path.name)
    assert published(data, ReadOptions(1))
