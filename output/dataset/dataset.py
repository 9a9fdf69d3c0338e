"""The content of a version. The same `Dataset` after the same version gives the same bytes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, groupby, pairwise
from operator import attrgetter, itemgetter

from output.dataset.aggregates import Aggregates
from output.dataset.optional_formats import OPTIONAL_FORMATS
from output.dataset.page_lookup import PageIndex
from output.dataset.record_lines import RecordKeys, RecordLines, Records
from output.dataset.rows import (
    CertificationBlockRow,
    CertificationRomeRow,
    CertificationRow,
    CertificationSuccessionRow,
    DocumentFileRow,
    DocumentPageRow,
    EvidenceRow,
    PackedEvidence,
    PageIssue,
    PageRow,
    ReconciliationRow,
    Rejected,
    SourceRow,
    TradeCodeRow,
)
from output.dataset.spool import Spool
from schema.referential import Referential


@dataclass(frozen=True)
class Dataset:
    """All rows of a version, on disk, in an order independent of the order of reading.

    - `lines`: the records, dumped, sorted by id; ids differ. `keys`: of each, in the same order.
    - `pages`: a row for each known address and each page found, sorted by address.
    - `issues`: issues of pages; those of a record stand in the record.
    - `document_files`, `document_pages`: the PDFs that pages link to, and their text.
    - `unread`: the addresses of pages that failed for good in the last run and had content before;
      for the checks alone. `damaged`: those of pages that the archive has lost.
    - `aggregates`: facts about all rows: trades, names by code, documents of the evidence.
    - `day`: on which the site was last asked; None for a copy of it, whose file times mean nothing.
    - `scope`: the part of the site that was looked at (`site`, `mirror`, a limited run by its
      limits); the checks compare versions of the same scope, and a part with the whole site.
    - `code`: version of the program.
    - `inputs`: all else that made the data, by name (hash of the archive's pages, of files of
      configuration), so that `replay` can make the version again.

    Make one with `dataset_of`.
    """

    lines: RecordLines
    keys: Spool[RecordKeys]
    rejected: Spool[Rejected]
    pages: Spool[PageRow]
    issues: Spool[PageIssue]
    evidence: Spool[PackedEvidence]
    sources: tuple[SourceRow, ...]
    reconciliation: Spool[ReconciliationRow]
    trade_codes: tuple[TradeCodeRow, ...]
    certifications: tuple[CertificationRow, ...]
    certification_blocks: tuple[CertificationBlockRow, ...]
    certification_romes: tuple[CertificationRomeRow, ...]
    certification_successions: tuple[CertificationSuccessionRow, ...]
    document_files: tuple[DocumentFileRow, ...]
    document_pages: Spool[DocumentPageRow]
    unread: frozenset[str]
    damaged: frozenset[str]
    aggregates: Aggregates
    day: date | None
    scope: str
    code: str
    inputs: tuple[tuple[str, str], ...]

    @property
    def records(self) -> Records:
        """Return the records, in order of ids."""
        return Records(self.lines)

    @cached_property
    def page_index(self) -> PageIndex:
        """Return the pages by address and by name."""
        return PageIndex(page.model_dump(mode="json") for page in self.pages)

    def evidence_of(self, record: str) -> Iterator[EvidenceRow]:
        """Yield the evidence of the record of an id."""
        return chain.from_iterable(packed.rows() for packed in self.evidence.at(record))

    @property
    def formats(self) -> frozenset[str]:
        """Return the optional formats that the inputs ask for, of `OPTIONAL_FORMATS`."""
        return frozenset(OPTIONAL_FORMATS) & frozenset(dict(self.inputs))


class Rows:
    """Collects the rows of a dataset on disk in any order, to be read in the order of a version."""

    def __init__(self) -> None:
        self.aggregates = Aggregates()
        self.lines = RecordLines()
        self.keys = Spool[RecordKeys](key=itemgetter(0))
        self.rejected = Spool[Rejected](key=lambda row: f"{row.input}\0{row.reason}\0{row.detail}")
        self.pages = Spool[PageRow](key=lambda row: row.url)
        self.issues = Spool[PageIssue](key=lambda row: row.url)
        self.evidence = Spool[PackedEvidence](key=lambda packed: packed.referential)
        self.reconciliation = Spool[ReconciliationRow](
            key=lambda row: "\0".join((row.source, row.document or "", row.referential or ""))
        )

    @property
    def records(self) -> Records:
        """Return the records so far, in order of ids."""
        return Records(self.lines)

    def add_records(self, records: Iterable[Referential]) -> None:
        """Add records."""
        self.keys.extend(map(RecordKeys.of, self.lines.dump(self.aggregates.records(records))))

    def add_evidence(self, rows: Iterable[EvidenceRow]) -> None:
        """Add evidence of records."""
        groups = (tuple(group) for _, group in groupby(rows, attrgetter("referential")))
        self.evidence.extend(self.aggregates.evidence(groups))

    def add_reconciliation(self, rows: Iterable[ReconciliationRow]) -> None:
        """Add rows of `reconciliation`: which source knows which diploma."""
        self.reconciliation.extend(self.aggregates.reconciliation(rows))


def dataset_of(
    rows: Rows,
    *,
    sources: Iterable[SourceRow] = (),
    trade_codes: Iterable[TradeCodeRow] = (),
    certifications: Iterable[CertificationRow] = (),
    certification_blocks: Iterable[CertificationBlockRow] = (),
    certification_romes: Iterable[CertificationRomeRow] = (),
    certification_successions: Iterable[CertificationSuccessionRow] = (),
    document_files: Iterable[DocumentFileRow] = (),
    document_pages: Iterable[DocumentPageRow] = (),
    unread: Iterable[str] = (),
    damaged: Iterable[str] = (),
    day: date | None = None,
    scope: str = "site",
    code: str = "",
    inputs: Mapping[str, str] | None = None,
) -> Dataset:
    """Make a dataset of rows; no row may be added afterwards.

    Raises ValueError for a mistake of the caller: two records of one id, two rows of one address,
    evidence of a record that is not there.
    """
    dataset = Dataset(
        lines=rows.lines,
        keys=rows.keys,
        rejected=rows.rejected,
        pages=rows.pages,
        issues=rows.issues,
        evidence=rows.evidence,
        sources=tuple(sorted(sources, key=lambda row: row.name)),
        reconciliation=rows.reconciliation,
        certifications=tuple(certifications),
        certification_blocks=tuple(certification_blocks),
        certification_romes=tuple(certification_romes),
        certification_successions=tuple(certification_successions),
        document_files=tuple(sorted(document_files, key=lambda row: row.url)),
        document_pages=Spool(document_pages, lambda row: f"{row.sha256} {row.page:06}"),
        trade_codes=tuple(sorted(trade_codes, key=lambda row: (row.trade, row.kind, row.code))),
        unread=frozenset(unread),
        damaged=frozenset(damaged),
        aggregates=rows.aggregates,
        day=day,
        scope=scope,
        code=code,
        inputs=tuple(sorted((inputs or {}).items())),
    )
    _check_unique("id", dataset.lines.ids())
    _check_unique("address", dataset.pages.keys())
    _check_unique("source", (row.name for row in dataset.sources))
    _check_known(dataset.evidence.keys(), dataset.lines.ids())
    return dataset


def _check_unique(kind: str, values: Iterable[str]) -> None:
    """Raise ValueError for the first of the sorted `values` that occurs twice."""
    for value, next_value in pairwise(values):
        if value == next_value:
            raise ValueError(f"{kind} given twice: {value}")


def _check_known(owners: Iterator[str], records: Iterator[str]) -> None:
    """Raise ValueError for the first of the sorted `owners` that is not among the `records`.

    Side by side: a set of all ids would take more memory than all else that is held of a record.
    """
    record: str | None = ""
    for owner in owners:
        while record is not None and record < owner:
            record = next(records, None)
        if record != owner:
            raise ValueError(f"evidence of a record that is not there: {owner}")
