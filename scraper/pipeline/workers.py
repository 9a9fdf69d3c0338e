"""Processes that read documents: on this machine, or those of a cluster."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import NamedTuple


class ReadOptions(NamedTuple):
    """Who reads: `jobs` processes of this machine; None for one, or many where there is much."""

    jobs: int | None = None


AS_NEEDED = ReadOptions()


class Workers(NamedTuple):
    """Workers of any executor.

    `number`: how many there are. `start`: makes an executor of so many workers. `lost`: what it
    raises where a worker died.
    """

    number: int
    start: Callable[[int], Executor]
    lost: tuple[type[Exception], ...] = (BrokenExecutor,)


def workers_of(options: ReadOptions, is_much: Callable[[], bool]) -> Workers | None:
    """Return those who read; None for this process alone.

    `is_much`: whether there is so much to read that as many processes as there are cores are worth
    their beginning.
    """
    jobs = options.jobs or (_cores() if is_much() else 1)
    return Workers(jobs, _pool) if jobs > 1 else None


def _cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pool(number: int) -> Executor:
    # Not by a fork of this process, whose threads may hold locks.
    context = get_context("forkserver" if hasattr(os, "fork") else "spawn")
    if hasattr(context, "set_forkserver_preload"):
        context.set_forkserver_preload(["scraper.pipeline.stored_reading"])
    return ProcessPoolExecutor(number, context, _begin)


def _begin() -> None:
    """End when the process that wants the readings ends, however it does, and not before."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None  # a worker has one

    def end_with_parent() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    Thread(target=end_with_parent, daemon=True).start()
