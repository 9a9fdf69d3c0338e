"""The summary of a publication, as lines for a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from output.dataset.rows import ReconciliationRow, SourceRow
from scraper.model.wording import counted, numbered
from scraper.pipeline.build_version import Publication
from scraper.pipeline.page_results import NEVER_ASKED
from scraper.pipeline.reconcile import LIST, summary
from scraper.sources.registry import KNOWN, RNCP

_WAYS = {
    "address": "joined by address",
    "code": "joined by code",
    "code-title": "joined by code and title",
    "title-date": "joined by type, name and date",
    "trade": "joined by the name of a trade",
    "rncp": "joined by number",
    "ambiguous": "ambiguous",
    "none": "without a record",
    "disagree": "disagree",
    "stale": "with a code replaced since",
}
_DOCUMENTS = (
    "address", "code", "code-title", "title-date", "trade", "rncp", "ambiguous", "none",
)  # fmt: skip
_NAMED = 12


def summary_lines(publication: Publication) -> Iterator[str]:
    """Yield the summary of a publication, a line for each subject."""
    dataset, published = publication.dataset, publication.published
    rows = dataset.rows
    counts = summary(rows.reconciliation)
    sources = dataset.content.sources
    joined = [source for source in sources if source.name in counts]
    yield _pages_line(publication)
    yield from _source_lines(joined, counts)
    if LIST in counts and KNOWN in counts:
        yield _known_line(
            row for row in rows.reconciliation if row.source == KNOWN and row.document
        )
    given = ", ".join(f"{number} {name}" for name, number in rows.values.most_common())
    yield f"values     {given or 'none'}"
    options = publication.inputs.sources
    if options.uses("onisep") and not options.files.get("onisep") and rows.lacking:
        yield f"missing    {_lacking(rows.lacking)}; add --fiches onisep, or a file of fiches"
    if trades := dataset.trades:
        yield (
            f"trades     {trades.count('onisep')} of {trades.trades} have Onisep's identifier, "
            f"{trades.count('rome')} a ROME code"
        )
    if sheets := dataset.certifications:
        active = sum(sheet.active for sheet in sheets.sheets)
        yield f"rncp       {len(sheets.sheets)} sheets of records, {active} active"
    if files := dataset.content.document_files:
        outcomes = counted(Counter(file.outcome for file in files))
        yield f"documents  {len(files)} linked PDFs: {outcomes}"
    several = f", {rows.completed} of several sources" if rows.completed else ""
    yield f"records    {len(rows.records)}{several}"
    yield f"issues     {counted(rows.issues_by_code + dataset.pages.issues) or 'none'}"
    new = "new version" if published.new else "nothing new, still version"
    yield f"{new} {published.version} in {published.folder}"


def _pages_line(publication: Publication) -> str:
    """Count the addresses by outcome as the table `pages` has them, refused ones by reason too."""
    outcomes: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    unasked = former = 0
    for page in publication.dataset.content.pages:
        outcomes[page.outcome] += 1
        if page.outcome == "refused" and page.reason:
            reasons[page.reason] += 1
        unasked += page.outcome == "not-tried" and page.reason == NEVER_ASKED
        former += page.outcome == "record" and page.reason == "not-in-copy"
    why = f" (refused: {counted(reasons)})" if reasons else ""
    if former:
        why += f" (record: {former} of an earlier copy, not in this one)"
    if unasked:
        why += f" (not-tried: {unasked} of the packaged list that no run was to ask)"
    return f"pages      {counted(outcomes) or 'none'}{why}"


def _source_lines(
    sources: Iterable[SourceRow], counts: Mapping[str, Counter[str]]
) -> Iterator[str]:
    """Count the documents of each source: in all, refused, and by how they met records.

    Of the RNCP, only the sheets that records name are rows of the reconciliation.
    """
    for source in sources:
        count = counts.get(source.name, Counter())
        documents = sum(count[way] for way in _DOCUMENTS)
        ways = [f"{count[way]} {words}" for way, words in _WAYS.items() if count[way]]
        if source.name == RNCP and (others := source.documents - documents) > 0:
            documents = source.documents
            ways.append(f"{others} named by no record")
        also = f", {source.refused} refused" if source.refused else ""
        found = numbered(documents, "documents")
        yield f"source     {source.name}: {found}{also}: {', '.join(ways) or 'none'}"


def _known_line(rows: Iterable[ReconciliationRow]) -> str:
    """Count the diplomas of the site that the official list has, and name those it lacks."""
    known = list(rows)
    missing = [str(row.code) for row in known if row.in_list is False]
    addresses = len({row.url for row in known})
    listed = sum(row.in_list is True for row in known)
    text = f"{len(known)} diplomas on {addresses} addresses, {listed} in the official list"
    named = ", ".join(missing[:_NAMED]) + (", …" if len(missing) > _NAMED else "")
    return f"known      {text}{f'; not in it: {named}' if missing else ''}"


def _lacking(counts: Mapping[str, int]) -> str:
    """Write `description of 3 records, trades of 1 record`."""
    parts = [
        f"{field} of {numbered(number, 'records')}" for field, number in counts.items() if number
    ]
    return ", ".join(parts)
