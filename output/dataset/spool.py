"""Rows kept on disk and read in the order of a key, as often as wanted.

The rows of thousands of pages would not fit into the memory of a small machine; a spool holds one
row in memory at a time.
"""

import pickle
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Generic, TypeVar

from schema.errors import UnusableTarget

T = TypeVar("T")
# Bytes that wait in memory to be written together: a call of SQLite costs as much as two rows.
_BYTES_AT_ONCE = 50_000
# Bytes of a page of the file: many rows have some kilobytes, and take twice as long with 4096.
_PAGE = 16384


def _as_they_came(_: object) -> str:
    return ""


class Spool(Generic[T]):
    """Keep `rows` on disk, in order of `key`; rows of one key, and all without a key, as they came.

    They stand in a temporary file of SQLite, which is removed with the object, and when the process
    ends in any way. Rows come back as they were put in, valid or not, as new objects.
    Raises `UnusableTarget` when there is no room for them.
    """

    def __init__(self, rows: Iterable[T] = (), key: Callable[[T], str] | None = None) -> None:
        self._key = key or _as_they_came
        table = "CREATE TABLE rows (key TEXT NOT NULL, row BLOB NOT NULL)"
        self._db = temporary_database(table, _PAGE)
        weakref.finalize(self, self._db.close)
        self._is_indexed = False
        self._waiting: list[tuple[str, bytes]] = []
        self._size = 0
        self.extend(rows)

    def extend(self, rows: Iterable[T]) -> None:
        """Put further rows in; not while they are being read."""
        for row in rows:
            pickled = pickle.dumps(row, pickle.HIGHEST_PROTOCOL)
            self._waiting.append((self._key(row), pickled))
            self._size += len(pickled)
            if self._size > _BYTES_AT_ONCE:
                self._write()

    def __iter__(self) -> Iterator[T]:
        return self._rows("ORDER BY key, rowid")

    def __len__(self) -> int:
        self._write()
        return int(self._db.execute("SELECT count(*) FROM rows").fetchone()[0])

    def keys(self) -> Iterator[str]:
        """Yield the key of each row, in order: as often as there are rows of it."""
        self._index()
        for (key,) in self._db.execute("SELECT key FROM rows ORDER BY key"):
            yield key

    def at(self, key: str) -> Iterator[T]:
        """Return the rows of one key."""
        return self._rows("WHERE key = ? ORDER BY rowid", key)

    def get(self, key: str) -> T | None:
        """Return the first row of a key, if there is one."""
        return next(self.at(key), None)

    def _rows(self, which: str, *values: str) -> Iterator[T]:
        if self._waiting or not self._is_indexed:
            self._index()
        with ROOM:
            for (row,) in self._db.execute(f"SELECT row FROM rows {which}", values):
                yield pickle.loads(row)

    def _write(self) -> None:
        """Write the rows that wait."""
        if self._waiting:
            with ROOM:
                self._db.executemany("INSERT INTO rows VALUES (?, ?)", self._waiting)
            self._waiting.clear()
            self._size = 0

    def _index(self) -> None:
        """Make the index by the key before the first row is read: cheaper than row by row."""
        self._write()
        if not self._is_indexed:
            with ROOM:
                self._db.execute("CREATE INDEX rows_key ON rows(key)")
            self._is_indexed = True


def temporary_database(table: str, page: int = 4096) -> sqlite3.Connection:
    """Open a temporary file of SQLite, which is removed when it is closed.

    `table`: its DDL. `page`: bytes of a page of the file.
    """
    # An empty name: a file that SQLite removes from the folder as soon as it is open.
    # The garbage collector may close it from any thread.
    db = sqlite3.connect("", check_same_thread=False)
    # Nothing is ever committed or rolled back: no journal is needed.
    for pragma in (f"page_size = {page}", "journal_mode = OFF", "cache_size = -500"):
        db.execute(f"PRAGMA {pragma}")
    db.execute(table)
    return db


class Room:
    """A context that turns an error of temporary files into `UnusableTarget`."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None
    ) -> None:
        if isinstance(error, sqlite3.OperationalError):
            raise UnusableTarget(
                f"temporary files cannot be written ({error}): make room in the folder for them, "
                "or name another with TMPDIR"
            ) from error


# A class, and one object of it: rows are read by the ten thousand.
ROOM = Room()
