"""Lock a data folder: one run at a time; a second run learns which process holds the lock."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from schema.errors import Busy, UnusableTarget


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Hold the lock of the folder `data`; `Busy` that names the holder when it is taken.

    May be entered again by the process that holds it. The lock ends with the process, however it
    ends: nothing has to be removed by hand.
    """
    holder = data / "lock.json"
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock = FileLock(data / "lock", is_singleton=True)
        lock.acquire(timeout=0)
        if lock.lock_counter == 1:
            try:
                since = datetime.now(UTC).isoformat(timespec="seconds")
                holder.write_text(json.dumps({"process": os.getpid(), "since": since}))
            except OSError:
                lock.release()
                raise
    except Timeout as error:
        raise Busy(f"{data}: another run is at work ({_named(holder)}); wait for it") from error
    except OSError as error:
        raise UnusableTarget(
            f"{data}: cannot be used ({error.strerror}); name another folder with --data, make "
            "room, or let the owner of the folder make the call (chown)"
        ) from error
    try:
        yield
    finally:
        if lock.lock_counter == 1:
            holder.unlink(missing_ok=True)
        lock.release()


@contextmanager
def locked_if_free(data: Path) -> Iterator[bool]:
    """Hold the lock of the folder `data` if no other process does; yields whether it is held.

    A folder that cannot be written, as on a read-only disk, has no run at work: yields True.
    """
    lock = FileLock(data / "lock", is_singleton=True)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    except OSError:
        yield True
        return
    try:
        yield True
    finally:
        lock.release()


def _named(holder: Path) -> str:
    try:
        details = json.loads(holder.read_text())
        return f"process {details['process']}, since {details['since']}"
    except (OSError, ValueError, KeyError):
        return "it has not said its name yet"
