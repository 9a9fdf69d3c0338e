"""The state of the crawl in `state.db` (SQLite): frontier, validators, history.

A cache: it is what results from applying the events of all runs in order, and is made again from
the archive when it is absent, of another format or unreadable.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from schema.errors import UnusableTarget
from schema.issues import Issue
from scraper.addresses import canonical
from scraper.archive import Archive
from scraper.events import (
    Aside,
    Content,
    Ended,
    Event,
    Found,
    PageDone,
    Place,
    Resumed,
    Start,
    Stopped,
)
from scraper.response import WITH_CONTENT, FailureKind, Outcome

FORMAT = 1
_SCHEMA = """
CREATE TABLE runs (id TEXT PRIMARY KEY, source TEXT NOT NULL, started TEXT NOT NULL,
  stopped TEXT, stop_reason TEXT, ended TEXT, position INTEGER NOT NULL) STRICT;
CREATE TABLE pages (
  seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, url TEXT NOT NULL, host TEXT NOT NULL,
  origin TEXT NOT NULL, depth INTEGER NOT NULL, pending INTEGER NOT NULL DEFAULT 0,
  run TEXT, outcome TEXT, status INTEGER, kind TEXT, detail TEXT, alias_of TEXT, at TEXT,
  place_json TEXT, good_address TEXT, etag TEXT, last_modified TEXT, content_json TEXT,
  content_run TEXT, seen_run TEXT, seen_at TEXT, missing_run TEXT) STRICT;
CREATE INDEX pages_pending ON pages(seq) WHERE pending = 1;
CREATE TABLE addresses (address TEXT PRIMARY KEY, key TEXT NOT NULL, met INTEGER NOT NULL) STRICT;
CREATE INDEX addresses_key ON addresses(key);
CREATE TABLE reached (key TEXT PRIMARY KEY, by TEXT NOT NULL) STRICT;
CREATE TABLE failures (run TEXT NOT NULL, key TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL,
  status INTEGER, detail TEXT) STRICT;
CREATE TABLE issues (run TEXT NOT NULL, key TEXT NOT NULL, issue_json TEXT NOT NULL) STRICT;
"""
_PASSING = ("dns", "connect", "tls", "timeout", "truncated-body")


@dataclass(frozen=True)
class Page:
    """A page as the state knows it.

    `seq`: its place in the order of asking. `addresses`: those to ask, first met first; `aliases`:
    all others. `outcome` and what goes with it are those of `run`, the last one that asked.
    `content`: the last good one, read in `content_run`, last seen valid at `seen_at`.
    `missing_run`: the first run that found 404, if it was not read since.
    """

    seq: int
    key: str
    url: str
    origin: str
    depth: int
    pending: bool
    addresses: tuple[str, ...]
    aliases: tuple[str, ...]
    run: str | None
    outcome: Outcome | None
    status: int | None
    kind: FailureKind | None
    detail: str | None
    alias_of: str | None
    place: Place | None
    good_address: str | None
    etag: str | None
    last_modified: str | None
    content: Content | None
    content_run: str | None
    seen_run: str | None
    seen_at: str | None
    missing_run: str | None


class State:
    """The state in the file `path` (or `:memory:`); `run` is the run that was applied last."""

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
            self._db.executescript(_SCHEMA)
            self._db.execute(f"PRAGMA user_version = {FORMAT}")
        row = self._db.execute("SELECT max(id) FROM runs").fetchone()
        self.run: str | None = row[0]
        # Counting rows for every page would make a crawl of n pages cost n².
        row = self._db.execute("SELECT count(*), coalesce(sum(pending), 0) FROM pages").fetchone()
        self._known, self._waiting = row

    # -- applying events ----------------------------------------------------------------------

    def apply(self, run: str, event: Event, position: int) -> None:
        """Take `event` of `run` in; it ends at byte `position` of the run's journal.

        Another process that reads the archive may have taken it in already.
        """
        if not self._db.in_transaction:
            self._db.execute("BEGIN IMMEDIATE")
        if position <= self.position(run):
            return
        match event:
            case Start():
                self._start(run, event)
            case Found():
                self._found(event.addresses, event.origin, event.depth)
            case PageDone():
                self._page_done(run, event)
            case Aside():
                self._issues(run, event.url, event.issues)
            case Stopped():
                self._execute(
                    "UPDATE runs SET stopped = ?, stop_reason = ? WHERE id = ?",
                    (event.at, event.reason, run),
                )
                if event.again:
                    marks = ",".join("?" * len(_PASSING))
                    self._waiting += self._execute(
                        "UPDATE pages SET pending = 1 WHERE pending = 0 AND run = ? "
                        f"AND outcome = 'failed' AND (kind IN ({marks}) "
                        "OR status IN (401, 403, 408, 429) OR status >= 500 "
                        "OR kind = 'soft-error')",
                        (run, *_PASSING),
                    )
            case Resumed():
                self._execute(
                    "UPDATE runs SET stopped = NULL, stop_reason = NULL WHERE id = ?", (run,)
                )
            case Ended():
                self._execute("UPDATE runs SET ended = ? WHERE id = ?", (event.at, run))
        self._execute("UPDATE runs SET position = ? WHERE id = ?", (position, run))

    def _start(self, run: str, event: Start) -> None:
        self.run = run
        self._execute(
            "INSERT INTO runs (id, source, started, position) VALUES (?, ?, ?, 0)",
            (run, event.source, event.at),
        )
        marks = ",".join("?" * len(event.hosts))
        self._execute(f"UPDATE pages SET pending = host IN ({marks})", event.hosts)
        self._waiting = self._db.execute("SELECT count(*) FROM pages WHERE pending = 1").fetchone()[
            0
        ]
        self._execute("DELETE FROM reached", ())

    def _found(self, addresses: Iterable[tuple[str, str]], origin: str, depth: int) -> None:
        for key, address in addresses:
            added = self._execute(
                "INSERT INTO pages (key, url, host, origin, depth, pending) "
                "VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING",
                (key, canonical(address), urlsplit(address).netloc, origin, depth),
            )
            self._known += added
            self._waiting += added
            self._execute(
                "INSERT INTO addresses VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET met = 1",
                (address, key),
            )

    def _page_done(self, run: str, event: PageDone) -> None:
        place = event.place.model_dump_json() if event.place else None
        self._waiting -= self._execute(
            "UPDATE pages SET pending = 0 WHERE key = ? AND pending = 1", (event.key,)
        )
        self._execute(
            "UPDATE pages SET run = ?, outcome = ?, status = ?, kind = ?, detail = ?,"
            " alias_of = ?, at = ?, place_json = ? WHERE key = ?",
            (run, event.outcome.value, event.status, event.kind and event.kind.value, event.detail,
             event.alias_of, event.at, place, event.key),
        )  # fmt: skip
        if event.outcome in WITH_CONTENT:
            self._execute(
                "UPDATE pages SET seen_run = ?, seen_at = ?, missing_run = NULL, good_address = ?,"
                " etag = ?, last_modified = ? WHERE key = ?",
                (run, event.at, event.asked[-1], event.etag, event.last_modified, event.key),
            )
        if event.content is not None:
            self._execute(
                "UPDATE pages SET content_json = ?, content_run = ? WHERE key = ?",
                (event.content.model_dump_json(), run, event.key),
            )
        if event.outcome in (Outcome.FAILED, Outcome.GONE, Outcome.ROBOTS):
            kind = event.kind.value if event.kind else ""
            self._execute(
                "INSERT INTO failures VALUES (?, ?, ?, ?, ?, ?)",
                (run, event.key, event.at, kind, event.status, event.detail),
            )
            if event.status in (404, 410):
                self._execute(
                    "UPDATE pages SET missing_run = coalesce(missing_run, ?) WHERE key = ?",
                    (run, event.key),
                )
        if event.reached is not None and event.outcome is not Outcome.ALIAS:
            key, address = event.reached
            self._execute(
                "INSERT INTO reached VALUES (?, ?) ON CONFLICT DO NOTHING", (key, event.key)
            )
        for address in (*event.asked, *([event.reached[1]] if event.reached else [])):
            self._execute(
                "INSERT INTO addresses VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
                (address, event.key),
            )
        depth = self._db.execute("SELECT depth FROM pages WHERE key = ?", (event.key,)).fetchone()
        self._found(event.found, "link", depth[0] + 1)
        self._issues(run, event.key, event.issues)

    def _issues(self, run: str, key: str, issues: Iterable[Issue]) -> None:
        for found in issues:
            self._execute(
                "INSERT INTO issues VALUES (?, ?, ?)", (run, key, found.model_dump_json())
            )

    def _execute(self, sql: str, values: tuple[object, ...]) -> int:
        """Run a statement; how many rows it changed."""
        return self._db.execute(sql, values).rowcount

    def commit(self) -> None:
        """Keep what was applied."""
        if self._db.in_transaction:
            self._db.execute("COMMIT")

    def close(self) -> None:
        """Close; what was not committed is in the journal, and applied again when next opened."""
        self._db.close()

    # -- asking -------------------------------------------------------------------------------

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
        return self._known, self._waiting

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
        rows = self._db.execute(
            "SELECT key, issue_json FROM issues WHERE run = ? AND (? IS NULL OR key = ?)"
            " ORDER BY rowid",
            (run, key, key),
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
        row = self._db.execute("SELECT position FROM runs WHERE id = ?", (run,)).fetchone()
        return row["position"] if row else 0

    def known_runs(self) -> list[tuple[str, int]]:
        """The runs that were applied, with the position reached in the journal of each."""
        return [tuple(row) for row in self._db.execute("SELECT id, position FROM runs")]

    def _page(self, row: sqlite3.Row) -> Page:
        names = self._db.execute(
            "SELECT address, met FROM addresses WHERE key = ? ORDER BY rowid", (row["key"],)
        ).fetchall()
        content, place = row["content_json"], row["place_json"]
        return Page(
            seq=row["seq"],
            key=row["key"],
            url=row["url"],
            origin=row["origin"],
            depth=row["depth"],
            pending=bool(row["pending"]),
            addresses=tuple(n["address"] for n in names if n["met"]),
            aliases=tuple(sorted({n["address"] for n in names} - {row["url"]})),
            run=row["run"],
            outcome=Outcome(row["outcome"]) if row["outcome"] else None,
            status=row["status"],
            kind=FailureKind(row["kind"]) if row["kind"] else None,
            detail=row["detail"],
            alias_of=row["alias_of"],
            place=Place.model_validate_json(place) if place else None,
            good_address=row["good_address"],
            etag=row["etag"],
            last_modified=row["last_modified"],
            content=Content.model_validate_json(content) if content else None,
            content_run=row["content_run"],
            seen_run=row["seen_run"],
            seen_at=row["seen_at"],
            missing_run=row["missing_run"],
        )


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
    """The state in `path`, brought up to the journals of `archive`; made anew when need be."""
    try:
        state = State(path)
        if _is_ahead(state, archive):
            raise sqlite3.DatabaseError("the state knows of more than the archive")
    except sqlite3.DatabaseError:
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


def _is_ahead(state: State, archive: Archive) -> bool:
    runs = set(archive.runs())
    known = state.known_runs()
    return any(run not in runs or archive.size(run) < position for run, position in known)
