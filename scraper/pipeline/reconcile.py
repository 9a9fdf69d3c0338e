"""Reconcile the sources: for each document, the record it met; and the sums for the summary."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from output.dataset.rows import ReconciliationRow
from schema.referential import Referential
from scraper.pipeline.link_records import Linker, Match
from scraper.pipeline.load_sources import LoadedRecord, LoadedSources

LIST = "list"
# By source, document and record: the fields in which another source has another value.
Disagreements = dict[tuple[str, str, str], list[str]]
_FACTS = ("diploma_type", "level", "first_session", "last_session", "status")


def reconcile(
    loaded: LoadedSources,
    linker: Linker,
    disagreements: Disagreements,
) -> Iterator[ReconciliationRow]:
    """Yield a row for every document of every source, and for each record that a source lacks."""
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
            url=loaded.url(record),
            candidates=match.candidates,
            disagrees=tuple(dict.fromkeys(disagreements.get(key, ()))),
            in_list=code in codes if codes is not None and code else None,
            successors=tuple(linker.successions.of(code)),
            **(_facts(loaded.record(record).read.record) if match.kind == "none" else {}),
        )

    for match in linker.matches:
        if match.document is None:
            yield row(match, loaded.pages.records[match.record or ""])
        else:
            yield row(match, loaded.sources[match.source].records[match.document])


def _facts(record: Referential) -> dict[str, Any]:
    """Return what tells a diploma without a record of ours from others of its name."""
    return {name: getattr(record, name) for name in _FACTS}


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
