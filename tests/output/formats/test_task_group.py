"""Calls made at once or by processes: results in order, errors told, and none left at work."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from output.formats.task_group import TaskGroup


@pytest.fixture(params=["alone", "processes"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor | None]:
    """None, or two processes."""
    if request.param == "alone":
        yield None
        return
    with ProcessPoolExecutor(2, get_context("forkserver")) as pool:
        yield pool


def double(number: int) -> int:
    """The double of a number, the later ones first."""
    time.sleep(max(0, 0.05 - number / 100))
    return 2 * number


def refuse(number: int) -> int:
    """An error for the number 3."""
    if number == 3:
        raise OSError(28, "No space left on device", "here")
    return number


def write_late(path: Path) -> None:
    """Write a file after a while."""
    time.sleep(0.2)
    path.write_text("written")


def end(_: int) -> None:
    """End the process."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_values_and_results_come_in_order(executor: Executor | None) -> None:
    with TaskGroup(executor) as group:
        assert list(group.map(double, iter(range(20)))) == [(n, 2 * n) for n in range(20)]


def test_an_error_of_a_call_is_that_of_the_group(executor: Executor | None) -> None:
    def submit_all() -> None:
        with TaskGroup(executor) as group:
            for number in range(6):
                group.submit(refuse, number)

    with pytest.raises(OSError, match="No space left") as raised:
        submit_all()
    assert (raised.value.errno, raised.value.filename) == (28, "here")
    with pytest.raises(OSError, match="No space"), TaskGroup(executor) as group:
        list(group.map(refuse, range(6)))


def test_no_call_is_at_work_after_an_error(executor: Executor | None, tmp_path: Path) -> None:
    def fail_meanwhile() -> None:
        with TaskGroup(executor) as group:
            group.submit(write_late, tmp_path / "file")
            time.sleep(0.1)  # so that it has begun
            raise ValueError("mine")

    with pytest.raises(ValueError, match="mine"):
        fail_meanwhile()
    assert (tmp_path / "file").exists()


def test_a_process_that_ends_breaks_the_group() -> None:
    with (
        ProcessPoolExecutor(1, get_context("forkserver")) as pool,
        pytest.raises(BrokenExecutor),
        TaskGroup(pool) as group,
    ):
        group.submit(end, 1)
