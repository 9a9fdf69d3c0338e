"""Lock a data folder: one run at a time; a second run learns which process holds the lock."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from schema.errors import Busy, TryLater, UnusableTarget

# The lock files that this process holds, by path: device and number.
_HELD: dict[Path, tuple[int, int]] = {}


def refuse_lost_lock(data: Path) -> None:
    """Raise `TryLater` where this process holds `data` by a lock that another file replaced.

    Whoever removes the file lets a second run in; two runs that write into one archive spoil it.
    """
    path = _path(data)
    held, present = _HELD.get(path), _identity(path)
    if held is not None and present is not None and present != held:
        raise TryLater(
            f"{path}: was removed while this call was at work, and another call has begun: this "
            "one writes nothing more; leave the file, the lock ends with the process"
        )


def _path(data: Path) -> Path:
    return data.resolve() / "lock"


def _identity(path: Path) -> tuple[int, int] | None:
    """Return the device and inode number of a file; None if it is not accessible."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Hold the lock of the folder `data`; `Busy` that names the holder when it is taken.

    May be entered again by the process that holds it. The lock ends with the process, however it
    ends: nothing has to be removed by hand.
    """
    holder, path = data / "lock.json", _path(data)
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock = FileLock(data / "lock", is_singleton=True)
        lock.acquire(timeout=0)
        if lock.lock_counter == 1:
            if identity := _identity(path):
                _HELD[path] = identity
            try:
                since = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
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
        if lock.lock_counter == 1 and _HELD.pop(path, None) == _identity(path):
            holder.unlink(missing_ok=True)  # else it is another call's
        lock.release()


@contextmanager
def locked_if_free(data: Path) -> Iterator[bool]:
    """Hold the lock of the folder `data` if no other process does; yields whether it is held.

    A folder that cannot be written, as on a read-only disk, has no run at work: yields True. Raises
    as `refuse_lost_lock`.
    """
    refuse_lost_lock(data)
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
