"""The state of the crawl in `state.db` (SQLite): frontier, validators, history.

A cache: the result of applying the events of all runs in order (`scraper.state.event_log`). It is
made again from the archive when it is absent, of another format or unreadable.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schema.errors import UnusableTarget
from schema.issues import Issue
from scraper.archive.append_file import disk_errors
from scraper.archive.archive import Archive
from scraper.archive.journal import Event
from scraper.state.event_log import FORMAT, SCHEMA, History
from scraper.state.page import Page, page_of


class State:
    """The state in the file `path` (or `:memory:`)."""

    def __init__(self, path: Path | str) -> None:
        self._db = sqlite3.connect(path, isolation_level=None, timeout=60)
        self._db.row_factory = sqlite3.Row
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        if self._db.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
            for (name,) in self._db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            ).fetchall():
                self._db.execute(f'DROP TABLE "{name}"')
            self._db.executescript(SCHEMA)
            self._db.execute(f"PRAGMA user_version = {FORMAT}")
        self._history = History(self._db)

    @property
    def run(self) -> str | None:
        """The run that began last."""
        return self._history.run

    @property
    def source(self) -> str | None:
        """Where the run that began last has its pages from: `live`, `mirror` or `warc`."""
        row = self._db.execute("SELECT source FROM runs WHERE id = ?", (self.run,)).fetchone()
        return row["source"] if row else None

    @property
    def looked_at(self) -> str | None:
        """When the last run on the live site that ended or was stopped in order did so."""
        row = self._db.execute(
            "SELECT coalesce(ended, stopped) AS at FROM runs"
            " WHERE source = 'live' AND at IS NOT NULL ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return row["at"] if row else None

    def hold(self) -> None:
        """See from here on what is there now, whatever another process applies; until `close`."""
        self._db.execute("BEGIN")
        self._db.execute("SELECT 1 FROM runs").fetchone()

    def apply(self, run: str, event: Event, position: int) -> None:
        """Take `event` of `run` in; it ends at byte `position` of the run's journal.

        Another process that reads the archive may have taken it in already.
        """
        self._history.apply(run, event, position)

    def commit(self) -> None:
        """Keep what was applied."""
        if self._db.in_transaction:
            self._db.execute("COMMIT")

    def close(self) -> None:
        """Close; what was not committed is in the journal, and applied again when next opened."""
        self._db.close()

    def next_page(self, after: int = 0) -> Page | None:
        """The first page behind the place `after` that is still to be asked for in this run."""
        row = self._db.execute(
            "SELECT * FROM pages WHERE pending = 1 AND seq > ? ORDER BY seq LIMIT 1", (after,)
        ).fetchone()
        return self._page(row) if row else None

    def pages(self) -> Iterator[Page]:
        """Every page that is known, in the order in which they became known."""
        seq = 0
        while rows := self._db.execute(
            "SELECT * FROM pages WHERE seq > ? ORDER BY seq LIMIT 500", (seq,)
        ).fetchall():
            for row in rows:
                yield self._page(row)
            seq = rows[-1]["seq"]

    def page(self, key: str) -> Page | None:
        """The page of that key."""
        row = self._db.execute("SELECT * FROM pages WHERE key = ?", (key,)).fetchone()
        return self._page(row) if row else None

    def reached_by(self, key: str) -> Page | None:
        """The page that led to `key` in this run, and was read there."""
        row = self._db.execute("SELECT by FROM reached WHERE key = ?", (key,)).fetchone()
        return self.page(row["by"]) if row else None

    def is_met(self, key: str, address: str) -> bool:
        """Whether the page `key` is known to be asked for under `address`."""
        row = self._db.execute(
            "SELECT 1 FROM addresses WHERE address = ? AND key = ? AND met = 1", (address, key)
        ).fetchone()
        return row is not None

    def knows(self, key: str) -> bool:
        """Whether there is a page of that key."""
        row = self._db.execute("SELECT 1 FROM pages WHERE key = ?", (key,)).fetchone()
        return row is not None

    def counts(self) -> tuple[int, int]:
        """How many pages are known, and how many still to be asked for."""
        return self._history.known, self._history.waiting

    def outcomes(self, run: str) -> dict[str, int]:
        """How many pages had which outcome in `run`."""
        rows = self._db.execute(
            "SELECT outcome, count(*) FROM pages WHERE run = ? GROUP BY 1 ORDER BY 1", (run,)
        )
        return dict(tuple(row) for row in rows)

    def failure_kinds(self, run: str) -> dict[str, int]:
        """How many pages failed in `run`, by kind."""
        rows = self._db.execute(
            "SELECT kind, count(*) FROM pages WHERE run = ? AND kind IS NOT NULL GROUP BY 1"
            " ORDER BY 1",
            (run,),
        )
        return dict(tuple(row) for row in rows)

    def issues(self, run: str, key: str | None = None) -> list[tuple[str, Issue]]:
        """The issues of `run` with the page or address that each is about."""
        # A condition for both cases would not use the index: n pages with n issues would cost n².
        which, values = ("AND key = ?", (run, key)) if key else ("", (run,))
        rows = self._db.execute(
            f"SELECT key, issue_json FROM issues WHERE run = ? {which} ORDER BY rowid", values
        )
        return [(row["key"], Issue.model_validate_json(row["issue_json"])) for row in rows]

    def open_run(self) -> tuple[str, str, bool] | None:
        """The last run if it has not ended: id, source, and whether it was stopped in order."""
        row = self._db.execute(
            "SELECT id, source, stopped FROM runs WHERE id = ? AND ended IS NULL", (self.run,)
        ).fetchone()
        return (row["id"], row["source"], row["stopped"] is not None) if row else None

    def position(self, run: str) -> int:
        """How far the journal of `run` has been applied, in bytes."""
        return self._history.position(run)

    def _page(self, row: sqlite3.Row) -> Page:
        names = self._db.execute(
            "SELECT address, met FROM addresses WHERE key = ? ORDER BY rowid", (row["key"],)
        )
        return page_of(row, names.fetchall())

    def known_runs(self) -> list[tuple[str, int]]:
        """The runs that were applied, with the position reached in the journal of each."""
        return [tuple(row) for row in self._db.execute("SELECT id, position FROM runs")]


@contextmanager
def database_errors(path: Path) -> Iterator[None]:
    """A database that cannot be written becomes `UnusableTarget`; the archive is not touched."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise UnusableTarget(
            f"{path}: cannot be used ({error}); "
            "what was fetched before is intact: make room and run again"
        ) from error


def open_state(path: Path, archive: Archive) -> State:
    """The state in `path`, brought up to the journals of `archive`; made anew when need be.

    `UnusableTarget` where it cannot be written.
    """
    try:
        state = State(path)
        if _is_ahead(state, archive):
            raise sqlite3.DatabaseError("the state knows of more than the archive")
    except sqlite3.DatabaseError:
        with disk_errors(path), database_errors(path):
            for suffix in ("", "-wal", "-shm"):
                Path(f"{path}{suffix}").unlink(missing_ok=True)
            state = State(path)
    for run in archive.runs():
        start = state.position(run)
        if archive.size(run) > start:
            for event, position in archive.events(run, start):
                state.apply(run, event, position)
    state.commit()
    return state


def past_state(archive: Archive, run: str, position: int) -> State:
    """The state, in memory, as it was when the journal of `run`, the last then, was so long."""
    state = State(":memory:")
    for one in archive.runs():
        if one <= run:
            for event, end in archive.events(one):
                if one < run or end <= position:
                    state.apply(one, event, end)
    state.commit()
    return state


def _is_ahead(state: State, archive: Archive) -> bool:
    runs = set(archive.runs())
    known = state.known_runs()
    return any(run not in runs or archive.size(run) < position for run, position in known)
