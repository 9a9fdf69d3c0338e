"""Texts kept on disk once each: there are as many as pages, more than memory should hold."""

import weakref
from collections.abc import Iterator

from output.dataset.spool import ROOM, temporary_database


class Distinct:
    """Keep texts, each once, in a temporary file of SQLite as `Spool` does.

    Raises `UnusableTarget` when there is no room for them.
    """

    def __init__(self) -> None:
        self._db = temporary_database("CREATE TABLE texts (text TEXT PRIMARY KEY) WITHOUT ROWID")
        weakref.finalize(self, self._db.close)
        self._is_numbered = False

    def add(self, text: str) -> bool:
        """Put a text in; return whether it is new. None may be added once they are numbered."""
        with ROOM:
            cursor = self._db.execute("INSERT OR IGNORE INTO texts VALUES (?)", (text,))
            return cursor.rowcount > 0

    def has(self, text: str) -> bool:
        """Return whether a text was put in."""
        found = self._db.execute("SELECT 1 FROM texts WHERE text = ?", (text,)).fetchone()
        return found is not None

    def __iter__(self) -> Iterator[str]:
        """Yield the texts in order."""
        return (text for (text,) in self._db.execute("SELECT text FROM texts ORDER BY text"))

    def number(self, text: str) -> int:
        """Return the place in order, from 1, of a text that was put in."""
        if not self._is_numbered:
            with ROOM:
                self._db.execute("CREATE TABLE numbers (n INTEGER PRIMARY KEY, text TEXT UNIQUE)")
                self._db.execute("INSERT INTO numbers (text) SELECT text FROM texts ORDER BY text")
            self._is_numbered = True
        return int(self._db.execute("SELECT n FROM numbers WHERE text = ?", (text,)).fetchone()[0])

    def beginning(self, start: str) -> Iterator[str]:
        """Yield the texts that begin with `start`, in order, without it."""
        sql = "SELECT text FROM texts WHERE text >= ? ORDER BY text"
        for (text,) in self._db.execute(sql, (start,)):
            if not text.startswith(start):
                return
            yield text.removeprefix(start)
