"""Reconcile the sources: for each document, the record it met; and the sums for the summary."""

from collections import Counter
from collections.abc import Iterable, Iterator

from output.dataset.rows import ReconciliationRow
from parsers.linkage.code_history import Successions
from parsers.linkage.matching import Known, join
from schema.title import read_title
from scraper.model.site import known_diplomas
from scraper.pipeline.link_records import Linker, Match
from scraper.pipeline.load_sources import LoadedRecord, LoadedSources

LIST = "list"
# The packaged list of diplomas that link to the site, beside the sources themselves.
KNOWN = "known"
# By source, document and record: the fields in which another source has another value.
Disagreements = dict[tuple[str, str, str], list[str]]


def reconcile(
    loaded: LoadedSources,
    linker: Linker,
    disagreements: Disagreements,
    with_known: bool,
) -> Iterator[ReconciliationRow]:
    """Yield a row for every document of every source, and for each record that a source lacks.

    `with_known`: also for the diplomas of the packaged list of addresses.
    """
    listed = loaded.sources.get(LIST)
    codes = {record.known.code for record in listed.records.values()} if listed else None

    def row(match: Match, record: LoadedRecord) -> ReconciliationRow:
        code = record.known.code
        key = (match.source, match.document or "", match.record or "")
        return ReconciliationRow(
            source=match.source,
            document=match.document,
            match=match.kind,
            referential=match.record,
            code=code,
            title=record.known.title,
            url=record.url,
            candidates=match.candidates,
            disagrees=tuple(dict.fromkeys(disagreements.get(key, ()))),
            in_list=code in codes if codes is not None and code else None,
            successors=tuple(linker.successions.of(code)),
        )

    for match in linker.matches:
        if match.document is None:
            yield row(match, loaded.pages.records[match.record or ""])
        else:
            yield row(match, loaded.sources[match.source].records[match.document])
    known = _known(loaded) if with_known else {}
    for match in _match_known(loaded, known, linker.successions):
        yield row(match, known[match.document or ""])


def _known(loaded: LoadedSources) -> dict[str, LoadedRecord]:
    """The diplomas of the packaged list, by code and title."""
    records = {}
    for diploma in known_diplomas():
        name = f"{diploma.code} {diploma.title}"
        page, title = loaded.page(diploma.url), read_title(diploma.title)
        kind = next(iter(title.types)) if len(title.types) == 1 else None
        facts = Known(name, page, diploma.code, kind, title.name)
        records[name] = LoadedRecord(facts, name, diploma.url)
    return records


def _match_known(
    loaded: LoadedSources, known: dict[str, LoadedRecord], successions: Successions
) -> Iterator[Match]:
    joined = join(
        [record.known for record in loaded.pages.records.values()],
        [record.known for record in known.values()],
        successions.related,
    )
    links = {link.document: link for link in joined.links}
    for name in known:
        link, candidates = links.get(name), joined.doubtful.get(name, ())
        if link:
            yield Match(KNOWN, name, link.by, link.target)
        else:
            yield Match(KNOWN, name, "ambiguous" if candidates else "none", None, candidates)


def summary(rows: Iterable[ReconciliationRow]) -> dict[str, Counter[str]]:
    """Count the documents of each source by match; `disagree` and `stale` beside.

    A document that completes several records counts once; `site-only` counts records.
    """
    counts: dict[str, Counter[str]] = {}
    disagreeing: set[tuple[str, str]] = set()
    seen: set[tuple[str, str]] = set()
    for row in rows:
        count = counts.setdefault(row.source, Counter())
        if row.document is None:
            count[row.match] += 1
            continue
        document = (row.source, row.document)
        if document not in seen:
            seen.add(document)
            count[row.match] += 1
            count["stale"] += bool(row.successors)
        if row.disagrees and document not in disagreeing:
            disagreeing.add(document)
            count["disagree"] += 1
    return counts
