"""The rows of the sources of a version, and the tables in which values of records are looked up."""

from collections import Counter

from output.dataset.rows import SourceRow
from schema.files import digest
from schema.vocabulary import source_row
from scraper.model.known_diplomas import KNOWN_DAY, known_diplomas
from scraper.pipeline.collect_rows import Collector
from scraper.pipeline.link_certifications import LinkedCertifications, link_certifications
from scraper.pipeline.link_trades import LinkedTrades, link_trades
from scraper.pipeline.load_sources import LoadedSources
from scraper.pipeline.page_results import PageResults
from scraper.pipeline.reconcile_look_ups import reconcile_certifications, reconcile_trades
from scraper.sources.metiers import read_occupations, read_rome
from scraper.sources.registry import KNOWN, METIERS, PAGES, RNCP, ROME
from scraper.sources.rncp import read_certifications
from scraper.sources.source_interface import Source
from scraper.sources.source_options import SourceOptions


def source_rows(
    loaded: LoadedSources,
    sources: list[Source],
    used: Counter[str],
    pages: PageResults | None,
) -> tuple[SourceRow, ...]:
    """Return the rows of the sources: the pages, if they are used, and every other source read.

    The packaged list of addresses is a source wherever pages are: their table accounts for each of
    its addresses.
    """
    dates: dict[str, str | None] = {}
    for source in sources:
        # several files of fiches are one source, as new as its newest
        dates[source.name] = max(source.date or "", dates.get(source.name) or "") or None
    counts = {
        name: (source.documents, len(source.refused)) for name, source in loaded.sources.items()
    }
    if pages:
        known = {KNOWN: (len(known_diplomas()), 0)}
        dates.setdefault(KNOWN, KNOWN_DAY)
        counts = known | {PAGES: (pages.pages, pages.refused.total())} | counts
    files = {
        name: [path for source in sources if source.name == name for path in source.files]
        for name in counts
    }
    return tuple(
        SourceRow(
            **source_row(name),
            date=dates.get(name),
            documents=documents,
            refused=refused,
            records=used[name],
            sha256=digest(files[name]) if files[name] else None,
        )
        for name, (documents, refused) in counts.items()
    )


def certifications_of(
    options: SourceOptions, rows: Collector
) -> tuple[LinkedCertifications | None, tuple[SourceRow, ...]]:
    """Read the sheets that the records name where an export of the RNCP is given; its source."""
    path = options.file(RNCP)
    if path is None:
        return None, ()
    numbers = {number for record in rows.records for number in record.rncp_codes}
    certifications = read_certifications(path, numbers)
    linked = link_certifications(rows.records, certifications)
    rows.add_remarks(RNCP, certifications.refused, (*certifications.issues, *linked.issues))
    rows.reconciliation.extend(reconcile_certifications(rows.records, linked))
    known = certifications.by_number.keys()
    return linked, (
        SourceRow(
            **source_row(RNCP),
            date=certifications.date,
            documents=certifications.sheets,
            refused=len(certifications.refused),
            records=sum(not known.isdisjoint(record.rncp_codes) for record in rows.records),
            sha256=digest([path]),
        ),
    )


def trades_of(
    options: SourceOptions, rows: Collector
) -> tuple[LinkedTrades | None, tuple[SourceRow, ...]]:
    """Link the trades of the records where a table of trades is given; the rows of its sources."""
    path, sheets = options.file(METIERS), options.file(ROME)
    if path is None:
        return None, ()
    occupations = read_occupations(path)
    rome = read_rome(sheets) if sheets else None
    linked = link_trades(rows.trades, occupations, rome.labels if rome else None)
    rows.add_remarks(METIERS, occupations.refused, (*occupations.issues, *linked.issues))
    rows.reconciliation.extend(reconcile_trades(rows.records, occupations, linked))
    with_code = {code.trade for code in linked.codes}
    used = sum(any(trade.id in with_code for trade in record.trades) for record in rows.records)
    tables = [(METIERS, occupations.rows, len(occupations.refused), path)]
    if sheets and rome is not None:
        rows.add_remarks(ROME, rome.refused, rome.issues)
        tables.append((ROME, len(rome.labels), len(rome.refused), sheets))
    return linked, tuple(
        SourceRow(
            **source_row(name),
            documents=documents,
            refused=refused,
            records=used,
            sha256=digest([file]),
        )
        for name, documents, refused, file in tables
    )
