"""Snapshots of the archive: its pages as they were when a version was built from them.

A fingerprint identifies all that a version shows of the pages, their clocks among it, without a
path or a run. A copy of the site has no clocks: two readings of one copy are the same.
`archive/moments/<fingerprint>.json` holds the place in the journals, so that the version can be
rebuilt when later runs have seen other pages.
"""

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import to_json

from schema.errors import RefusedToPublish, missing_data
from schema.issues import Issue, IssueCode, issue
from scraper.archive.archive import Archive
from scraper.model.response import WITH_CONTENT, Outcome
from scraper.state.archived_pages import ArchivedPage, open_to_read, pages_of
from scraper.state.frontier import State, past_state


class _Position(BaseModel):
    """The last run that had begun, and the byte of its journal that was reached."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    run: str
    position: int


class ArchiveSnapshot:
    """The archive at one moment.

    - `source`: where its last run took pages from (`live`, `mirror`, `warc`).
    - `looked_at`: when the live site was requested last, if these are its pages.
    - `damage`: issues of the lines of journals that could not be read.
    """

    def __init__(self, archive: Archive, state: State, source: str) -> None:
        self.archive, self.source = archive, source
        self.looked_at = state.looked_at if source == "live" else None
        self.damage = tuple(state.damage())
        self._state = state
        self._last_day = state.asked_at[:10]
        # 404, 304 and failures change a version too, and are found on the day of their request
        self._day = self._last_day if source == "live" else ""
        self._digest = hashlib.sha256(source.encode())

    def pages(self) -> Iterator[ArchivedPage]:
        """Yield every page, as `archived_pages`; to be read once."""
        for page in pages_of(self._state, self.archive):
            if self.source == "mirror":
                # Dates in a copy are those of the copying, not of the site; they are dropped.
                page = replace(page, retrieved_at=None, changed_at=None, carried_since=None,
                               issues=(*page.issues, *_left_the_copy(page)))  # fmt: skip
            elif self.source == "warc" and page.content and page.content.captured:
                # what lies behind the last request was written by a clock that was wrong
                day = page.content.captured[:10]
                self._day = max(self._day, day) if day <= self._last_day else self._day
            self._digest.update(to_json(_facts(page)) + b"\n")
            yield page

    def contents(self) -> Iterator[str]:
        """Yield the SHA-256 of the content of every page that has one, without reading it."""
        return self._state.contents()

    @property
    def day(self) -> date | None:
        """Return the day on which the site was last asked, once the pages were read.

        Of WARC files that of their newest response; None in a copy of the site.
        """
        return date.fromisoformat(self._day) if self._day else None

    @property
    def fingerprint(self) -> str:
        """Return the hash of all that a version shows of the pages, once they were read."""
        whole = self._digest.copy()
        whole.update(self._day.encode())
        return whole.hexdigest()

    def keep(self) -> None:
        """Note in the archive where this snapshot is, unless that is known."""
        run = self._state.run or ""
        where = _Position(run=run, position=self._state.position(run))
        note = where.model_dump_json().encode() + b"\n"
        self.archive.write_once(_note(self.fingerprint), note)


def _note(fingerprint: str) -> str:
    return f"moments/{fingerprint}.json"


def _facts(page: ArchivedPage) -> tuple[Any, ...]:
    response = page.content or page.unread
    return (
        page.key,
        page.url,
        "read" if page.outcome in WITH_CONTENT else page.outcome,
        page.kind,
        page.detail,
        page.alias_of,
        response and response.content_type,
        response and hashlib.sha256(response.body).hexdigest(),
        page.issues,
        *([clocks] if any(clocks := _clocks(page)) else ()),
    )


def _left_the_copy(page: ArchivedPage) -> Iterator[Issue]:
    """Yield the issue of a page whose content an earlier copy had; no date says that it is old."""
    if page.content is not None and page.outcome is Outcome.NOT_IN_COPY:
        yield issue(IssueCode.FETCH_FAILED, None, page.url, "not in the copy of the site")


def _clocks(page: ArchivedPage) -> tuple[str | None, ...]:
    """Return the times that a version shows: they are of this snapshot, and rebuilt with it."""
    return (page.retrieved_at, page.changed_at, page.carried_since)


@contextmanager
def present(data: Path) -> Iterator[ArchiveSnapshot]:
    """Open the archive of `data` as it is now; a run at work beside does not show in it.

    `UnusableInput` when the folder holds no run, `TryLater` when its first run is at work.
    """
    if not (data / "archive").is_dir():
        raise missing_data(data, "archived run")
    with open_to_read(data) as (state, archive):
        if state.source is None:
            raise missing_data(data, "archived run")
        yield ArchiveSnapshot(archive, state, state.source)


@contextmanager
def past(data: Path, fingerprint: str) -> Iterator[ArchiveSnapshot]:
    """Open the archive of `data` as it was when its pages had that fingerprint.

    `RefusedToPublish` when the archive does not know of it. Whether the pages are the same shows
    when they are read.
    """
    note = data / "archive" / _note(fingerprint)
    try:
        where = _Position.model_validate_json(note.read_bytes())
    except (OSError, ValidationError) as error:
        raise RefusedToPublish(
            f"{note}: not there or damaged: the archive does not know when it had the pages of "
            "this version; take the archive from the copy that was saved with it"
        ) from error
    with (
        closing(Archive(data / "archive")) as archive,
        closing(past_state(archive, where.run, where.position)) as state,
    ):
        yield ArchiveSnapshot(archive, state, state.source or "")
