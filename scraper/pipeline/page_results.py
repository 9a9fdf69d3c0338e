"""What reading made of each page, ready for a version: one row an address, ids that differ."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from parsers.parse import ReadRecord
from schema.issues import IssueCode
from schema.page_outcome import PageOutcome
from scraper.model.response import Outcome
from scraper.model.site import Site, canonical, known_addresses, normalise
from scraper.pipeline.parse_pages import PageResult

_OUTCOMES: dict[Outcome, PageOutcome] = {
    Outcome.FAILED: "failed",
    Outcome.GONE: "gone",
    Outcome.ROBOTS: "robots",
    Outcome.NOT_IN_COPY: "not-in-copy",
    Outcome.NOT_TRIED: "not-tried",
    Outcome.ALIAS: "alias",
}


@dataclass(frozen=True)
class Row:
    """One address: what it gave, and why when it gave nothing."""

    url: str
    canonical_url: str
    page: str | None
    outcome: PageOutcome
    reason: str | None
    records: int
    sha256: str | None
    layout: str | None = None


@dataclass(frozen=True)
class Assembled:
    """One page: its records of new ids, those whose id an earlier page has, its addresses."""

    result: PageResult
    records: tuple[ReadRecord, ...]
    duplicates: tuple[ReadRecord, ...]
    rows: tuple[Row, ...]


class Assembly:
    """One pass over the pages of a run. Pages are handed on and not kept; what remains is what
    they come to: `pages` with content, `refused` by reason, `issues` of pages by code, the
    newest `day` of a response.
    """

    def __init__(self, site: Site) -> None:
        self.pages = 0
        self.refused: Counter[str] = Counter()
        self.issues: Counter[str] = Counter()
        self.day: date | None = None
        self._site = site
        self._known: dict[str, list[str]] = {}
        for address in known_addresses():
            self._known.setdefault(site.key(address), []).append(address)
        self._told = set(known_addresses())
        self._met: set[str] = set()
        self._tried: set[str] = set()
        self._ids: set[str] = set()

    @property
    def is_whole(self) -> bool:
        """Whether every address of the packaged list was asked for: a run from a few addresses,
        or stopped by a limit, is no measure for one of the whole site.
        """
        return all(Site().key(address) in self._tried for address in known_addresses())

    def add(self, results: Iterable[PageResult]) -> Iterator[Assembled]:
        """Sort out what each page gave: of two records with one id the first page's stays."""
        for result in results:
            kept: list[ReadRecord] = []
            left: list[ReadRecord] = []
            for one in result.records:
                (left if one.record.id in self._ids else kept).append(one)
                self._ids.add(one.record.id)
            self._sum_up(result)
            rows = tuple(self._rows(result, len(kept)))
            yield Assembled(result, tuple(kept), tuple(left), rows)

    def never_met(self) -> Iterator[Row]:
        """The rows of the known addresses that no page so far was of."""
        for key, addresses in self._known.items():
            if key not in self._met:
                for address in addresses:
                    page = canonical(normalise(address) or address)
                    yield Row(address, page, None, "not-tried", "no run has asked for it", 0, None)

    def _sum_up(self, result: PageResult) -> None:
        page = result.page
        self._met.add(page.key)
        if page.outcome is not Outcome.NOT_TRIED:
            self._tried.add(page.key)
        self.pages += page.content is not None and page.outcome is not Outcome.GONE
        if result.refused:
            self.refused[result.refused.reason.value] += 1
        self.issues.update(issue.code.value for issue in result.issues)
        if page.content and page.content.captured:
            day = date.fromisoformat(page.content.captured[:10])
            self.day = max(self.day or day, day)

    def _rows(self, result: PageResult, records: int) -> Iterator[Row]:
        """A row for each known address of the page; of a further page, for its own."""
        if result.page.key in self._known:
            for address in self._known[result.page.key]:
                yield _row(address, result, records)
        elif result.page.url not in self._told:
            self._told.add(result.page.url)
            yield _row(result.page.url, result, records)


def _row(address: str, result: PageResult, records: int) -> Row:
    page = result.page
    if result.refused and page.content is None:
        reason: str | None = result.refused.reason.value
        return Row(address, page.url, result.name, "refused", reason, 0, None)
    if result.refused:
        return Row(
            address, page.url, result.name, "refused", result.refused.reason.value, 0, page.sha256
        )
    if result.records:
        reason = None if records else IssueCode.DUPLICATE_ID.value
        return Row(
            address, page.url, result.name, "record", reason, records, page.sha256, result.layout
        )
    outcome = _OUTCOMES.get(page.outcome, "failed")
    reason = page.alias_of or (page.kind.value if page.kind else None) or page.detail
    return Row(address, page.url, result.name, outcome, reason, 0, None)
