"""Link the records of all sources: which belong to one diploma, and the merged record of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.linkage.matching import Known, join
from parsers.linkage.merge import Merged, merge
from parsers.segment.options_model import letter
from schema.issues import Issue, IssueCode, issue
from schema.reconciliation import MatchKind
from schema.referential import content_hash
from schema.text import page_slug
from scraper.pipeline.load_sources import LoadedRecord, LoadedSource, LoadedSources
from scraper.sources.registry import PAGES, Scope


class Match(NamedTuple):
    """A document of a source and the record it was joined to, if any; `candidates` when it may
    belong to several. `document` is None for a record that the source does not know.
    """

    source: str
    document: str | None
    kind: MatchKind
    record: str | None
    candidates: tuple[str, ...] = ()


class Duplicate(NamedTuple):
    """A document of a source whose id another record has already."""

    source: str
    document: str
    id: str


@dataclass
class _Diploma:
    """A record to be: the document that gives its id, the documents that complete it (source and
    name), and the issues of doubtful matches.
    """

    id: str
    source: str
    first: LoadedRecord
    code: str | None
    others: list[tuple[str, str]] = field(default_factory=list)
    doubts: list[Issue] = field(default_factory=list)

    def known(self) -> Known:
        """The facts for matching, with the code that another source gave."""
        return self.first.known._replace(name=self.id, code=self.code)


class Linker:
    """Join the sources of `loaded`, in their order, to its pages and to one another.

    `matches`: one for each document, and for each record that a source does not know.
    `duplicates`: the documents whose id another record has. `successions`: those of all records.
    """

    def __init__(self, loaded: LoadedSources, scope: Scope) -> None:
        self.matches: list[Match] = []
        self.duplicates: list[Duplicate] = []
        self.successions = loaded.successions()
        self._loaded = loaded
        self._diplomas = {
            page.id: _Diploma(page.id, PAGES, page, page.known.code)
            for page in loaded.pages.records.values()
        }
        for name, source in loaded.sources.items():
            unlinked = self._join(name, source)
            ids = self._add_records(name, source, unlinked) if scope == "all" else {}
            for document, candidates in unlinked.items():
                kind: MatchKind = "ambiguous" if candidates else "none"
                self.matches.append(Match(name, document, kind, ids.get(document), candidates))

    def records(self) -> Iterator[Merged]:
        """Merge and yield every record."""
        for diploma in self._diplomas.values():
            yield self._merged(diploma)

    def _join(self, name: str, source: LoadedSource) -> dict[str, tuple[str, ...]]:
        """Join a source; return the documents without a record, each with its candidates."""
        joined = join(
            [diploma.known() for diploma in self._diplomas.values()],
            [loaded.known for loaded in source.records.values()],
            self.successions.related,
            source.shared,
        )
        for link in joined.links:
            diploma = self._diplomas[link.target]
            diploma.others.append((name, link.document))
            # a page without a code takes that of its fiche, by which the list is joined
            diploma.code = diploma.code or source.records[link.document].known.code
            self.matches.append(Match(name, link.document, link.by, link.target))
        doubtful: dict[str, list[str]] = {}
        for document, targets in joined.doubtful.items():
            for target in targets:
                doubtful.setdefault(target, []).append(document)
        for target, documents in doubtful.items():
            self._diplomas[target].doubts.append(_doubt(documents, f"of {name}"))
        matched = {link.target for link in joined.links} | set(doubtful)
        self.matches += [
            Match(name, None, "site-only", diploma.id)
            for diploma in self._diplomas.values()
            if diploma.source == PAGES and diploma.id not in matched
        ]
        linked = {link.document for link in joined.links}
        return {d: joined.doubtful.get(d, ()) for d in source.records if d not in linked}

    def _add_records(
        self, name: str, source: LoadedSource, unlinked: dict[str, tuple[str, ...]]
    ) -> dict[str, str]:
        """Make records of unlinked documents; return the id of each by the document's name."""
        wanted: dict[str, list[str]] = {}
        for document in unlinked:
            wanted.setdefault(source.records[document].id, []).append(document)
        ids: dict[str, str] = {}
        for wish, documents in wanted.items():
            for document, option in zip(documents, _options(source, documents), strict=True):
                record_id = f"{wish}-{option}" if option else wish
                if record_id in self._diplomas or (len(documents) > 1 and not option):
                    record_id = page_slug(document)
                if record_id in self._diplomas:
                    self.duplicates.append(Duplicate(name, document, record_id))
                    continue
                ids[document] = record_id
                loaded = source.records[document]
                diploma = _Diploma(record_id, name, loaded, loaded.known.code)
                self._diplomas[record_id] = diploma
                if unlinked[document]:
                    diploma.doubts.append(_doubt(unlinked[document], "records"))
        return ids

    def _merged(self, diploma: _Diploma) -> Merged:
        loaded = self._loaded
        first = loaded.record(diploma.first)
        others = [loaded.sources[source].records[name] for source, name in diploma.others]
        merged = merge(first, [loaded.record(other) for other in others])
        record = merged.record
        issues = [*record.issues, *diploma.doubts]
        if successors := self.successions.of(record.code):
            issues.append(issue(IssueCode.STALE_CODE, "code", record.code, ", ".join(successors)))
        record = record.model_copy(update={"id": diploma.id, "issues": tuple(issues)})
        record = record.model_copy(update={"content_sha256": content_hash(record)})
        return merged._replace(record=record)


def _options(source: LoadedSource, documents: list[str]) -> list[str | None]:
    """The option letters that tell several diplomas of one page and code apart, if they do."""
    letters = [letter(source.records[document].known.title) for document in documents]
    apart = len(documents) > 1 and None not in letters and len(set(letters)) == len(letters)
    return letters if apart else [None] * len(documents)


def _doubt(candidates: Iterable[str], of: str) -> Issue:
    return issue(IssueCode.AMBIGUOUS_JOIN, None, ", ".join(candidates), of)
