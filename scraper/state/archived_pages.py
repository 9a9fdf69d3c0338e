"""What the archive holds: every known page with its last good content. Offline.

This is where reading starts, after a fetch and whenever a version is made again.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from schema.issues import Issue
from scraper.archive.archive import Archive
from scraper.model.response import WITH_CONTENT, FailureKind, Outcome, Response
from scraper.state.frontier import State, open_state
from scraper.state.page import Page


@dataclass(frozen=True)
class ArchivedPage:
    """One page. `url`: the canonical address; `aliases`: every other one; `origin`: how it became
    known (`known`, `start`, `link`, `sitemap`, `user`).

    `outcome` is that of the last run that was to ask for it, but what is gone is gone until it is
    read again; `kind` and `detail` say why it was not read. `content`: the last good response, from
    the archive, captured at `content.captured`; None if there never was one. `carried_since`: the
    last time it was seen to be valid, when the last run did not read it (the content is carried
    forward). `unread`: the error page that came instead. `alias_of`: the canonical address of the
    page that this address leads to.
    """

    key: str
    url: str
    aliases: tuple[str, ...]
    origin: str
    outcome: Outcome
    kind: FailureKind | None
    detail: str | None
    content: Response | None
    sha256: str | None
    carried_since: str | None
    unread: Response | None
    alias_of: str | None
    issues: tuple[Issue, ...]


def archived_pages(data: Path) -> Iterator[ArchivedPage]:
    """Every page in the archive of the folder `data`, in the order in which it became known."""
    archive = Archive(data / "archive")
    with closing(open_state(data / "state.db", archive)) as state:
        yield from pages_of(state, archive)


def pages_of(state: State, archive: Archive) -> Iterator[ArchivedPage]:
    """Every page that `state` knows, with its content from `archive`."""
    for page in state.pages():
        yield _archived(page, state, archive)


def archived_page(data: Path, key: str) -> ArchivedPage | None:
    """The page of that key (`Site.key`) in the archive of the folder `data`."""
    archive = Archive(data / "archive")
    with closing(open_state(data / "state.db", archive)) as state:
        page = state.page(key)
        return _archived(page, state, archive) if page else None


def _archived(page: Page, state: State, archive: Archive) -> ArchivedPage:
    outcome = page.outcome if page.outcome and page.run == state.run else Outcome.NOT_TRIED
    read = outcome in WITH_CONTENT
    if page.gone and not read and outcome is not Outcome.ALIAS:
        outcome = Outcome.GONE
    last = page.content
    unread = None
    if outcome in (Outcome.FAILED, Outcome.GONE) and page.place:
        unread = archive.read(page.place)
    return ArchivedPage(
        key=page.key,
        url=page.url,
        aliases=page.aliases,
        origin=page.origin,
        outcome=outcome,
        kind=page.kind if not read and outcome is not Outcome.NOT_TRIED else None,
        detail=page.detail if not read and outcome is not Outcome.NOT_TRIED else None,
        content=archive.read(last.place) if last else None,
        sha256=last.sha256 if last else None,
        carried_since=page.seen_at if last and not read else None,
        unread=unread,
        alias_of=page.alias_of if outcome is Outcome.ALIAS else None,
        issues=tuple(found for _, found in state.issues(state.run or "", page.key)),
    )
