"""What pages and sources gave, in the words of `output`, on disk."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

from output.dataset.rows import EvidenceRow, PageIssue, PageRow, Rejected
from output.dataset.spool import Spool
from parsers.linkage.merge import Merged
from schema.errors import Refused
from schema.issues import IssueCode, issue
from schema.referential import Referential
from scraper.pipeline.link_records import Duplicate
from scraper.pipeline.load_sources import Gathering
from scraper.pipeline.page_results import Assembled, Row
from scraper.pipeline.reconcile import Disagreements, Reconciled
from scraper.sources.fetched import Fetched


class Found:
    """What pages and sources gave so far, in the words of `output`.

    `used`: how many records use each source. `issues_by_code`: those of records. `disagreements`:
    by source, document and record, the fields on which another source says otherwise.
    """

    def __init__(self) -> None:
        self.records: Spool[Referential] = Spool()
        self.rejected: Spool[Rejected] = Spool()
        self.pages: Spool[PageRow] = Spool()
        self.issues: Spool[PageIssue] = Spool()
        self.evidence: Spool[EvidenceRow] = Spool()
        self.met: Spool[Reconciled] = Spool()
        self.used: Counter[str] = Counter()
        self.completed = 0
        self.issues_by_code: Counter[str] = Counter()
        self.disagreements: Disagreements = {}

    def take_page(self, page: Assembled) -> None:
        """Add what a page gave beside its records."""
        result = page.result
        url, name = result.page.url, result.name
        if refused := result.refused:
            self.rejected.extend([_rejected(url, name, refused)])
        self.rejected.extend(
            Rejected(input=url, page=name, reason=IssueCode.DUPLICATE_ID.value,
                     detail=one.record.id, record=one.record.model_dump_json())
            for one in page.duplicates
        )  # fmt: skip
        self.issues.extend(PageIssue(url=url, issue=one) for one in result.issues)
        self.pages.extend(map(page_row, page.rows))

    def take_sources(self, gathering: Gathering) -> None:
        """Add what was refused or doubtful in the other sources."""
        for source, gathered in gathering.sources.items():
            self.rejected.extend(
                _rejected(f"{source} {name}", None, refused) for name, refused in gathered.refused
            )
            self.issues.extend(
                PageIssue(url=f"{source} {name}", issue=one) for name, one in gathered.issues
            )
            self.issues_by_code.update(one.code.value for _, one in gathered.issues)

    def take_duplicates(self, gathering: Gathering, duplicates: Iterable[Duplicate]) -> None:
        """Add the records of documents that are left out because another one has their id."""
        for one in duplicates:
            document = f"{one.source} {one.document}"
            kept = gathering.sources[one.source].kept[one.document]
            record = gathering.record(kept).read.record
            self.rejected.extend([
                Rejected(input=document, page=record.page, reason=IssueCode.DUPLICATE_ID.value,
                         detail=one.id, record=record.model_dump_json())
            ])  # fmt: skip
            said = issue(IssueCode.DUPLICATE_ID, "id", one.id)
            self.issues.extend([PageIssue(url=document, issue=said)])
            self.issues_by_code[said.code.value] += 1

    def take_fetched(self, fetched: Iterable[Fetched]) -> None:
        """Add what is to be said of the fetching of the sources' files."""
        for one in fetched:
            self.issues.extend(PageIssue(url=one.address, issue=said) for said in one.issues)
            self.issues_by_code.update(said.code.value for said in one.issues)

    def take_record(self, merged: Merged) -> None:
        """Add a record with the evidence of all its sources."""
        record = merged.record
        self.records.extend([record])
        self.used.update(record.sources)
        self.completed += len(record.sources) > 1
        self.issues_by_code.update(one.code.value for one in record.issues)
        self.evidence.extend(
            EvidenceRow(referential=record.id, source=seen.source, document=seen.document,
                        document_sha256=seen.sha256, chosen=seen.chosen, choice=seen.choice,
                        **seen.observation._asdict())
            for seen in merged.evidence
        )  # fmt: skip
        for source, document, field in merged.disagreements:
            self.disagreements.setdefault((source, document, record.id), []).append(field)


def _rejected(source: str, page: str | None, refused: Refused) -> Rejected:
    reason, detail = refused.reason.value, refused.detail
    return Rejected(input=source, page=page, reason=reason, detail=detail, record=None)


def page_row(row: Row) -> PageRow:
    return PageRow(**asdict(row))
