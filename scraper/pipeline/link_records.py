"""Pages' records completed by the other sources: who belongs to whom, and one record of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.linkage.matching import Known, join
from parsers.linkage.merge import Merged, merge
from parsers.segment.options_model import letter
from schema.issues import Issue, IssueCode, issue
from schema.reconciliation import Match
from schema.referential import content_hash
from schema.text import page_slug
from scraper.pipeline.load_sources import PAGES, Gathered, Gathering, Kept
from scraper.sources.names import Scope


class Meeting(NamedTuple):
    """A document of a source and the record it met, if any; `candidates` if it may be of several.
    `document` is None for a record that the source does not know.
    """

    source: str
    document: str | None
    match: Match
    record: str | None
    candidates: tuple[str, ...] = ()


class Duplicate(NamedTuple):
    """A document of a source whose id another record has already."""

    source: str
    document: str
    id: str


@dataclass
class _Diploma:
    """What will be one record: who speaks of it first, who completes it, what was doubtful."""

    id: str
    source: str
    first: Kept
    code: str | None
    others: list[tuple[str, str]] = field(default_factory=list)
    doubts: list[Issue] = field(default_factory=list)

    def known(self) -> Known:
        """What joining sees of it so far."""
        return self.first.known._replace(name=self.id, code=self.code)


class Completion:
    """The sources of `gathering`, in their order, joined to its pages and to one another.

    `meetings`: what each document met, and which records a source knows nothing of. `duplicates`:
    the documents that would be a record if another one did not have its id. `successions`: of all.
    """

    def __init__(self, gathering: Gathering, scope: Scope) -> None:
        self.meetings: list[Meeting] = []
        self.duplicates: list[Duplicate] = []
        self.successions = gathering.successions()
        self._gathering = gathering
        self._diplomas = {
            kept.id: _Diploma(kept.id, PAGES, kept, kept.known.code)
            for kept in gathering.pages.kept.values()
        }
        for source, gathered in gathering.sources.items():
            left = self._join(source, gathered)
            ids = self._added(source, gathered, left) if scope == "all" else {}
            for name, candidates in left.items():
                match: Match = "ambiguous" if candidates else "none"
                self.meetings.append(Meeting(source, name, match, ids.get(name), candidates))

    def records(self) -> Iterator[Merged]:
        """Every record, completed."""
        for diploma in self._diplomas.values():
            yield self._merged(diploma)

    def _join(self, source: str, gathered: Gathered) -> dict[str, tuple[str, ...]]:
        """Join a source; the documents that are of no record, with the records they may be of."""
        joined = join(
            [diploma.known() for diploma in self._diplomas.values()],
            [kept.known for kept in gathered.kept.values()],
            self.successions.related,
            gathered.shared,
        )
        for link in joined.links:
            diploma = self._diplomas[link.target]
            diploma.others.append((source, link.document))
            # a page without a code has that of its fiche, and the list is joined by it
            diploma.code = diploma.code or gathered.kept[link.document].known.code
            self.meetings.append(Meeting(source, link.document, link.by, link.target))
        doubtful: dict[str, list[str]] = {}
        for document, targets in joined.doubtful.items():
            for target in targets:
                doubtful.setdefault(target, []).append(document)
        for target, documents in doubtful.items():
            self._diplomas[target].doubts.append(_doubt(documents, f"of {source}"))
        met = {link.target for link in joined.links} | set(doubtful)
        self.meetings += [
            Meeting(source, None, "site-only", diploma.id)
            for diploma in self._diplomas.values()
            if diploma.source == PAGES and diploma.id not in met
        ]
        linked = {link.document for link in joined.links}
        return {n: joined.doubtful.get(n, ()) for n in gathered.kept if n not in linked}

    def _added(
        self, source: str, gathered: Gathered, left: dict[str, tuple[str, ...]]
    ) -> dict[str, str]:
        """Make records of documents that are of none, under ids of their own; the ids by name."""
        wanted: dict[str, list[str]] = {}
        for name in left:
            wanted.setdefault(gathered.kept[name].id, []).append(name)
        ids: dict[str, str] = {}
        for wish, names in wanted.items():
            for name, option in zip(names, self._options(gathered, names), strict=True):
                own = f"{wish}-{option}" if option else wish
                if own in self._diplomas or (len(names) > 1 and not option):
                    own = page_slug(name)
                if own in self._diplomas:
                    self.duplicates.append(Duplicate(source, name, own))
                    continue
                ids[name] = own
                kept = gathered.kept[name]
                self._diplomas[own] = _Diploma(own, source, kept, kept.known.code)
                if left[name]:
                    self._diplomas[own].doubts.append(_doubt(left[name], "records"))
        return ids

    def _options(self, gathered: Gathered, names: list[str]) -> list[str | None]:
        """Letters that tell several diplomas of one page and code apart, if their titles do."""
        letters = [letter(gathered.kept[name].known.title) for name in names]
        apart = len(names) > 1 and None not in letters and len(set(letters)) == len(letters)
        return letters if apart else [None] * len(names)

    def _merged(self, diploma: _Diploma) -> Merged:
        gathering = self._gathering
        first = gathering.record(diploma.first)
        others = [gathering.sources[source].kept[name] for source, name in diploma.others]
        merged = merge(first, [gathering.record(kept) for kept in others])
        record = merged.record
        said = [*record.issues, *diploma.doubts]
        if successors := self.successions.of(record.code):
            said.append(issue(IssueCode.STALE_CODE, "code", record.code, ", ".join(successors)))
        record = record.model_copy(update={"id": diploma.id, "issues": tuple(said)})
        record = record.model_copy(update={"content_sha256": content_hash(record)})
        return merged._replace(record=record)


def _doubt(candidates: Iterable[str], of: str) -> Issue:
    return issue(IssueCode.AMBIGUOUS_JOIN, None, ", ".join(candidates), of)
