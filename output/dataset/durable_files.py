"""Writing files durably, and whole where others may be reading."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from schema.errors import UnusableTarget

# What SQLite says where a plain write would be an OSError; other errors are ours.
_DISK = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
}


@contextmanager
def writable(
    target: Path, advice: str = "make room there or name another folder with --data"
) -> Iterator[None]:
    """Turn a refusal of the system to write into `UnusableTarget` that says what to do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        where = error.filename or target
        raise UnusableTarget(f"cannot write {where}: {reason}; {advice}") from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _DISK:
            raise
        raise UnusableTarget(f"cannot write in {target}: {error}; {advice}") from error


def write_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file, whole or piece by piece, in a folder that nobody reads yet. Raises OSError.

    Not durable by itself: `sync_tree` makes a whole folder durable at once, which costs a
    thousand files as little as one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.writelines([data] if isinstance(data, bytes) else data)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file that others may be reading: they see the former or the new one, whole."""
    part = path.with_name(f".tmp-{path.name}")
    write_file(part, data)
    sync(part)
    part.replace(path)
    sync(path.parent)


def sync_tree(folder: Path) -> None:
    """Make all that stands in `folder` durable."""
    # Waits for the disk on Linux; elsewhere it may only begin, hence the files of data one by one.
    os.sync()
    for path in folder.iterdir():
        sync(path)
    sync(folder)


def sync(path: Path) -> None:
    """Make a file's content, or a folder's list of names, durable."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
