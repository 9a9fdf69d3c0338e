"""Reconcile the tables of trades and certifications: a row for each entry and record that meet.

Trades of the table that no record names have a row too, and so have records without a trade or a
sheet. Sheets of the RNCP that no record names are counted in the table of sources only: there are
twenty thousand, of all ministries and schools.
"""

from collections.abc import Iterable, Iterator, Sequence

from output.dataset.rows import ReconciliationRow
from schema.issues import IssueCode
from schema.outcomes import MatchKind
from schema.referential import Referential
from scraper.pipeline.link_certifications import LinkedCertifications
from scraper.pipeline.link_trades import LinkedTrades
from scraper.sources.metiers import Occupations
from scraper.sources.registry import METIERS, RNCP


def reconcile_trades(
    records: Iterable[Referential], occupations: Occupations, linked: LinkedTrades
) -> Iterator[ReconciliationRow]:
    """Yield the rows of Onisep's trades; one that may be a record's, or not, names the records."""
    codes = {row.trade: row.code for row in linked.codes if row.kind == "onisep"}
    met: set[str] = set()
    possible: dict[str, dict[str, None]] = {}
    for record in records:
        trades = [trade.id for trade in record.trades]
        own_codes = dict.fromkeys(codes[trade] for trade in trades if trade in codes)
        for code in own_codes:
            yield _row(METIERS, code, "trade", record, occupations.by_code[code].label)
        met.update(own_codes)
        for code in (code for trade in trades for code in linked.ambiguous.get(trade, ())):
            possible.setdefault(code, {})[record.id] = None
        if not own_codes:
            yield _row(METIERS, None, "site-only", record, record.name)
    for code, occupation in occupations.by_code.items():
        if code not in met:
            kind: MatchKind = "ambiguous" if code in possible else "none"
            candidates = tuple(possible.get(code, ()))
            yield _row(METIERS, code, kind, None, occupation.label, candidates)


def reconcile_certifications(
    records: Iterable[Referential], linked: LinkedCertifications
) -> Iterator[ReconciliationRow]:
    """Yield the rows of the sheets of the RNCP, with the fields in which they contradict."""
    titles = {sheet.rncp_code: sheet.title for sheet in linked.sheets}
    differing: dict[tuple[str, str], dict[str, None]] = {}
    for name, problem in linked.issues:
        if problem.issue is IssueCode.CERTIFICATION_DISAGREES and problem.field:
            number = problem.message.rpartition(" ")[2]
            differing.setdefault((name, number), {})[problem.field] = None
    for record in records:
        numbers = [number for number in record.rncp_codes if number in titles]
        for number in numbers:
            fields = tuple(differing.get((record.id, number), ()))
            yield _row(RNCP, number, "rncp", record, titles[number], (), fields)
        if not numbers:
            yield _row(RNCP, None, "site-only", record, record.name)


def _row(
    source: str,
    document: str | None,
    match: MatchKind,
    record: Referential | None,
    title: str,
    candidates: Sequence[str] = (),
    disagrees: Sequence[str] = (),
) -> ReconciliationRow:
    return ReconciliationRow(
        source=source,
        document=document,
        match=match,
        referential=record.id if record else None,
        code=None,
        title=title,
        url=None,
        candidates=tuple(candidates),
        disagrees=tuple(disagrees),
        in_list=None,
        successors=(),
    )
