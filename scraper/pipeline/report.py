"""What `eduscol run` and `eduscol publish` say of what they read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from scraper.pipeline.page_results import Assembly
from scraper.pipeline.reconcile import Reconciled

_WAYS = {
    "address": "joined by address",
    "code": "joined by code",
    "code-title": "joined by code and title",
    "ambiguous": "ambiguous",
    "none": "of no record",
    "disagree": "disagree",
    "stale": "with a code replaced since",
}
_DOCUMENTS = ("address", "code", "code-title", "ambiguous", "none")
_NAMED = 12


def pages_line(pages: Assembly) -> str:
    """How many pages were read, how many refused and why."""
    reasons = f" ({counted(pages.refused)})" if pages.refused else ""
    return f"pages      {pages.pages} read, {pages.refused.total()} refused{reasons}"


def source_lines(
    refused: Iterable[tuple[str, int]], counts: Mapping[str, Counter[str]]
) -> Iterator[str]:
    """For each source how many documents it has, were refused, and met records how."""
    for source, number in refused:
        met = counts.get(source, Counter())
        documents = sum(met[way] for way in _DOCUMENTS)
        ways = [f"{met[way]} {words}" for way, words in _WAYS.items() if met[way]]
        also = f", {number} refused" if number else ""
        yield f"source     {source}: {documents} documents{also}: {', '.join(ways) or 'none'}"


def known_line(rows: Iterable[Reconciled]) -> str:
    """How many diplomas of the site the official list has, and which it has not."""
    known = list(rows)
    missing = [str(row.code) for row in known if row.in_list is False]
    addresses = len({row.url for row in known})
    listed = sum(row.in_list is True for row in known)
    said = f"{len(known)} diplomas on {addresses} addresses, {listed} in the official list"
    named = ", ".join(missing[:_NAMED]) + (", …" if len(missing) > _NAMED else "")
    return f"known      {said}{f'; not in it: {named}' if missing else ''}"


def counted(counts: Mapping[str, int]) -> str:
    """`3 this, 1 that`, in order of name."""
    return ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))
