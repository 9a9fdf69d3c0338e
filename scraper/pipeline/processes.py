"""Processes of this machine that read documents and write files: how many, and how they start."""

import gc
import os
import signal
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from multiprocessing.context import BaseContext
from threading import Thread, current_thread, main_thread
from typing import NamedTuple

from schema.errors import ProgramFault

# Number of documents to read, or of records to write, from which starting processes is worth it.
MANY = 500
# What the process loads from which the others are forked.
_MODULES = ["scraper.pipeline.serialised_reading", "parsers.parse", "output.publish.write_version"]


class ReadOptions(NamedTuple):
    """How documents are read. `jobs`: processes of this machine; None: by the number of documents.

    `cluster`: the address of a scheduler of dask.distributed, whose workers read instead.
    """

    jobs: int | None = None
    cluster: str | None = None


# The default of library functions: only a script written for it may start processes.
ALONE = ReadOptions(jobs=1)


def begin_early(options: ReadOptions) -> None:
    """Begin the process from which the workers are forked, if some were asked for.

    It loads its modules while this process loads its own.
    """
    if (options.jobs or 1) > 1 and not options.cluster:
        _context()


@contextmanager
def writing_processes(options: ReadOptions, records: int) -> Iterator[Executor | None]:
    """Give the processes that write the files of a version; None for this process alone.

    `records`: how many it has. `ProgramFault` when one of them ends.
    """
    jobs = options.jobs or (cores() if records >= MANY else 1)
    if jobs == 1:
        yield None
        return
    try:
        with pool(jobs) as executor:
            yield executor
    except BrokenExecutor as error:
        raise ProgramFault(
            "a process that wrote files of the version ended, and nothing was published; run the "
            "same command again, with --jobs 1 if it happens again"
        ) from error


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pool(number: int) -> Executor:
    """Return an executor of that number of processes, which start with the first call."""
    return ProcessPoolExecutor(number, _context(), _begin, (gc.get_threshold(),))


def _context() -> BaseContext:
    # Not by a fork of this process, whose threads may hold locks.
    if not hasattr(os, "fork"):
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(_MODULES)
    _run_server()
    return context


def _run_server() -> None:
    """Begin the process from which the workers are forked, if it does not run.

    It and they inherit that Ctrl-C is ignored: this process ends them, without a traceback of
    theirs, in whatever they do at that moment.
    """
    from multiprocessing.forkserver import ensure_running

    if current_thread() is not main_thread():  # which alone may set signals
        ensure_running()
        return
    former = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        ensure_running()
    finally:
        signal.signal(signal.SIGINT, former)


def _begin(collected_at: tuple[int, int, int]) -> None:
    """End when the process that wants the results ends, however it does, and not before.

    `collected_at`: numbers of objects at which that process collects cyclic garbage.
    """
    gc.set_threshold(*collected_at)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None  # a worker has one

    def end_with_parent() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    Thread(target=end_with_parent, daemon=True).start()
