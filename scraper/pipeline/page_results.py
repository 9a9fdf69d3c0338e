"""Account for each page: one row an address, and records whose ids differ."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from output.dataset.distinct_texts import Distinct
from output.dataset.rows import PageRow
from parsers.model.reading import ReadRecord
from schema.issues import Issue, IssueCode, issue
from schema.outcomes import PageOutcome
from scraper.model.known_diplomas import known_addresses
from scraper.model.response import Outcome
from scraper.model.site import Site
from scraper.model.url import canonical, normalise
from scraper.pipeline.parse_pages import PageResult
from scraper.state.archived_pages import ArchivedPage

_OUTCOMES: dict[Outcome, PageOutcome] = {
    Outcome.FAILED: "failed",
    Outcome.GONE: "gone",
    Outcome.ROBOTS: "robots",
    Outcome.NOT_IN_COPY: "not-in-copy",
    Outcome.NOT_TRIED: "not-tried",
    Outcome.ALIAS: "alias",
}

# Of a packaged address that was not among those to start from.
NEVER_ASKED = "no run has asked for it"
_NO_LINE = "the journals say nothing of this page, which was published"


@dataclass(frozen=True)
class PageRecords:
    """One page: its records of new ids, those whose id an earlier page has, a row an address."""

    result: PageResult
    records: tuple[ReadRecord, ...]
    duplicates: tuple[ReadRecord, ...]
    rows: tuple[PageRow, ...]

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Return an issue for each record that is left out."""
        ids = (duplicate.record.id for duplicate in self.duplicates)
        return tuple(issue(IssueCode.DUPLICATE_ID, "id", name) for name in ids)


class PageResults:
    """One pass over the pages of a run. `published`: the addresses of the last version's records.

    Pages are handed on and not kept; their sums remain: `pages` with content, `refused` by reason,
    `issues` of pages by code, and the addresses of pages `unread`: with content of an earlier run
    and a failure for good in this.
    """

    def __init__(self, site: Site, published: Iterable[str] = ()) -> None:
        self.pages = 0
        self.refused: Counter[str] = Counter()
        self.issues: Counter[str] = Counter()
        self.unread: set[str] = set()
        self._site = site
        self._known: dict[str, list[str]] = {}
        for address in known_addresses():
            self._known.setdefault(site.key(address), []).append(address)
        self._known_keys = {Site().key(address) for address in known_addresses()}
        self._met: set[str] = set()
        self._tried: set[str] = set()
        self._damaged: set[str] = set()
        self._published, self._present, self._addresses = Distinct(), Distinct(), Distinct()
        for address in published:
            self._published.add(Site().key(address))
            self._addresses.add(address)
        self._told, self._ids = Distinct(), Distinct()
        for address in known_addresses():
            self._told.add(address)

    @property
    def is_whole(self) -> bool:
        """Return whether every address of the packaged list was asked for.

        A run from a few addresses, or stopped by a limit, cannot be compared with a whole run.
        """
        return self._known_keys <= self._tried

    def add(self, results: Iterable[PageResult]) -> Iterator[PageRecords]:
        """Account for each page; of records of two pages with one id, the first stays."""
        for result in results:
            kept: list[ReadRecord] = []
            duplicates: list[ReadRecord] = []
            for read in result.records:
                (kept if self._ids.add(read.record.id) else duplicates).append(read)
            self._sum_up(result)
            rows = tuple(self._rows(result, len(kept)))
            page = PageRecords(result, tuple(kept), tuple(duplicates), rows)
            self.issues.update(remark.issue.value for remark in page.issues)
            yield page

    def lost(self) -> frozenset[str]:
        """Return those of the published addresses whose page the archive had, and has lost.

        What an archive has read of a page stays in it: where there is none of a page that was
        published, WARC files or lines of journals are damaged or gone. A page that the site says
        is gone, or that leads to another one, is not lost. To be called behind the last page.
        """
        site = Site()
        return frozenset(url for url in self._addresses if not self._present.has(site.key(url)))

    def damage(self, lost: Iterable[str]) -> Iterator[tuple[str, Issue]]:
        """Yield the issue of each page that is `lost`, but for those that have one of their own."""
        for url in sorted(lost):
            if url not in self._damaged:
                yield url, issue(IssueCode.ARCHIVE_DAMAGED, None, "archive/runs", _NO_LINE)

    def never_met(self) -> Iterator[PageRow]:
        """Yield the rows of the known addresses that no page so far has."""
        for key, addresses in self._known.items():
            if key not in self._met:
                is_lost = self._published.has(Site().key(addresses[0]))
                first = PageRow(
                    url=addresses[0],
                    canonical_url=_canonical(addresses[0]),
                    page=None,
                    outcome="not-tried",
                    reason=IssueCode.ARCHIVE_DAMAGED.value if is_lost else NEVER_ASKED,
                    records=0,
                    sha256=None,
                )
                yield first
                yield from (_alias(address, first) for address in addresses[1:])

    def _sum_up(self, result: PageResult) -> None:
        page = result.page
        if page.key in self._known:
            self._met.add(page.key)
        if _is_present(page):
            self._present.add(Site().key(page.url))
        elif page.damaged:
            self._damaged.add(page.url)
        if _is_unread(page):
            self.unread.add(page.url)
        if page.key in self._known_keys and page.outcome is not Outcome.NOT_TRIED:
            self._tried.add(page.key)
        self.pages += page.content is not None and page.outcome is not Outcome.GONE
        if result.refused:
            self.refused[result.refused.reason.value] += 1
        self.issues.update(issue.issue.value for issue in result.issues)

    def _rows(self, result: PageResult, records: int) -> Iterator[PageRow]:
        """Yield the row of the page, at its known address or its own, and other known addresses."""
        page = result.page
        is_lost = not _is_present(page) and (
            page.damaged or self._published.has(Site().key(page.url))
        )
        if page.key in self._known:
            addresses = self._known[page.key]
            own = page.url if page.url in addresses else addresses[0]
            row = _row(own, result, records, is_lost)
            for address in addresses:
                yield row if address == own else _alias(address, row)
        elif self._told.add(page.url):
            yield _row(page.url, result, records, is_lost)


def _is_present(page: ArchivedPage) -> bool:
    """Return whether the archive holds the page, or the reason for its absence."""
    return page.content is not None or page.outcome in (Outcome.GONE, Outcome.ALIAS)


def _is_unread(page: ArchivedPage) -> bool:
    """Return whether a page with content failed, and neither waits nor is held back."""
    return (
        page.outcome in (Outcome.FAILED, Outcome.ROBOTS)
        and page.content is not None
        and not page.waiting
        and all(remark.issue is not IssueCode.PAGE_SUSPECT for remark in page.issues)
    )


def _kept_although(page: ArchivedPage) -> str | None:
    """Return why the records of `page` are those of former content; None where they are not.

    A page that was not asked for is no such page: nothing speaks against its content.
    """
    if page.outcome is Outcome.NOT_IN_COPY:
        return _OUTCOMES[page.outcome]
    failures = (Outcome.FAILED, Outcome.ROBOTS, Outcome.SUSPECT)
    if page.content is None or page.outcome not in failures:
        return None
    told = {remark.issue for remark in page.issues}
    is_suspect = IssueCode.PAGE_SUSPECT in told
    return (IssueCode.PAGE_SUSPECT if is_suspect else IssueCode.FETCH_FAILED).value


def _alias(address: str, row: PageRow) -> PageRow:
    """Return the row of another spelling of the address of a page: the page counts once."""
    return PageRow(
        url=address,
        canonical_url=row.canonical_url,
        page=row.page,
        outcome="alias",
        reason=row.canonical_url,
        records=0,
        sha256=None,
    )


@cache  # of the known addresses, for a process that publishes several times
def _canonical(address: str) -> str:
    return canonical(normalise(address) or address)


def _row(address: str, result: PageResult, records: int, is_lost: bool) -> PageRow:
    """Return the row in `pages` of an address.

    `records`: those of its document that are published. `is_lost`: its content was damaged.
    """
    page = result.page
    layout: str | None = None
    sha256 = page.sha256 if page.content is not None and not page.alias_of else None
    if result.refused:
        outcome: PageOutcome = "refused"
        reason: str | None = result.refused.reason.value
    elif result.records:
        outcome = "record"
        reason = _kept_although(page)
        if not records:
            reason = IssueCode.DUPLICATE_ID.value
        sha256, layout = page.sha256, result.layout
    else:
        outcome, sha256 = _OUTCOMES.get(page.outcome, "failed"), None
        lost = IssueCode.ARCHIVE_DAMAGED.value if is_lost else None
        reason = lost or page.alias_of or (page.kind.value if page.kind else None) or page.detail
    return PageRow(
        url=address,
        canonical_url=page.url,
        page=result.name,
        outcome=outcome,
        reason=reason,
        records=records if outcome == "record" else 0,
        sha256=sha256,
        layout=layout,
        retrieved_at=page.retrieved_at,
        changed_at=page.changed_at,
        stale_since=page.carried_since,
        update_text=result.update,
        reached_url=page.reached if outcome in {"record", "refused"} else None,
    )
