"""Workers that read documents: processes of this machine, or a cluster."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor
from typing import Any, NamedTuple

from schema.errors import UnusableInput, not_installed
from scraper.pipeline.processes import ReadOptions, cores, pool
from scraper.pipeline.serialised_reading import program

# Seconds in which a scheduler has to answer.
_ANSWER = 10


class Workers(NamedTuple):
    """Workers of any executor.

    `number`: of workers. `start`: makes an executor with that number of workers. `lost`: what it
    raises where a worker died. `are_there`: whether any is left. `close`: called at the end.
    """

    number: int
    start: Callable[[int], Executor]
    lost: tuple[type[Exception], ...] = (BrokenExecutor,)
    are_there: Callable[[], bool] = lambda: True
    close: Callable[[], None] = lambda: None


def workers_of(options: ReadOptions, is_much: Callable[[], bool]) -> Workers | None:
    """Return the workers; None for this process alone.

    `is_much`: whether there is so much to read that starting a process for each core pays.
    `UnusableInput` for a cluster that cannot be used.
    """
    if options.cluster:
        return _cluster(options.cluster)
    jobs = options.jobs or (cores() if is_much() else 1)
    return Workers(jobs, pool) if jobs > 1 else None


def judge(options: ReadOptions) -> None:
    """Raise `UnusableInput` for a cluster that cannot be used."""
    if options.cluster:
        _cluster(options.cluster).close()


def _cluster(address: str) -> Workers:
    """Return the workers of a cluster; documents are sent to them, and readings come back."""
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError:
        raise not_installed("--cluster", "distributed") from None
    try:
        client = Client(address, timeout=_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UnusableInput(
            f"--cluster {address}: no scheduler answers there ({error}); begin one with "
            "`dask scheduler`, and workers with `dask worker`"
        ) from error
    try:
        _check(client, address)
    except UnusableInput:
        client.close()
        raise
    return Workers(
        sum(client.nthreads().values()),
        lambda _: client.get_executor(pure=False),
        (BrokenExecutor, KilledWorker),
        lambda: client.status == "running" and bool(client.nthreads()),
        client.close,
    )


def _check(client: Any, address: str) -> None:
    """Raise `UnusableInput` for a cluster without workers, or with another program anywhere."""
    if not client.nthreads():
        raise UnusableInput(
            f"--cluster {address}: the scheduler has no workers; begin some with "
            f"`dask worker {address}`"
        )
    programs = client.run(program, on_error="return")
    try:
        programs["the scheduler"] = client.run_on_scheduler(program)
    except ImportError as error:
        programs["the scheduler"] = error
    for where, answer in programs.items():
        if answer != program():
            reason = f" ({answer})" if isinstance(answer, Exception) else ""
            raise UnusableInput(
                f"--cluster {address}: {where} has not the same program{reason}; install the same "
                "version of it, of its libraries and of Python there"
            )
