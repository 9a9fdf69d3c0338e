"""Keep readings in `readings.db` (SQLite): unchanged documents are not read again.

A cache: safe to delete, made again when it is damaged. A key is the hash of all that a reading
depends on, so that nothing kept is ever outdated; each row bears a checksum.
"""

import sqlite3
from array import array
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any
from zlib import compress, decompress

NAME = "readings.db"
# Up to this number of rows, nothing is dropped.
_FEWEST = 10_000
_BATCH = 200
_BY_KEY = "SELECT rowid, sum, CAST(reading AS BLOB) FROM readings WHERE key = ?"
# Other columns need another name, so that the rows of an earlier program are not in the way.
_TABLES = """
CREATE TABLE IF NOT EXISTS readings (
  key BLOB PRIMARY KEY, content BLOB NOT NULL, used INTEGER NOT NULL, sum BLOB NOT NULL,
  reading BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS readings_content ON readings(content);
"""


class Readings:
    """The readings kept in the file `path`.

    Of the readings that a call did not use, the least recently used are dropped: as many are kept
    as the call used, and at least 10 000 in all. A damaged file is removed. A file that another
    call holds, or for which there is no room, is left alone: every document is read then.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._used = array("q")
        self._new: list[tuple[bytes, bytes, int, bytes, bytes]] = []
        self._call = 0
        self._db: sqlite3.Connection | None = None
        for _ in range(2):  # the second time where a damaged file was
            try:
                self._open()
                break
            except sqlite3.Error as error:
                self._fail(error)

    def get(self, key: bytes) -> bytes | None:
        """Return the reading of a key; None if it is missing or damaged."""
        row = self._row(_BY_KEY, key)
        if row is None or _sum(key, row[2]) != row[1]:
            return None
        self._used.append(row[0])
        return unpacked(row[2])

    def put(self, key: bytes, content: bytes, reading: bytes) -> None:
        """Keep a reading, given as `packed` returns it; `content`: see `has`."""
        self._new.append((key, content, self._call, _sum(key, reading), reading))
        if len(self._new) == _BATCH:
            self._write()

    def has(self, content: bytes) -> bool:
        """Return whether the reading of a content is cached."""
        return self._row("SELECT 1 FROM readings WHERE content = ?", content) is not None

    def close(self) -> None:
        """Note which readings were used, drop readings unused for long, and close."""
        self._write()
        if self._db is None:
            return
        try:
            with self._db:
                self._db.executemany(
                    "UPDATE readings SET used = ? WHERE rowid = ?",
                    ((self._call, row) for row in self._used),
                )
                used = self._count("WHERE used = ?", self._call)
                if self._count() > (most := max(2 * used, _FEWEST)):
                    self._db.execute(
                        "DELETE FROM readings WHERE rowid IN (SELECT rowid FROM readings"
                        " ORDER BY used DESC, rowid DESC LIMIT -1 OFFSET ?)",
                        (most,),
                    )
            self._db.close()
        except sqlite3.Error as error:
            self._fail(error)

    def _open(self) -> None:
        self._db = sqlite3.connect(self._path, timeout=10)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made again
        self._db.executescript(_TABLES)
        last = self._db.execute("SELECT max(used) FROM readings").fetchone()[0]
        self._call = (last or 0) + 1

    def _write(self) -> None:
        rows, self._new = self._new, []
        if self._db is None or not rows:
            return
        try:
            with self._db:
                self._db.executemany("INSERT OR REPLACE INTO readings VALUES (?,?,?,?,?)", rows)
        except sqlite3.Error as error:
            self._fail(error)

    def _row(self, sql: str, *values: bytes) -> Any:
        """Return the first row of a query; None if there is no row or no usable file."""
        try:
            return self._db.execute(sql, values).fetchone() if self._db else None
        except sqlite3.Error as error:
            self._fail(error)
            return None

    def _count(self, which: str = "", *values: int) -> int:
        sql = f"SELECT count(*) FROM readings {which}"
        return int(self._db.execute(sql, values).fetchone()[0]) if self._db else 0

    def _fail(self, error: sqlite3.Error) -> None:
        """Continue without the file; remove a damaged file."""
        if self._db is not None:
            self._db.close()
        self._db = None
        if not isinstance(error, sqlite3.OperationalError):
            for suffix in ("", "-wal", "-shm"):
                with suppress(OSError):
                    Path(f"{self._path}{suffix}").unlink(missing_ok=True)


def packed(reading: bytes) -> bytes:
    """Return a reading as it is kept, and as workers send it: compressed."""
    return compress(reading, 1)


def unpacked(reading: bytes) -> bytes:
    """Return a reading from what `packed` returned."""
    return decompress(reading)


def _sum(key: bytes, reading: bytes) -> bytes:
    return blake2b(reading, digest_size=16, key=key).digest()
