"""Publishing killed at every step that touches the disk: what a reader sees is always whole.

A child process publishes and is ended, without any clean-up, just before its n-th opening for
writing, making, renaming, linking or removing under the folder. The second writing, by which a
version is compared with itself, is left out: it is thrown away anyway.
"""

import itertools
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from output.dataset.dataset import Dataset
from output.publish.publish import Published, publish
from output.versions.catalogue import read_versions
from output.versions.verify import faults
from schema.errors import UnusableTarget
from tests.support.effort import SOAK
from tests.support.samples import other, record, sample

EVENTS = {
    "open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "shutil.rmtree",
    "sqlite3.connect",
}  # fmt: skip
KILLED, DONE, REFUSED = 9, 0, 3
OLD = sample(record())
NEW = sample(record(), other(1))


def in_child(work: Callable[[], object]) -> int:
    """The exit status of a child that does `work`."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = DONE
        except UnusableTarget:
            status = REFUSED
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def before_each_step(folder: Path, do: Callable[[], None]) -> None:
    """Have `do` called before each step of this process, until its end."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        text = str(arguments[:2])
        if event in EVENTS and str(folder) in text and "-again" not in text:
            if event == "open" and not arguments[2] & (os.O_WRONLY | os.O_RDWR):
                return
            do()

    sys.addaudithook(hook)


def steps_of(folder: Path, dataset: Dataset) -> int:
    """Publish in a child that nothing disturbs, and return the number of its steps."""
    taken: list[int] = []
    number = folder.with_name("number")

    def work() -> None:
        before_each_step(folder, lambda: taken.append(1))
        publish(dataset, folder)
        number.write_text(str(len(taken)))

    assert in_child(work) == DONE
    return int(number.read_text())


def killed_at(step: int, folder: Path, dataset: Dataset) -> bool:
    """Publish, ended before step `step`; False when there are fewer steps."""
    left = itertools.count(step - 1, -1)

    def work() -> Published:
        before_each_step(folder, lambda: os._exit(KILLED) if next(left) == 0 else None)
        return publish(dataset, folder)

    status = in_child(work)
    assert status in {KILLED, DONE}
    return status == KILLED


def latest(folder: Path) -> str | None:
    return (folder / "latest").readlink().name if (folder / "latest").is_symlink() else None


def listed(folder: Path) -> list[str]:
    return [version.version for version in read_versions(folder / "versions.json").versions]


# Every step takes a publication: all of them in `make soak`. In `make test` some of those that
# write a version under a temporary name, and the last ones, which name it, list it, point to it.
STRIDE = 1 if SOAK else 58
LAST = 10


@pytest.mark.parametrize("first", [True, False], ids=["first", "second"])
def test_killed_at_any_step_what_is_published_is_whole(tmp_path: Path, first: bool) -> None:
    reference, start = tmp_path / "reference", tmp_path / "start"
    old = None if first else publish(OLD, reference).version
    start.mkdir()
    if not first:
        publish(OLD, start)
    new = publish(NEW, reference).version
    folder = tmp_path / "published"
    shutil.copytree(start, folder, symlinks=True)
    total = steps_of(folder, NEW)
    assert total > 60
    for step in (*range(1, total - LAST, STRIDE), *range(total - LAST, total + 1)):
        shutil.rmtree(folder)
        shutil.copytree(start, folder, symlinks=True)
        assert killed_at(step, folder, NEW)
        assert latest(folder) in {old, new}, step
        assert {latest(folder)} <= {None, *listed(folder)}, step  # the link is replaced last
        for path in folder.glob("[0-9]*"):
            assert faults(path) == [], (step, path.name)
        done = publish(NEW, folder)
        assert done.version == latest(folder) == new
        assert not list(folder.glob(".tmp-*")), step
        assert (folder / "versions.json").read_bytes() == expected(reference, done.new), step


def expected(reference: Path, new: bool) -> bytes:
    """`versions.json` as an undisturbed run leaves it, or as one that found nothing new does."""
    data = (reference / "versions.json").read_bytes()
    return data if new else data.replace(b'"last_run": "published"', b'"last_run": "nothing-new"')


def test_killed_by_a_signal_too(tmp_path: Path) -> None:
    published = publish(OLD, tmp_path)
    many = sample(record(), *(other(n) for n in range(200)))
    child = os.fork()
    if child == 0:
        try:
            publish(many, tmp_path)
        finally:
            os._exit(1)
    for _ in range(2000):
        if list(tmp_path.glob(".tmp-*/*")):
            break
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert latest(tmp_path) == published.version
    assert faults(published.folder) == []
    done = publish(many, tmp_path)
    assert done.new
    assert faults(done.folder) == []


@pytest.mark.parametrize("limit", [1_000, 10_000, 60_000, 300_000])
def test_no_room_for_a_file_is_said_and_loses_nothing(tmp_path: Path, limit: int) -> None:
    """The system refuses to write more than `limit` bytes into a file, as a full disk does."""
    published = publish(OLD, tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    large = sample(record(description="Une longue phrase. " * 40_000 + "Fin."))

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        publish(large, tmp_path)

    assert in_child(work) == REFUSED
    assert latest(tmp_path) == published.version
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert publish(large, tmp_path).new
