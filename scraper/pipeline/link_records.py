"""Link the records of all sources: which belong to one diploma, and the merged record of each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from output.dataset.spool import Spool
from parsers.linkage.matching import Known, Link, join
from parsers.linkage.merge import Merged, merge
from parsers.segment.page_diplomas import letter
from schema.issues import Issue, IssueCode, issue
from schema.outcomes import MatchKind
from schema.referential import content_hash
from schema.text import page_slug
from scraper.model.url import canonical, normalise
from scraper.pipeline.load_sources import LoadedRecord, LoadedSource, LoadedSources
from scraper.sources.registry import KNOWN, PAGES, Scope

# Other records that an issue names.
_NAMED = 5


class Match(NamedTuple):
    """A document of a source and the record it was joined to, if any.

    `candidates` when it may belong to several. `document` is None for a record that the source does
    not know.
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


@dataclass(slots=True)  # there are as many as records
class _Diploma:
    """A record while it is linked.

    The document that gives its id, the documents that complete it (source and name), those of its
    code that its name contradicts, and the issues of doubtful matches.
    """

    id: str
    source: str
    first: LoadedRecord
    code: str | None
    others: tuple[tuple[str, str], ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    doubts: tuple[Issue, ...] = ()

    def has(self, source: str) -> bool:
        """Return whether a document of `source` completes it, or gives its id."""
        return self.source == source or any(name == source for name, _ in self.others)

    def known(self) -> Known:
        """Return the facts for matching, with the code that another source gave."""
        known = self.first.known
        if (known.name, known.code) == (self.id, self.code):  # as of most pages: no second copy
            return known
        return known._replace(name=self.id, code=self.code)


class Linker:
    """Joins the sources of `loaded`, in their order, to its pages and to one another.

    `matches`: one for each document, and for each record that a source does not know.
    `duplicates`: the documents whose id another record has. `successions`: of all records.
    """

    def __init__(self, loaded: LoadedSources, scope: Scope) -> None:
        self.matches = Spool[Match]()
        self.duplicates: list[Duplicate] = []
        self.successions = loaded.successions()
        self._loaded = loaded
        self._links: dict[str, dict[str, Link]] = {name: {} for name in loaded.sources}
        self._diplomas = {
            page.id: _Diploma(page.id, PAGES, page, page.known.code)
            for page in loaded.pages.records.values()
        }
        self._documents = {
            name: [loaded_record.known for loaded_record in source.records.values()]
            for name, source in loaded.sources.items()
        }
        if KNOWN in self._documents:
            self._documents[KNOWN] = list(self._placed_known())
        self._rivals = [known for documents in self._documents.values() for known in documents]
        # repeated, since a code given by one source may join a document of another
        while sum(self._join(name)[0] for name in loaded.sources):
            pass
        for name, source in loaded.sources.items():
            doubtful = self._join(name)[1]
            self._report(name, doubtful)
            open_documents = [d for d in source.records if d not in self._links[name]]
            unlinked = {document: doubtful.get(document, ()) for document in open_documents}
            ids = self._add_records(name, source, unlinked) if scope == "all" else {}
            for document, candidates in unlinked.items():
                kind: MatchKind = "ambiguous" if candidates else "none"
                self.matches.extend([Match(name, document, kind, ids.get(document), candidates)])
        self._report_misplaced()
        self._repeated = self._with_code_of_others()

    def records(self) -> Iterator[Merged]:
        """Merge and yield every record."""
        for diploma in self._diplomas.values():
            yield self._merged(diploma)

    def _placed_known(self) -> Iterator[Known]:
        """Yield the diplomas of the packaged list, without the addresses that are outdated.

        An address is outdated when a fiche of the diploma links to another page that was read, or
        another page states its code.
        """
        pages = [page.known for page in self._loaded.pages.records.values()]
        read = {page.page for page in pages}
        codes = (known.code for known in self._documents[KNOWN])
        placed: dict[str, set[str | None]] = {code: set() for code in codes if code}
        for name, documents in self._documents.items():
            if name != KNOWN and not self._loaded.sources[name].shared:
                for document in documents:
                    if document.code in placed and document.page in read:
                        placed[document.code].add(document.page)
        for page in pages:
            if page.code in placed:
                placed[page.code].add(page.page)
        for known in self._documents[KNOWN]:
            elsewhere = placed.get(known.code or "", set())
            outdated = bool(elsewhere) and known.page not in elsewhere
            yield known._replace(page=None) if outdated else known

    def _join(self, name: str) -> tuple[int, Mapping[str, tuple[str, ...]]]:
        """Join the unmatched documents of a source to the records without a document of it.

        Returns how many were joined, and the documents that may belong to several records.
        """
        source, links = self._loaded.sources[name], self._links[name]
        joined = join(
            [d.known() for d in self._diplomas.values() if not d.has(name)],
            [known for known in self._documents[name] if source.shared or known.name not in links],
            self.successions.related,
            source.shared,
            self._rivals,
            [diploma.code for diploma in self._diplomas.values() if diploma.code],
        )
        for link in joined.links:
            diploma = self._diplomas[link.target]
            diploma.others += ((name, link.document),)
            # a page without a code takes that of its fiche, by which the list is joined
            diploma.code = diploma.code or source.records[link.document].known.code
            links[link.document] = link
            self.matches.extend([Match(name, link.document, link.by, link.target)])
        for document, target in joined.refused:
            diploma = self._diplomas[target]
            diploma.refused = tuple(dict.fromkeys((*diploma.refused, (name, document))))
        doubtful = {d: t for d, t in joined.doubtful.items() if d not in links}
        return len(joined.links), doubtful

    def _report(self, name: str, doubtful: Mapping[str, tuple[str, ...]]) -> None:
        """Note doubtful matches on the records they are about, and the records without a match."""
        by_target: dict[str, list[str]] = {}
        for document, targets in doubtful.items():
            for target in targets:
                by_target.setdefault(target, []).append(document)
        if name != KNOWN:  # a known diploma that does not fit is reported with its title
            for target, documents in by_target.items():
                self._diplomas[target].doubts += (_doubt(documents, f"of {name}", name),)
        self.matches.extend(
            Match(name, None, "site-only", diploma.id)
            for diploma in self._diplomas.values()
            if diploma.source == PAGES and not diploma.has(name) and diploma.id not in by_target
        )

    def _report_misplaced(self) -> None:
        """Note misplaced diplomas on the records of a page.

        The list of addresses places them there, and no record of the page is that diploma.
        """
        source = self._loaded.sources.get(KNOWN)
        records = source.records if source else {}
        at_page: dict[str | None, list[_Diploma]] = {
            loaded.known.page: [] for loaded in records.values() if loaded.known.page
        }
        for diploma in self._diplomas.values():
            if diploma.source == PAGES and diploma.first.known.page in at_page:
                at_page[diploma.first.known.page].append(diploma)
        for name, loaded in records.items():
            here = at_page.get(loaded.known.page, [])
            if any((KNOWN, name) in diploma.others for diploma in here):
                continue
            for diploma in [d for d in here if not d.has(KNOWN)] or here:
                code = IssueCode.KNOWN_DISAGREES
                both = f"{diploma.first.known.title} | {loaded.known.title}"
                field = "code" if diploma.first.known.code else "title"
                diploma.doubts += (issue(code, field, both, f"page | {name}", source=KNOWN),)

    def _with_code_of_others(self) -> Mapping[str, list[_Diploma]]:
        """Return the records of pages by those codes that records of several pages have."""
        by_code: dict[str, list[_Diploma]] = {}
        for diploma in self._diplomas.values():
            if diploma.source == PAGES and diploma.code:
                by_code.setdefault(diploma.code, []).append(diploma)
        return {
            code: diplomas
            for code, diplomas in by_code.items()
            if len({diploma.first.known.page for diploma in diplomas}) > 1
        }

    def _code_of_another(self, diploma: _Diploma) -> Iterator[Issue]:
        """Yield the issues of documents that have the code of a record and another name."""
        for source, document in diploma.refused:
            other = self._loaded.sources[source].records[document].known
            both, named = f"{diploma.first.known.title} | {other.title}", f"{source} ({document})"
            yield issue(IssueCode.CODE_OF_ANOTHER, "code", both, named, source=source)

    def _repeated_code(self, diploma: _Diploma) -> Iterator[Issue]:
        """Yield the issue that records of other pages have the code of a record, naming some."""
        page = diploma.first.known.page
        holders = self._repeated.get(diploma.code or "", ())
        others = [other.id for other in holders if other.first.known.page != page]
        if others and diploma.source == PAGES:
            more = [f"{len(others) - _NAMED} more"] if len(others) > _NAMED else []
            names = ", ".join([*others[:_NAMED], *more])
            yield issue(IssueCode.REPEATED_CODE, "code", diploma.code, names)

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
                    diploma.doubts += (_doubt(unlinked[document], "records", name),)
        return ids

    def _merged(self, diploma: _Diploma) -> Merged:
        loaded = self._loaded
        first = loaded.record(diploma.first)
        others = [loaded.sources[source].records[name] for source, name in diploma.others]
        merged = merge(first, [loaded.record(other) for other in others])
        record = merged.record
        issues = [*record.issues, *diploma.doubts, *self._code_of_another(diploma),
                  *self._repeated_code(diploma)]  # fmt: skip
        if any(problem.issue == IssueCode.OPTIONS_DIFFER for problem in record.issues):
            issues = [problem for problem in issues if problem.issue != IssueCode.KNOWN_DISAGREES]
        if successors := self.successions.of(record.code):
            issues.append(issue(IssueCode.STALE_CODE, "code", record.code, ", ".join(successors)))
        # a page's own is canonical; another source may give the former scheme
        address = record.url and normalise(record.url)
        url = canonical(address) if address else record.url
        same = (record.id, record.url) == (diploma.id, url)
        record = record.model_copy(update={"id": diploma.id, "url": url, "issues": tuple(issues)})
        if not same:
            record = record.model_copy(update={"content_sha256": content_hash(record)})
        return merged._replace(record=record)


def _options(source: LoadedSource, documents: list[str]) -> list[str | None]:
    """Return the option letters, if they distinguish the diplomas of one page and code."""
    letters = [letter(source.records[document].known.title) for document in documents]
    apart = len(documents) > 1 and None not in letters and len(set(letters)) == len(letters)
    return letters if apart else [None] * len(documents)


def _doubt(candidates: Iterable[str], of: str, source: str) -> Issue:
    return issue(IssueCode.AMBIGUOUS_JOIN, None, ", ".join(candidates), of, source=source)
