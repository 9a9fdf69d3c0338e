"""What reading made of each page, ready for a version: one row an address, ids that differ."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from parsers.read import ReadRecord
from schema.errors import Refused
from schema.issues import IssueCode
from schema.page_outcome import PageOutcome
from scraper.addresses import Site, known_addresses
from scraper.reading import PageResult
from scraper.response import Outcome

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
    page: str | None
    outcome: PageOutcome
    reason: str | None
    records: int
    sha256: str | None
    layout: str | None = None


@dataclass
class Assembled:
    """All of a run: records of different ids with the hash of their page, the rest by address."""

    records: list[tuple[ReadRecord, str | None]] = field(default_factory=list)
    duplicates: list[tuple[ReadRecord, PageResult]] = field(default_factory=list)
    refused: list[tuple[PageResult, Refused]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    results: list[PageResult] = field(default_factory=list)
    day: date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every address of the packaged list was asked for: a run from a few addresses,
        or stopped by a limit, is no measure for one of the whole site.
        """
        tried = {r.page.key for r in self.results if r.page.outcome is not Outcome.NOT_TRIED}
        return all(Site().key(address) in tried for address in known_addresses())

    def reasons(self) -> Counter[str]:
        """How many pages were refused for which reason."""
        return Counter(refused.reason.value for _, refused in self.refused)


def assemble(results: Iterable[PageResult], site: Site) -> Assembled:
    """Sort out what the pages gave: of two records with one id the first page's stays."""
    made = Assembled()
    seen: set[str] = set()
    by_key: dict[str, PageResult] = {}
    kept: Counter[str] = Counter()
    for result in results:
        made.results.append(result)
        by_key[result.page.key] = result
        if result.refused:
            made.refused.append((result, result.refused))
        for one in result.records:
            if one.record.id in seen:
                made.duplicates.append((one, result))
            else:
                seen.add(one.record.id)
                kept[result.page.key] += 1
                made.records.append((one, result.page.sha256))
        captured = result.page.content.captured if result.page.content else None
        if captured:
            day = date.fromisoformat(captured[:10])
            made.day = max(made.day or day, day)
    made.rows = _rows(by_key, kept, site)
    return made


def _rows(by_key: dict[str, PageResult], kept: Counter[str], site: Site) -> list[Row]:
    """A row for each known address, met or not, and one for each further page."""
    rows: dict[str, Row] = {}
    known = set()
    for address in known_addresses():
        key = site.key(address)
        known.add(key)
        rows[address] = _row(address, by_key.get(key), kept[key])
    for key, result in by_key.items():
        if key not in known:
            rows.setdefault(result.page.url, _row(result.page.url, result, kept[key]))
    return list(rows.values())


def _row(address: str, result: PageResult | None, records: int) -> Row:
    if result is None:
        return Row(address, None, "not-tried", "no run has asked for it", 0, None)
    page = result.page
    if result.refused and page.content is None:
        reason: str | None = result.refused.reason.value
        return Row(address, result.name, "refused", reason, 0, None)
    if result.refused:
        return Row(address, result.name, "refused", result.refused.reason.value, 0, page.sha256)
    if result.records:
        reason = None if records else IssueCode.DUPLICATE_ID.value
        return Row(address, result.name, "record", reason, records, page.sha256, result.layout)
    outcome = _OUTCOMES.get(page.outcome, "failed")
    reason = page.alias_of or (page.kind.value if page.kind else None) or page.detail
    return Row(address, result.name, outcome, reason, 0, None)
