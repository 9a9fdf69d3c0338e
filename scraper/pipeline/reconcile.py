"""What each source knows of which diploma: the rows of the reconciliation and its summary."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parsers.linkage.code_history import Successions
from parsers.linkage.matching import Known, join
from schema.reconciliation import Match
from schema.title import read_title
from scraper.model.site import known_diplomas
from scraper.pipeline.link_records import Completion, Meeting
from scraper.pipeline.load_sources import Gathering, Kept

LIST = "list"
# The packaged list of diplomas that link to the site, beside the sources themselves.
KNOWN = "known"
# By source, document and record: the fields.
Disagreements = dict[tuple[str, str, str], list[str]]


class Reconciled(NamedTuple):
    """A document of a source, or a record that the source does not know.

    `in_list`: whether the official list has the code; None where no list was used or no code is
    known. `successors`: the codes that have taken the place of this one. `disagrees`: the fields
    in which it contradicts another source of the record.
    """

    source: str
    document: str | None
    match: Match
    referential: str | None
    code: str | None
    title: str
    url: str | None
    candidates: tuple[str, ...]
    disagrees: tuple[str, ...]
    in_list: bool | None
    successors: tuple[str, ...]


def reconcile(
    gathering: Gathering,
    completion: Completion,
    disagreements: Disagreements,
    with_known: bool,
) -> Iterator[Reconciled]:
    """The rows for every document of every source; `with_known`: for the diplomas known beforehand
    too, which are Onisep's to tell.
    """
    listed = gathering.sources.get(LIST)
    codes = {kept.known.code for kept in listed.kept.values()} if listed else None

    def row(met: Meeting, kept: Kept) -> Reconciled:
        code = kept.known.code
        disagrees = disagreements.get((met.source, met.document or "", met.record or ""), ())
        return Reconciled(
            met.source, met.document, met.match, met.record, code, kept.known.title, kept.url,
            met.candidates, tuple(dict.fromkeys(disagrees)),
            code in codes if codes is not None and code else None,
            tuple(completion.successions.of(code)),
        )  # fmt: skip

    for met in completion.meetings:
        if met.document is None:
            yield row(met, gathering.pages.kept[met.record or ""])
        else:
            yield row(met, gathering.sources[met.source].kept[met.document])
    known = _known(gathering) if with_known else {}
    for met in _meet_known(gathering, known, completion.successions):
        yield row(met, known[met.document or ""])


def _known(gathering: Gathering) -> dict[str, Kept]:
    """The diplomas of the packaged list, by code and title."""
    found = {}
    for one in known_diplomas():
        name = f"{one.code} {one.title}"
        page, title = gathering.page(one.url), read_title(one.title)
        kind = next(iter(title.types)) if len(title.types) == 1 else None
        found[name] = Kept(Known(name, page, one.code, kind, title.name), name, one.url)
    return found


def _meet_known(
    gathering: Gathering, known: dict[str, Kept], successions: Successions
) -> Iterator[Meeting]:
    joined = join(
        [kept.known for kept in gathering.pages.kept.values()],
        [kept.known for kept in known.values()],
        successions.related,
    )
    links = {link.document: link for link in joined.links}
    for name in known:
        link, candidates = links.get(name), joined.doubtful.get(name, ())
        if link:
            yield Meeting(KNOWN, name, link.by, link.target)
        else:
            yield Meeting(KNOWN, name, "ambiguous" if candidates else "none", None, candidates)


def summary(rows: Iterable[Reconciled]) -> dict[str, Counter[str]]:
    """How many documents of each source met how; `disagree` and `stale` beside. A document that
    completes several records counts once; `site-only` are records, not documents.
    """
    counts: dict[str, Counter[str]] = {}
    disagree: set[tuple[str, str]] = set()
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
        if row.disagrees and document not in disagree:
            disagree.add(document)
            count["disagree"] += 1
    return counts
