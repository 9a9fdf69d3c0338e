"""Apply the events of the runs to the tables of the state.

Applying all events of all runs in order gives the whole state: nothing else writes these tables.
"""

import sqlite3
from collections.abc import Iterable
from urllib.parse import urlsplit

from schema.issues import Issue, IssueCode, issue
from scraper.archive.archive import DamagedLine
from scraper.archive.journal import (
    AddressesFound,
    Event,
    FileRead,
    PageRequested,
    RunEnded,
    RunResumed,
    RunStarted,
    RunStopped,
)
from scraper.model.response import WITH_CONTENT, Outcome
from scraper.model.url import canonical

FORMAT = 10  # a state of another number is made again from the journals
SCHEMA = """
CREATE TABLE runs (id TEXT PRIMARY KEY, source TEXT NOT NULL, started TEXT NOT NULL,
  stopped TEXT, stop_reason TEXT, ended TEXT, position INTEGER NOT NULL) STRICT;
CREATE TABLE pages (
  seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, url TEXT NOT NULL, host TEXT NOT NULL,
  origin TEXT NOT NULL, depth INTEGER NOT NULL, pending INTEGER NOT NULL DEFAULT 0,
  tries INTEGER NOT NULL DEFAULT 0,
  run TEXT, outcome TEXT, status INTEGER, kind TEXT, detail TEXT, alias_of TEXT, at TEXT,
  place_json TEXT, good_address TEXT, etag TEXT, last_modified TEXT, validators_address TEXT,
  content_json TEXT, content_run TEXT, seen_at TEXT, missing_run TEXT,
  missing_day TEXT, held_back_json TEXT, retrieved_at TEXT, changed_at TEXT,
  gone INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX pages_pending ON pages(tries, seq) WHERE pending = 1;
CREATE TABLE addresses (address TEXT NOT NULL, key TEXT NOT NULL, met INTEGER NOT NULL,
  PRIMARY KEY (address, key)) STRICT;
CREATE TABLE contents (key TEXT NOT NULL, sha256 TEXT NOT NULL,
  PRIMARY KEY (key, sha256)) STRICT, WITHOUT ROWID;
CREATE INDEX addresses_key ON addresses(key);
CREATE TABLE reached (key TEXT PRIMARY KEY, by TEXT NOT NULL) STRICT;
CREATE TABLE failures (run TEXT NOT NULL, key TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL,
  status INTEGER, detail TEXT) STRICT;
CREATE TABLE issues (run TEXT NOT NULL, key TEXT NOT NULL, issue_json TEXT NOT NULL) STRICT;
CREATE INDEX issues_key ON issues(run, key);
CREATE TABLE damage (run TEXT NOT NULL, issue_json TEXT NOT NULL) STRICT;
"""
_PASSING = ("dns", "connect", "tls", "timeout", "truncated-body")


class EventLog:
    """Applies events. `run`: the last run that began; `known`, `waiting`: numbers of pages."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.run: str | None = db.execute("SELECT max(id) FROM runs").fetchone()[0]
        # Counting rows for every page would make a crawl of n pages cost n².
        row = db.execute("SELECT count(*), coalesce(sum(pending), 0) FROM pages").fetchone()
        self.known, self.waiting = row

    def apply(self, run: str, event: Event | DamagedLine, position: int) -> None:
        """Apply `event` of `run`, which ends at byte `position` of the run's journal.

        Another process that reads the archive may have applied it already.
        """
        if not self._db.in_transaction:
            self._db.execute("BEGIN IMMEDIATE")
        applied = self.position(run)
        if position <= applied:
            return
        if applied == 0 and not isinstance(event, RunStarted):
            # the first line of the journal is damaged
            self._start(run, RunStarted(at="", source="live", hosts=()))
        match event:
            case RunStarted():
                self._start(run, event)
            case AddressesFound():
                self._found(event.addresses, event.origin, event.depth)
            case PageRequested():
                self._page_done(run, event)
            case FileRead():
                self._issues(run, event.url, event.issues)
            case RunStopped():
                self._stopped(run, event)
            case RunResumed():
                self._execute(
                    "UPDATE runs SET stopped = NULL, stop_reason = NULL WHERE id = ?", (run,)
                )
            case RunEnded():
                self._execute("UPDATE runs SET ended = ? WHERE id = ?", (event.at, run))
            case DamagedLine():
                damaged = issue(IssueCode.ARCHIVE_DAMAGED, None, event.where, event.reason)
                self._execute("INSERT INTO damage VALUES (?, ?)", (run, damaged.model_dump_json()))
        self._execute("UPDATE runs SET position = ? WHERE id = ?", (position, run))

    def _start(self, run: str, event: RunStarted) -> None:
        self.run = run
        self._execute(
            "INSERT INTO runs (id, source, started, position) VALUES (?, ?, ?, 0)"
            " ON CONFLICT DO NOTHING",
            (run, event.source, event.at),
        )
        marks = ",".join("?" * len(event.hosts))
        self._execute(f"UPDATE pages SET pending = host IN ({marks}), tries = 0", event.hosts)
        self.waiting = self._db.execute("SELECT count(*) FROM pages WHERE pending = 1").fetchone()[
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
            self.known += added
            self.waiting += added
            self._execute(
                "INSERT INTO addresses VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET met = 1",
                (address, key),
            )

    def _stopped(self, run: str, event: RunStopped) -> None:
        self._execute(
            "UPDATE runs SET stopped = ?, stop_reason = ? WHERE id = ?",
            (event.at, event.reason, run),
        )
        if event.again:
            marks = ",".join("?" * len(_PASSING))
            self.waiting += self._execute(
                "UPDATE pages SET pending = 1 WHERE pending = 0 AND run = ? "
                f"AND (outcome = 'suspect' OR outcome = 'failed' AND (kind IN ({marks}) "
                "OR status IN (401, 403, 408, 429) OR status >= 500 "
                "OR kind IN ('soft-error', 'wrong-type', 'too-large')))",
                (run, *_PASSING),
            )

    def _page_done(self, run: str, event: PageRequested) -> None:
        """Apply the result of a request: what was read, what failed, which addresses were met.

        Issues of a page are those of its last result in the run.
        """
        depth, tries, pending = self._before(event)
        self.waiting -= pending
        place = event.place.model_dump_json() if event.place else None
        self._execute(
            "UPDATE pages SET run = ?, outcome = ?, status = ?, kind = ?, detail = ?, pending = 0,"
            " alias_of = ?, at = ?, place_json = ?, tries = tries + 1 WHERE key = ?",
            (run, event.outcome.value, event.status, event.kind and event.kind.value, event.detail,
             event.alias_of, event.at, place, event.key),
        )  # fmt: skip
        if event.outcome in WITH_CONTENT:
            self._read(event)
        if event.content is not None:
            # the same content may be recorded anew, when its first record is damaged
            self._execute(
                "UPDATE pages SET changed_at ="
                " CASE WHEN json_extract(content_json, '$.sha256') IS ? THEN changed_at ELSE ? END,"
                " retrieved_at = ?, content_json = ?, content_run = ? WHERE key = ?",
                (event.content.sha256, event.content.captured, event.content.captured,
                 event.content.model_dump_json(), run, event.key),
            )  # fmt: skip
            self._execute(
                "INSERT INTO contents VALUES (?, ?) ON CONFLICT DO NOTHING",
                (event.key, event.content.sha256),
            )
        elif event.outcome is Outcome.SAME and event.status == 200:
            self._execute(
                "UPDATE pages SET retrieved_at = ? WHERE key = ? AND"
                " (SELECT source FROM runs WHERE id = ?) = 'live'",
                (event.at, event.key, run),
            )
        if event.held_back is not None:
            self._execute(
                "UPDATE pages SET held_back_json = ? WHERE key = ?",
                (event.held_back.model_dump_json(), event.key),
            )
        if event.outcome is Outcome.GONE or any(
            remark.issue is IssueCode.PAGE_GONE for remark in event.issues
        ):
            self._execute("UPDATE pages SET gone = 1 WHERE key = ?", (event.key,))
        if event.outcome in (Outcome.FAILED, Outcome.GONE, Outcome.ROBOTS):
            self._failed(run, event)
        if event.reached is not None and event.outcome is not Outcome.ALIAS:
            key, _ = event.reached
            self._execute(
                "INSERT INTO reached VALUES (?, ?) ON CONFLICT DO NOTHING", (key, event.key)
            )
        for address in (*event.asked, *([event.reached[1]] if event.reached else [])):
            self._execute(
                "INSERT INTO addresses VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
                (address, event.key),
            )
        self._found(event.found, "link", depth + 1)
        if tries:  # a page that was requested again in the run: what holds is its last result
            self._execute("DELETE FROM issues WHERE run = ? AND key = ?", (run, event.key))
        self._issues(run, event.key, event.issues)

    def _before(self, event: PageRequested) -> tuple[int, int, int]:
        """Return depth, tries and whether it was to be requested, of the event's page.

        It is made known if the journal that did so is lost.
        """
        sql = "SELECT depth, tries, pending FROM pages WHERE key = ?"
        row = self._db.execute(sql, (event.key,)).fetchone()
        if row is None and event.asked:
            self._found([(event.key, event.asked[0])], "link", 0)
            row = self._db.execute(sql, (event.key,)).fetchone()
        return (row["depth"], row["tries"], row["pending"]) if row else (0, 0, 0)

    def _read(self, event: PageRequested) -> None:
        """Note that the page was read: where, and with which validators."""
        address = event.reached[1] if event.reached else None
        self._execute(
            "UPDATE pages SET seen_at = ?, missing_run = NULL, missing_day = NULL,"
            " held_back_json = NULL, gone = 0, good_address = ?, etag = ?, last_modified = ?,"
            " validators_address = ? WHERE key = ?",
            (event.at, event.asked[-1], event.etag, event.last_modified, address, event.key),
        )

    def _failed(self, run: str, event: PageRequested) -> None:
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
        if event.missing:
            self._execute(
                "UPDATE pages SET missing_day = coalesce(missing_day, ?) WHERE key = ?",
                (event.missing, event.key),
            )

    def _issues(self, run: str, key: str, issues: Iterable[Issue]) -> None:
        for remark in issues:
            self._execute(
                "INSERT INTO issues VALUES (?, ?, ?)", (run, key, remark.model_dump_json())
            )

    def _execute(self, sql: str, values: tuple[object, ...]) -> int:
        """Run a statement; return how many rows it changed."""
        return self._db.execute(sql, values).rowcount

    def position(self, run: str) -> int:
        """Return how far the journal of `run` has been applied, in bytes."""
        row = self._db.execute("SELECT position FROM runs WHERE id = ?", (run,)).fetchone()
        return row["position"] if row else 0
