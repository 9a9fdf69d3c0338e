"""The crosswalk: each pair of identifiers of a diploma, with the source that states it."""

from collections.abc import Iterable, Iterator

from output.dataset.dataset import Dataset
from output.dataset.rows import CrosswalkKind, CrosswalkRow, ReconciliationRow
from output.tables.table import Row
from schema.referential import Referential

_PAGES = "eduscol"


def of_record(dataset: Dataset, record: Referential) -> Iterator[Row]:
    """Yield the pairs that a record states.

    Its page, RNCP numbers, NSF group, former and later codes.
    """
    sources = dataset.aggregates.sources_of
    pairs: list[tuple[CrosswalkKind, Iterable[str], tuple[str, ...]]] = [
        ("page", [record.url] if record.url else [], _page_sources(record)),
        ("rncp", record.rncp_codes, sources(record, "rncp_codes")),
        # the group is a part of the code
        ("nsf", [record.nsf_code] if record.nsf_code else [], sources(record, "code")),
        ("replaces", record.replaces, sources(record, "replaces")),
        ("replaced_by", record.replaced_by, sources(record, "replaced_by")),
    ]
    for kind, values, named_by in pairs:
        for value in values:
            for source in named_by:
                yield CrosswalkRow(
                    code=record.code, kind=kind, value=value, title=record.name,
                    referential=record.id, source=source, date=_date(dataset, source),
                ).model_dump()  # fmt: skip


def of_sources(dataset: Dataset) -> Iterator[Row]:
    """Yield the pairs that documents of other sources state.

    Onisep's identifiers, known addresses.
    """
    for row in dataset.reconciliation:
        for kind, value in _pairs(row):
            yield CrosswalkRow(
                code=row.code, kind=kind, value=value, title=row.title,
                referential=row.referential, source=row.source, date=_date(dataset, row.source),
            ).model_dump()  # fmt: skip


def _pairs(row: ReconciliationRow) -> Iterator[tuple[CrosswalkKind, str]]:
    if row.document is None:
        return
    if row.source == "onisep":
        yield "onisep", row.document
    if row.url:
        yield "page", row.url


def _page_sources(record: Referential) -> tuple[str, ...]:
    return (_PAGES,) if _PAGES in record.sources else record.sources[:1]


def _date(dataset: Dataset, source: str) -> str | None:
    """Return the day of the newest response for pages, else the date of the source."""
    if source == _PAGES:
        return dataset.day.isoformat() if dataset.day else None
    return next((row.date for row in dataset.sources if row.name == source), None)
