"""What `eduscol run` and `eduscol publish` say of what they read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from schema.issues import Issue
from schema.referential import Referential
from scraper.assemble import Assembled
from scraper.reconcile import KNOWN, LIST, Reconciled, summary

_WAYS = {
    "address": "joined by address",
    "code": "joined by code",
    "code-title": "joined by code and title",
    "ambiguous": "ambiguous",
    "none": "of no record",
    "disagree": "disagree",
    "stale": "with a code replaced since",
}
_NAMED = 12


def report(
    pages: Assembled,
    refused: Sequence[tuple[str, int]],
    records: Iterable[Referential],
    issues: Iterable[Issue],
    reconciled: Sequence[Reconciled],
) -> Iterator[str]:
    """Lines for people: pages, records, what each source met, issues.

    `refused`: how many documents of each other source were refused. `issues`: those of pages and
    documents; a record's own stand in it.
    """
    read = sum(result.page.content is not None for result in pages.results)
    reasons = pages.reasons()
    yield f"pages      {read} read, {sum(reasons.values())} refused{_in_brackets(reasons)}"
    counts = summary(reconciled)
    for source, number in refused:
        met = counts.get(source, Counter())
        documents = sum(met[way] for way in ("address", "code", "code-title", "ambiguous", "none"))
        ways = [f"{met[way]} {words}" for way, words in _WAYS.items() if met[way]]
        also = f", {number} refused" if number else ""
        yield f"source     {source}: {documents} documents{also}: {', '.join(ways) or 'none'}"
    yield from _known(counts, reconciled)
    records = list(records)
    completed = sum(len(record.sources) > 1 for record in records)
    yield f"records    {len(records)}{f', {completed} of several sources' if completed else ''}"
    found = Counter(i.code.value for record in records for i in record.issues)
    found.update(i.code.value for i in issues)
    yield f"issues     {_counted(found) or 'none'}"


def _known(counts: dict[str, Counter[str]], rows: Sequence[Reconciled]) -> Iterator[str]:
    """How many diplomas of the site the official list has, and which it has not."""
    if LIST not in counts:
        return
    known = [row for row in rows if row.source == KNOWN]
    missing = [f"{row.code} {row.title}" for row in known if row.in_list is False]
    addresses = len({row.url for row in known})
    listed = sum(row.in_list is True for row in known)
    said = f"{len(known)} diplomas on {addresses} addresses, {listed} in the official list"
    named = ", ".join(missing[:_NAMED]) + (", …" if len(missing) > _NAMED else "")
    yield f"known      {said}{f'; not in it: {named}' if missing else ''}"


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))


def _in_brackets(counts: Counter[str]) -> str:
    return f" ({_counted(counts)})" if counts else ""
