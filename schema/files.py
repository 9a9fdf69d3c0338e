"""Files on disk: their SHA-256, durable and atomic writing, and errors of the disk.

Sources, archive, versions and reports all use these functions.
"""

import errno
import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from schema.errors import UnusableInput, UnusableTarget

# SQLite's codes where a plain write would raise OSError; other errors are bugs of ours.
_DISK = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
}
# Errors that no room mends, and what to do then.
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
NO_RIGHT = (
    "make the call as the owner of the folder, let it write there (chown), or name another folder "
    "with --data"
)
_NO_ROOM = "make room there or name another folder with --data"


def sha256_of(path: Path) -> str:
    """Return the SHA-256 (hex) of a file of any size. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 (hex) of a user's file. `UnusableInput` when it cannot be read."""
    try:
        return sha256_of(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnusableInput(f"{path}: cannot be read ({reason}); check its rights") from error


def digest(files: Sequence[Path]) -> str:
    """Return the SHA-256 of one file; of several files, of the lines `<sha256>  <name>`.

    Raises as `file_digest`.
    """
    if len(files) == 1:
        return file_digest(files[0])
    lines = "".join(f"{file_digest(path)}  {path.name}\n" for path in files)
    return hashlib.sha256(lines.encode()).hexdigest()


def refuse_dangling(paths: Iterable[Path]) -> None:
    """Raise `UnusableTarget` for a link that leads nowhere, as one to a disk that is not mounted.

    The system says "File exists" when a folder is made there.
    """
    for path in paths:
        if path.is_symlink() and not path.exists():
            raise UnusableTarget(
                f"{path} is a link to {path.readlink()}, which is not there: mount its disk, or "
                "mend the link"
            )


@contextmanager
def writable(target: Path, advice: str | None = None) -> Iterator[None]:
    """Turn a refusal of the system to write into `UnusableTarget` that says what to do.

    `advice`: in place of what is said of a data folder.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        where = error.filename or target
        is_closed = error.errno in _CLOSED
        advice = advice or (NO_RIGHT if is_closed else _NO_ROOM)
        raise UnusableTarget(f"cannot write {where}: {reason}; {advice}") from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _DISK:
            raise
        is_closed = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY
        advice = advice or (NO_RIGHT if is_closed else _NO_ROOM)
        raise UnusableTarget(f"cannot write in {target}: {error}; {advice}") from error


def write_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file, whole or piece by piece, in a folder that no process reads yet. Raises OSError.

    Not durable by itself: `sync_tree` makes a whole folder durable at once, which costs a
    thousand files as little as one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.writelines([data] if isinstance(data, bytes) else data)


def replace_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file, whole or piece by piece, that others may be reading.

    They see the former or the new one, whole. Where there is no room, nothing is left beside the
    former file. Raises OSError.
    """
    part = path.with_name(f".tmp-{path.name}")
    try:
        write_file(part, data)
        sync(part)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync(path.parent)


def sync_tree(folder: Path) -> None:
    """Make all files and folders in `folder` durable."""
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
