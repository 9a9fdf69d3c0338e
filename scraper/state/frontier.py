"""Keep the state of the crawl in `state.db` (SQLite): frontier, validators, history.

A cache: the result of applying the events of all runs in order (`scraper.state.event_log`). It is
rebuilt from the archive when it is absent, of another format, unreadable, or damaged:
`state.db.sum` holds the SHA-256 of the file as it was closed.
"""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from schema.errors import UnusableTarget
from schema.files import sha256_of
from schema.issues import Issue
from scraper.archive.append_file import disk_errors
from scraper.archive.archive import Archive, DamagedLine
from scraper.archive.journal import Event
from scraper.model.response import WITH_CONTENT, Outcome
from scraper.state.event_log import FORMAT, SCHEMA, EventLog
from scraper.state.page import Page, page_of

# With more bytes free, a disk is not the one that SQLite found full.
_ROOM = 1_000_000


class State:
    """The state in the file `path` (or `:memory:`)."""

    def __init__(self, path: Path | str) -> None:
        self._is_held = False
        self._path = None if path == ":memory:" else Path(path)
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
        self._events = EventLog(self._db)

    @property
    def run(self) -> str | None:
        """Return the run that began last."""
        return self._events.run

    @property
    def source(self) -> str | None:
        """Return the source of the run that began last: `live`, `mirror` or `warc`."""
        row = self._db.execute("SELECT source FROM runs WHERE id = ?", (self.run,)).fetchone()
        return row["source"] if row else None

    @property
    def looked_at(self) -> str | None:
        """Return when the last live run that ended or was stopped in order did so."""
        row = self._db.execute(
            "SELECT coalesce(ended, stopped) AS at FROM runs"
            " WHERE source = 'live' AND at IS NOT NULL ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return row["at"] if row else None

    @property
    def asked_at(self) -> str:
        """Return when a page was requested last in the last run that requested any; else empty."""
        sql = "SELECT max(at) AS at FROM pages WHERE run = (SELECT max(run) FROM pages)"
        return self._db.execute(sql).fetchone()["at"] or ""

    @property
    def has_live_pages(self) -> bool:
        """Return whether the content of any page came from the live site itself."""
        row = self._db.execute(
            "SELECT 1 FROM pages JOIN runs ON runs.id = pages.content_run"
            " WHERE runs.source = 'live' AND runs.started != '' LIMIT 1"
        ).fetchone()
        return row is not None

    def hold(self) -> None:
        """Keep seeing the present content until `close`, whatever another process applies."""
        self._db.execute("BEGIN")
        self._db.execute("SELECT 1 FROM runs").fetchone()
        self._is_held = True

    def apply(self, run: str, event: Event | DamagedLine, position: int) -> None:
        """Apply `event` of `run`, which ends at byte `position` of the run's journal.

        Another process that reads the archive may have applied it already.
        """
        self._events.apply(run, event, position)

    def commit(self) -> None:
        """Commit the events applied so far."""
        if self._db.in_transaction:
            self._db.execute("COMMIT")

    def close(self) -> None:
        """Close; uncommitted events are in the journal, and applied again at the next opening."""
        if self._is_held:
            self._db.execute("ROLLBACK")  # nothing was written in it
        if self._path is None or self._db.in_transaction:
            self._db.close()
            return
        # A reader must not delay a crawl: the last process to close writes the log to the file.
        self._db.execute("PRAGMA busy_timeout = 0")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()
        if not Path(f"{self._path}-wal").exists():
            _sum_file(self._path).write_text(sha256_of(self._path))

    def next_page(self, after: Mapping[int, int]) -> Page | None:
        """Return the page to request next in this run; None if no page is left.

        Pages that the run has requested least often come first, then the order in which they
        became known. `after`: by number of tries, the last place that this call has passed.
        """
        most = self._db.execute("SELECT max(tries) FROM pages WHERE pending = 1").fetchone()[0]
        for tries in range(0 if most is None else most + 1):
            row = self._db.execute(
                "SELECT * FROM pages WHERE pending = 1 AND tries = ? AND seq > ?"
                " ORDER BY seq LIMIT 1",
                (tries, after.get(tries, 0)),
            ).fetchone()
            if row:
                return self._page(row)
        return None

    def pages(self) -> Iterator[Page]:
        """Yield every known page, in the order in which they became known."""
        seq = 0
        while rows := self._db.execute(
            "SELECT * FROM pages WHERE seq > ? ORDER BY seq LIMIT 500", (seq,)
        ).fetchall():
            for row in rows:
                yield self._page(row)
            seq = rows[-1]["seq"]

    def contents(self) -> Iterator[str]:
        """Yield the SHA-256 of the last good content of every page that has one."""
        sql = "SELECT content_json ->> 'sha256' FROM pages WHERE content_json IS NOT NULL"
        for (sha256,) in self._db.execute(sql):
            yield sha256

    def had(self, key: str, sha256: str) -> bool:
        """Return whether the page of that key has or had that content."""
        row = self._db.execute(
            "SELECT 1 FROM contents WHERE key = ? AND sha256 = ?", (key, sha256)
        ).fetchone()
        return row is not None

    def page(self, key: str) -> Page | None:
        """Return the page of that key."""
        row = self._db.execute("SELECT * FROM pages WHERE key = ?", (key,)).fetchone()
        return self._page(row) if row else None

    def reached_by(self, key: str) -> Page | None:
        """Return the page that led to `key` in this run, and was read there."""
        row = self._db.execute("SELECT by FROM reached WHERE key = ?", (key,)).fetchone()
        return self.page(row["by"]) if row else None

    def is_met(self, key: str, address: str) -> bool:
        """Return whether the page `key` is known to be requested under `address`."""
        row = self._db.execute(
            "SELECT 1 FROM addresses WHERE address = ? AND key = ? AND met = 1", (address, key)
        ).fetchone()
        return row is not None

    def counts(self) -> tuple[int, int]:
        """Count the pages that are known, and those still to be requested."""
        return self._events.known, self._events.waiting

    def outcomes(self, run: str) -> dict[str, int]:
        """Count the pages of `run` by outcome."""
        rows = self._db.execute(
            "SELECT outcome, count(*) FROM pages WHERE run = ? GROUP BY 1 ORDER BY 1", (run,)
        )
        return dict(tuple(row) for row in rows)

    def failure_kinds(self, run: str) -> dict[str, int]:
        """Count the pages that failed in `run` by kind."""
        rows = self._db.execute(
            "SELECT kind, count(*) FROM pages WHERE run = ? AND kind IS NOT NULL GROUP BY 1"
            " ORDER BY 1",
            (run,),
        )
        return dict(tuple(row) for row in rows)

    def failure_statuses(self, run: str) -> dict[str, int]:
        """Count the pages that failed in `run` by an HTTP status, by that status."""
        rows = self._db.execute(
            "SELECT CAST(status AS TEXT), count(*) FROM pages WHERE run = ? AND kind = 'status'"
            " AND status IS NOT NULL GROUP BY 1 ORDER BY 1",
            (run,),
        )
        return dict(tuple(row) for row in rows)

    def has_read(self, run: str) -> bool:
        """Return whether any page was read in `run`, also if its answer was held back."""
        answers = sorted(WITH_CONTENT | {Outcome.SUSPECT})
        marks = ",".join("?" * len(answers))
        sql = f"SELECT 1 FROM pages WHERE run = ? AND outcome IN ({marks}) LIMIT 1"
        return self._db.execute(sql, (run, *answers)).fetchone() is not None

    def issues(self, run: str, key: str | None = None) -> list[tuple[str, Issue]]:
        """Return the issues of `run`, each with the page or address that it is about."""
        # A condition for both cases would not use the index: n pages with n issues would cost n².
        which, values = ("AND key = ?", (run, key)) if key else ("", (run,))
        rows = self._db.execute(
            f"SELECT key, issue_json FROM issues WHERE run = ? {which} ORDER BY rowid", values
        )
        return [(row["key"], Issue.model_validate_json(row["issue_json"])) for row in rows]

    def open_run(self) -> tuple[str, str, bool] | None:
        """Return the last run if it has not ended: id, source, whether it was stopped in order."""
        row = self._db.execute(
            "SELECT id, source, stopped FROM runs WHERE id = ? AND ended IS NULL", (self.run,)
        ).fetchone()
        return (row["id"], row["source"], row["stopped"] is not None) if row else None

    def position(self, run: str) -> int:
        """Return how far the journal of `run` has been applied, in bytes."""
        return self._events.position(run)

    def _page(self, row: sqlite3.Row) -> Page:
        names = self._db.execute(
            "SELECT address, met FROM addresses WHERE key = ? ORDER BY rowid", (row["key"],)
        )
        return page_of(row, names.fetchall())

    def known_runs(self) -> list[tuple[str, int]]:
        """Return the applied runs, each with the position reached in its journal."""
        return [tuple(row) for row in self._db.execute("SELECT id, position FROM runs")]

    def damage(self) -> list[Issue]:
        """Return the issues of lines of journals that could not be read."""
        rows = self._db.execute("SELECT issue_json FROM damage ORDER BY rowid")
        return [Issue.model_validate_json(row["issue_json"]) for row in rows]


@contextmanager
def database_errors(path: Path) -> Iterator[None]:
    """Turn errors of the database into `UnusableTarget`; the archive is not touched."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise UnusableTarget(
            f"{path}: cannot be used ({error}); "
            f"what was fetched before is intact: {_room_for(error, path)} and run again"
        ) from error


def _room_for(error: sqlite3.OperationalError, path: Path) -> str:
    """Say where to make room: SQLite does not tell a full disk of temporary files from its own."""
    if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL:
        disk = os.statvfs(path.parent)
        if disk.f_bavail * disk.f_frsize > _ROOM:
            names = ("SQLITE_TMPDIR", "TMPDIR")
            folder = next(filter(None, map(os.environ.get, names)), "/var/tmp")
            return f"make room for temporary files in {folder}, or name a folder with TMPDIR,"
    return "make room"


def open_state(path: Path, archive: Archive) -> State:
    """Open the state in `path`, brought up to the journals of `archive`; rebuilt if need be.

    `UnusableTarget` where it cannot be written.
    """
    try:
        _check(path)
        state = State(path)
        if _is_ahead(state, archive):
            raise sqlite3.DatabaseError("the state knows of more than the archive")
    except sqlite3.DatabaseError:
        with disk_errors(path), database_errors(path):
            for suffix in ("", "-wal", "-shm"):
                Path(f"{path}{suffix}").unlink(missing_ok=True)
            state = State(path)
    with database_errors(path):
        for run in archive.runs():
            start = state.position(run)
            if archive.size(run) > start:
                for event, position in archive.events(run, start):
                    state.apply(run, event, position)
        state.commit()
    return state


def _check(path: Path) -> None:
    """Raise `sqlite3.DatabaseError` when the file is not as it was closed.

    A file that was not closed in order (a kill) has no sum; SQLite looks at its structure.
    """
    known = _sum_file(path)
    try:
        expected = known.read_text()
        known.unlink()  # until it is closed again
    except (FileNotFoundError, UnicodeDecodeError):
        expected = None
    except OSError:
        return  # a read-only folder: State says so
    if not path.exists():
        return
    if expected is None:
        with closing(sqlite3.connect(path)) as db:
            if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("the state is damaged")
    elif sha256_of(path) != expected:
        raise sqlite3.DatabaseError("the state was changed since it was closed")


def _sum_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.sum")


def past_state(archive: Archive, run: str, position: int) -> State:
    """Rebuild, in memory, the state as it was at byte `position` of the journal of `run`.

    Later runs are left out.
    """
    state = State(":memory:")
    for earlier in archive.runs():
        if earlier <= run:
            for event, end in archive.events(earlier):
                if earlier < run or end <= position:
                    state.apply(earlier, event, end)
    state.commit()
    return state


def _is_ahead(state: State, archive: Archive) -> bool:
    runs = set(archive.runs())
    known = state.known_runs()
    return any(run not in runs or archive.size(run) < position for run, position in known)
