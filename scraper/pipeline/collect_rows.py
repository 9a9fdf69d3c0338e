"""Collect the results of pages and sources as the rows that `output` publishes, on disk."""

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

from output.dataset.dataset import Rows
from output.dataset.rows import EvidenceRow, PageIssue, Rejected
from parsers.linkage.merge import Merged
from schema.errors import Refused
from schema.issues import Issue, IssueCode, issue
from schema.trade import Trade
from scraper.pipeline.carry_forward import carried_evidence, carried_records
from scraper.pipeline.link_records import Duplicate
from scraper.pipeline.load_sources import LoadedSources
from scraper.pipeline.page_results import PageRecords
from scraper.pipeline.reconcile import Disagreements
from scraper.sources.registry import PAGES
from scraper.sources.source_interface import FetchedFile

# Fields likely to stand in fiches alone: the pages are expected to hold titles and orders.
FICHE_FIELDS = ("description", "access", "trades")


class Collector(Rows):
    """Rows of a version, as they come, and their sums for the summary.

    `used`: how many records use each source. `lacking`: how many records lack each of the fields
    that only fiches state. `trades`: the trades of all records, without their labels. `values`: how
    many published values each source gave. `issues_by_code`: how many issues records have.
    `disagreements`: by source, document and record, the fields in which another source has another
    value.
    """

    def __init__(self) -> None:
        super().__init__()
        self.used: Counter[str] = Counter()
        self.values: Counter[str] = Counter()
        self.trades: dict[Trade, None] = {}
        self.lacking: Counter[str] = Counter()
        self.completed = 0
        self.issues_by_code: Counter[str] = Counter()
        self.disagreements: Disagreements = {}

    def add_page(self, page: PageRecords) -> None:
        """Add the rows of a page beside its records."""
        result = page.result
        url, name = result.page.url, result.name
        if refused := result.refused:
            self.rejected.extend([_rejected(url, name, refused)])
        self.rejected.extend(
            Rejected(input=url, page=name, reason=IssueCode.DUPLICATE_ID.value,
                     detail=duplicate.record.id, record=duplicate.record.model_dump_json())
            for duplicate in page.duplicates
        )  # fmt: skip
        self.issues.extend(_of(PAGES, url, remark) for remark in (*result.issues, *page.issues))
        self.pages.extend(page.rows)

    def add_damage(self, issues: Iterable[Issue]) -> None:
        """Add the issues of parts of the archive that cannot be read."""
        for damage in issues:
            self.issues.extend([PageIssue(url=damage.value or "archive", issue=damage)])
            self.issues_by_code[damage.issue.value] += 1

    def add_issues(self, issues: Iterable[tuple[str, Issue]], source: str = PAGES) -> None:
        """Add issues by address or row: of documents that pages link to, of a look-up table."""
        for url, remark in issues:
            self.issues.extend([_of(source, url, remark)])
            self.issues_by_code[remark.issue.value] += 1

    def add_carried(self, former: Path | None, urls: Collection[str]) -> None:
        """Add the records of the last version of pages that the archive has lost."""
        if not urls:
            return
        present = {record.id for record in self.records}
        carried = [record for record in carried_records(former, urls) if record.id not in present]
        self.add_records(carried)
        self.add_evidence(carried_evidence(former, {record.id for record in carried}))
        for record in carried:
            self.used.update(record.sources)

    def add_sources(self, loaded: LoadedSources) -> None:
        """Add the refused documents of the other sources, and the issues of their documents."""
        for name, source in loaded.sources.items():
            self.rejected.extend(
                _rejected(f"{name} {document}", None, refused)
                for document, refused in source.refused
            )
            self.issues.extend(
                _of(name, f"{name} {document}", issue) for document, issue in source.issues
            )
            self.issues_by_code.update(issue.issue.value for _, issue in source.issues)

    def add_duplicates(self, loaded: LoadedSources, duplicates: Iterable[Duplicate]) -> None:
        """Add the records of documents that are left out because another record has their id."""
        for duplicate in duplicates:
            document = f"{duplicate.source} {duplicate.document}"
            kept = loaded.sources[duplicate.source].records[duplicate.document]
            record = loaded.record(kept).read.record
            self.rejected.extend([
                Rejected(input=document, page=record.page, reason=IssueCode.DUPLICATE_ID.value,
                         detail=duplicate.id, record=record.model_dump_json())
            ])  # fmt: skip
            duplicate_id = issue(IssueCode.DUPLICATE_ID, "id", duplicate.id)
            self.issues.extend([_of(duplicate.source, document, duplicate_id)])
            self.issues_by_code[duplicate_id.issue.value] += 1

    def add_fetched(self, files: Iterable[FetchedFile]) -> None:
        """Add the issues of fetching the sources' files."""
        for file in files:
            self.issues.extend(PageIssue(url=file.address, issue=issue) for issue in file.issues)
            self.issues_by_code.update(issue.issue.value for issue in file.issues)

    def add_remarks(
        self,
        source: str,
        refused: Iterable[tuple[str, Refused]],
        issues: Iterable[tuple[str, Issue]],
    ) -> None:
        """Add the refused rows of a look-up table, and its issues by row."""
        self.rejected.extend(_rejected(f"{source} {row}", None, why) for row, why in refused)
        self.add_issues(((f"{source} {name}", problem) for name, problem in issues), source)

    def add_record(self, merged: Merged) -> None:
        """Add a record with the evidence of all its sources."""
        record = merged.record
        self.add_records([record])
        self.used.update(record.sources)
        self.completed += len(record.sources) > 1
        for trade in record.trades:
            self.trades[trade.model_copy(update={"label": ""})] = None
        self.lacking.update(field for field in FICHE_FIELDS if not getattr(record, field))
        self.issues_by_code.update(issue.issue.value for issue in record.issues)
        rows = (
            EvidenceRow(record.id, field, text, place, label, rule, derived, source, document,
                        sha256, chosen, choice)
            for (field, _, text, place, label, rule, derived), source, document, sha256, chosen,
                choice in merged.evidence
        )  # fmt: skip
        # one text may state several codes of a field
        self.add_evidence(dict.fromkeys(rows))
        self.values.update(
            source
            for source, _ in {
                (seen.source, seen.observation.field) for seen in merged.evidence if seen.chosen
            }
        )
        for source, document, field in merged.disagreements:
            self.disagreements.setdefault((source, document, record.id), []).append(field)


def _of(source: str, url: str, remark: Issue) -> PageIssue:
    """Return the issue of a page or document of a source."""
    return PageIssue(url=url, issue=remark.model_copy(update={"source": source}))


def _rejected(source: str, page: str | None, refused: Refused) -> Rejected:
    reason, detail = refused.reason.value, refused.detail
    return Rejected(input=source, page=page, reason=reason, detail=detail, record=None)
