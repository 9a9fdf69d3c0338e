"""Read all sources: put each record on disk, and keep in memory the facts that matching needs."""

import marshal
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from operator import itemgetter
from typing import NamedTuple

from output.dataset.spool import Spool
from parsers.linkage.code_history import Succession, Successions, successions_of
from parsers.linkage.matching import Known, is_same_option
from parsers.linkage.source_record import SourceRecord
from parsers.model.document import ExpectedDiploma
from parsers.model.identifiers import is_site_address
from parsers.model.reading import Reading, ReadRecord
from parsers.model.statement import Statement
from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.referential import content_hash
from scraper.model.site import Site
from scraper.model.url import normalise
from scraper.pipeline.reader import Reader
from scraper.pipeline.serialised_reading import Task
from scraper.sources.registry import PAGES
from scraper.sources.source_interface import Source, SourceDocument

_SITE = Site()


class LoadedRecord(NamedTuple):
    """A record on disk.

    - `known`: its facts for matching.
    - `key`: its place on disk, where its address is too.
    - `modified`: day of its source's last change.
    - `successions`: pairs of codes of which one replaces the other, as the record states them.
    """

    known: Known
    id: str
    key: int = 0
    modified: str | None = None
    successions: tuple[Succession, ...] = ()


@dataclass
class LoadedSource:
    """The content of a source.

    Records by the name of their document, the number of documents, those refused with the reason,
    and issues, each with its document's name.
    """

    shared: bool = False
    records: dict[str, LoadedRecord] = field(default_factory=dict)
    documents: int = 0
    refused: list[tuple[str, Refused]] = field(default_factory=list)
    issues: list[tuple[str, Issue]] = field(default_factory=list)


class LoadedSources:
    """The records of the pages and of each source, on disk; a source may be of any size."""

    def __init__(self, reader: Reader) -> None:
        # a record without its evidence, and that in one piece: hundreds of thousands of objects
        self._spool: Spool[tuple[str, SourceRecord, bytes]] = Spool((), itemgetter(0))
        self._urls: Spool[tuple[str, str | None]] = Spool((), itemgetter(0))
        self._number = 0
        self.pages = LoadedSource()
        self.sources: dict[str, LoadedSource] = {}
        self._reader = reader
        self._expected: dict[str, list[ExpectedDiploma]] | None = None

    def add_page(self, records: Iterable[ReadRecord], page_sha256: str | None) -> None:
        """Add the records of a page, whose ids no other page has, with the hash of the page."""
        for read_record in records:
            record, expected = read_record.record, read_record.expected
            source_record = SourceRecord(PAGES, record.url or record.id, page_sha256, read_record)
            self._keep(self.pages, record.id, source_record)
            if expected:
                loaded = self.pages.records[record.id]
                facts = loaded.known._replace(code=expected.code, title=expected.titles[0])
                self.pages.records[record.id] = loaded._replace(known=facts)

    def expected(self, url: str) -> tuple[ExpectedDiploma, ...]:
        """List the diplomas that the sources read so far place at the address of a page.

        Of two sources that name one diploma, the first counts: a fiche is newer than the packaged
        list of addresses.
        """
        if self._expected is None:
            self._expected = self._places()
        return tuple(self._expected.get(self.page(url) or "", ()))

    def _places(self) -> dict[str, list[ExpectedDiploma]]:
        titles = {
            loaded.known.code: loaded.known.title
            for source in self.sources.values()
            if source.shared
            for loaded in source.records.values()
        }
        places: dict[str, list[ExpectedDiploma]] = {}
        placed: list[Known] = []
        for source in self.sources.values():
            earlier = {known.code for known in placed if known.code}
            for loaded in source.records.values() if not source.shared else ():
                known = loaded.known
                if known.page is None or (
                    known.code in earlier and any(is_same_option(known, k) for k in placed)
                ):
                    continue
                others = (titles.get(known.code),) if known.code else ()
                names = (known.title, *(title for title in others if title))
                expected = ExpectedDiploma(known.name, known.code, known.type, names)
                places.setdefault(known.page, []).append(expected)
                placed.append(known)
        return places

    def add(self, source: Source) -> None:
        """Add all documents of a source. Raises as its `documents`."""
        loaded = self.sources.setdefault(source.name, LoadedSource(source.shared))
        tasks = (
            (document, Task(document.document) if document.document else None)
            for document in source.documents()
        )
        for document, reading in self._reader.read(tasks):
            loaded.documents += 1
            loaded.issues += [(document.name, issue) for issue in document.issues]
            try:
                source_record = _source_record(source.name, document, reading)
            except Refused as refused:
                loaded.refused.append((document.name, refused))
            else:
                self._keep_newest(loaded, document, source_record)

    def record(self, loaded: LoadedRecord) -> SourceRecord:
        """Read a record back from disk."""
        row = self._spool.get(str(loaded.key))
        assert row is not None  # nothing is ever removed
        _, bare, packed = row
        evidence = tuple(map(Statement._make, marshal.loads(packed)))
        return bare._replace(read=bare.read._replace(evidence=evidence))

    def url(self, loaded: LoadedRecord) -> str | None:
        """Read the address of a record back from disk."""
        row = self._urls.get(str(loaded.key))
        assert row is not None  # nothing is ever removed
        return row[1]

    def page(self, url: str | None) -> str | None:
        """Return the key that identifies a page of the site.

        None for an address elsewhere.
        """
        if url is None or not is_site_address(url):
            return None
        return _page_key(url)

    def successions(self) -> Successions:
        """Return the successions of codes that the records state."""
        return Successions(
            pair
            for source in [self.pages, *self.sources.values()]
            for loaded in source.records.values()
            for pair in loaded.successions
        )

    def _keep_newest(
        self, loaded: LoadedSource, document: SourceDocument, source_record: SourceRecord
    ) -> None:
        """Keep the newer of two documents of one name, else the first."""
        before = loaded.records.get(document.name)
        if before:
            if _content(self.record(before)) == _content(source_record):
                newest = max(document.modified or "", before.modified or "") or None
                loaded.records[document.name] = before._replace(modified=newest)
                return
            repeated = issue(IssueCode.REPEATED_DOCUMENT, None, source_record.read.record.title)
            loaded.issues.append((document.name, repeated))
            if (document.modified or "") <= (before.modified or ""):
                return
        self._keep(loaded, document.name, source_record, document.modified)

    def _keep(
        self,
        loaded: LoadedSource,
        name: str,
        source_record: SourceRecord,
        modified: str | None = None,
    ) -> None:
        read = source_record.read
        record = read.record
        self._number += 1
        bare = source_record._replace(read=read._replace(evidence=()))
        # plain values: what is kept of a reading has no other ones (`read_task`)
        packed = marshal.dumps([*map(tuple, read.evidence)])
        self._spool.extend([(str(self._number), bare, packed)])
        self._urls.extend([(str(self._number), record.url)])
        dates = (text.date for text in record.legal_texts if text.kind != "repeal")
        known = Known(
            name, self.page(record.url), record.code, record.diploma_type, record.name,
            # many records share the days of orders
            tuple(sys.intern(day) for day in dates if day),
        )  # fmt: skip
        loaded.records[name] = LoadedRecord(
            known, record.id, self._number, modified, successions_of(record)
        )


@lru_cache(maxsize=128)  # a page is asked for before and after it is read
def _page_key(url: str) -> str | None:
    # the case of the folder and the www of old links do not distinguish pages either
    address = normalise(url.lower().replace("://www.", "://", 1))
    return _SITE.key(address) if address else None


def _source_record(
    source: str, document: SourceDocument, reading: Reading | Refused | None
) -> SourceRecord:
    """Return the record of a document. Raises `Refused`."""
    refused = reading if isinstance(reading, Refused) else document.refused
    if document.document is None or not isinstance(reading, Reading):
        assert refused is not None  # a document or a refusal is given, and so is its reading
        raise refused
    first, *others = reading.records
    if others:
        raise Refused(Refusal.MALFORMED_ROW, f"{1 + len(others)} diplomas in a document of one")
    digest = sha256(document.document.body).hexdigest()
    return SourceRecord(source, document.name, digest, _as_of(first, source))


def _as_of(read_record: ReadRecord, source: str) -> ReadRecord:
    """Return the record with `source` as its source.

    The origin of a document is known by its source alone.
    """
    if read_record.record.sources == (source,):
        return read_record
    record = read_record.record.model_copy(update={"sources": (source,)})
    record = record.model_copy(update={"content_sha256": content_hash(record)})
    return ReadRecord(record, read_record.evidence)


def _content(source_record: SourceRecord) -> str:
    """Hash of a record's content, the same whether a fiche comes as Markdown or as data."""
    return content_hash(source_record.read.record.model_copy(update={"source_kind": "fiche"}))
