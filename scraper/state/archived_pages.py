"""Read what the archive holds: every known page with its last good content. Offline.

Reading starts here, after a fetch and whenever a version is rebuilt.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from schema.errors import TryLater, UnusableTarget
from schema.issues import Issue, IssueCode, issue
from scraper.archive.archive import Archive, DamagedRecord
from scraper.archive.journal import RecordPlace
from scraper.archive.lock import locked_if_free
from scraper.model.response import WITH_CONTENT, FailureKind, Outcome, Response
from scraper.model.site import Site
from scraper.state.frontier import State, open_state, past_state
from scraper.state.page import Page

# Of pages that keep their last good content, if there was any.
_WITHOUT = (Outcome.FAILED, Outcome.GONE, Outcome.SUSPECT)


@dataclass(frozen=True)
class ArchivedPage:
    """One page.

    - `url`: the canonical address; `aliases`: every other one; `origin`: how it became known
      (`known`, `start`, `link`, `sitemap`, `user`).
    - `outcome`: of the last run that had to request it; a page that is gone keeps that outcome
      until it is read again. `kind` and `detail`: why it was not read.
    - `content`: the last good response, from the archive, captured at `content.captured`; None if
      there never was one, or if it is `damaged`.
    - `carried_since`: the last time the content was seen to be valid, when the last run did not
      read it (the content is carried forward).
    - `retrieved_at`: when the content came last, in full; `changed_at`: when it first differed.
    - `unread`: what came instead of the page, with whatever status, or was held back.
    - `alias_of`: the canonical address of the page that this address leads to.
    - `waiting`: still to be requested in the run, or once more, because failures stopped it.
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
    damaged: bool = False
    waiting: bool = False
    retrieved_at: str | None = None
    changed_at: str | None = None

    @property
    def reached(self) -> str | None:
        """Return where `to_read` was read, where a redirect led to another page's address."""
        site, response = Site(), self.to_read
        if response is None or site.key(response.final_url) == site.key(self.url):
            return None
        return response.final_url

    @property
    def to_read(self) -> Response | None:
        """Return the content, else the error page with status 200; the words of no other count."""
        if self.content is not None:
            return self.content
        return self.unread if self.unread and self.unread.status == 200 else None


def archived_pages(data: Path) -> Iterator[ArchivedPage]:
    """Yield every page in the archive of the folder `data`, in the order it became known."""
    with open_to_read(data) as (state, archive):
        yield from pages_of(state, archive)


def pages_of(state: State, archive: Archive) -> Iterator[ArchivedPage]:
    """Yield every page that `state` knows, with its content from `archive`."""
    for page in state.pages():
        yield _archived(page, state, archive)


def archived_page(data: Path, key: str) -> ArchivedPage | None:
    """Return the page of that key (`Site.key`) in the archive of the folder `data`."""
    with open_to_read(data) as (state, archive):
        page = state.page(key)
        return _archived(page, state, archive) if page else None


@contextmanager
def open_to_read(data: Path) -> Iterator[tuple[State, Archive]]:
    """Open the archive of the folder `data` at its last complete state.

    Beside a run of another process that is the state in which the run before ended or stopped,
    rebuilt in memory: what is half fetched does not show, and nothing waits for a lock. `TryLater`
    when no run has ended or stopped yet.
    """
    archive = Archive(data / "archive")
    with locked_if_free(data) as is_free:
        if is_free:
            state = _present_state(data, archive)
        elif complete := archive.last_complete():
            state = past_state(archive, *complete)
        else:
            raise TryLater(
                f"{data}: the first run is at work and has not ended; run the same command again "
                "when it has"
            )
    with closing(state), closing(archive):
        yield state, archive


def _present_state(data: Path, archive: Archive) -> State:
    """Return the state up to the end of the journals; in memory where nothing can be written."""
    try:
        state = open_state(data / "state.db", archive)
    except UnusableTarget:  # it is a cache
        last = next(iter(archive.runs()[-1:]), "")
        return past_state(archive, last, archive.size(last) if last else 0)
    state.hold()
    return state


def _archived(page: Page, state: State, archive: Archive) -> ArchivedPage:
    """Return a page with its last good content and the outcome of the state's last run.

    Content that the archive cannot give any more is an issue.
    """
    outcome = page.outcome if page.outcome and page.run == state.run else Outcome.NOT_TRIED
    read = outcome in WITH_CONTENT
    if page.gone and not read and outcome is not Outcome.ALIAS:
        outcome = Outcome.GONE
    last = page.content
    content = _response(last.place, archive) if last else None
    damaged = last is not None and content is None
    issues = [problem for _, problem in state.issues(state.run or "", page.key)]
    if last is not None and damaged:
        issues.append(issue(IssueCode.ARCHIVE_DAMAGED, None, f"archive/{last.place.file}"))
    unread = None
    if outcome in _WITHOUT and page.place and not damaged:
        unread = _response(page.place, archive)
    return ArchivedPage(
        key=page.key,
        url=page.url,
        aliases=page.aliases,
        origin=page.origin,
        outcome=outcome,
        kind=page.kind if not read and outcome is not Outcome.NOT_TRIED else None,
        detail=page.detail if not read and outcome is not Outcome.NOT_TRIED else None,
        content=content,
        sha256=last.sha256 if last else None,
        carried_since=page.seen_at if last and not read else None,
        unread=unread,
        alias_of=page.alias_of if outcome is Outcome.ALIAS else None,
        issues=tuple(issues),
        damaged=damaged,
        waiting=page.pending,
        retrieved_at=page.retrieved_at if content else None,
        changed_at=page.changed_at if content else None,
    )


def _response(place: RecordPlace, archive: Archive) -> Response | None:
    """Return the response recorded at `place`; None when the record is damaged."""
    try:
        return archive.read(place)
    except DamagedRecord:
        return None
