"""All sources read, each record put aside, with what joining needs to know of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple, Protocol

from parsers.linkage.code_history import Succession, Successions, said
from parsers.linkage.matching import Known
from parsers.linkage.merge import Sourced
from parsers.model.identifiers import is_site_address
from parsers.parse import ReadRecord, read
from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.lexicon import Lexicon
from schema.referential import Referential, content_hash
from scraper.model.site import Site, normalise
from scraper.sources.base import Source, SourceDocument

PAGES = "eduscol"


class Kept(NamedTuple):
    """A record put aside: what joining sees of it, its id, its address, a hash of what it says, its
    place on the shelf, when its source changed it last, and which codes it says follow which.
    """

    known: Known
    id: str
    url: str | None
    content: str = ""
    place: str = ""
    modified: str | None = None
    successions: tuple[Succession, ...] = ()


class Shelf(Protocol):
    """Where records wait until it is known what they belong to; a source may be of any size."""

    def extend(self, rows: Iterable[tuple[str, Sourced]]) -> None:
        """Put records there, each with its place."""

    def get(self, key: str) -> tuple[str, Sourced] | None:
        """The record of a place."""


@dataclass
class Gathered:
    """What a source holds: records by the name of their document, how many documents there were,
    those refused with the reason, and issues, each with its document's name.
    """

    shared: bool = False
    kept: dict[str, Kept] = field(default_factory=dict)
    documents: int = 0
    refused: list[tuple[str, Refused]] = field(default_factory=list)
    issues: list[tuple[str, Issue]] = field(default_factory=list)


class Gathering:
    """Reads the pages' records and then each source on to a shelf."""

    def __init__(self, shelf: Shelf, lexicon: Lexicon) -> None:
        self._shelf = shelf
        self._number = 0
        self.pages = Gathered()
        self.sources: dict[str, Gathered] = {}
        self._lexicon = lexicon
        self._site = Site()

    def add_page(self, records: Iterable[ReadRecord], page_sha256: str | None) -> None:
        """The records of a page, whose ids no other page has, with the hash of the page."""
        for one in records:
            record = one.record
            sourced = Sourced(PAGES, record.url or record.id, page_sha256, one)
            self._keep(self.pages, record.id, sourced)

    def add(self, source: Source) -> None:
        """All documents of a source. Raises what its `documents` raises."""
        gathered = self.sources.setdefault(source.name, Gathered(source.shared))
        for document in source.documents():
            gathered.documents += 1
            gathered.issues += [(document.name, one) for one in document.issues]
            try:
                sourced = self._read(source.name, document)
            except Refused as refused:
                gathered.refused.append((document.name, refused))
            else:
                self._keep_once(gathered, document, sourced)

    def _read(self, source: str, one: SourceDocument) -> Sourced:
        if one.document is None:
            assert one.refused is not None  # one of the two is given
            raise one.refused
        found, *others = read(one.document, self._lexicon).records
        if others:
            raise Refused(Refusal.MALFORMED_ROW, f"{1 + len(others)} diplomas in a document of one")
        digest = sha256(one.document.body).hexdigest()
        return Sourced(source, one.name, digest, _as_of(found, source))

    def _keep_once(self, gathered: Gathered, one: SourceDocument, sourced: Sourced) -> None:
        """Of two documents of one name the newer one stays, else the first."""
        before = gathered.kept.get(one.name)
        if before and before.content == _said_hash(sourced.read.record):
            newest = max(one.modified or "", before.modified or "") or None
            gathered.kept[one.name] = before._replace(modified=newest)
            return
        if before:
            repeated = issue(IssueCode.REPEATED_DOCUMENT, None, sourced.read.record.title)
            gathered.issues.append((one.name, repeated))
            if (one.modified or "") <= (before.modified or ""):
                return
        self._keep(gathered, one.name, sourced, one.modified)

    def _keep(
        self, gathered: Gathered, name: str, sourced: Sourced, modified: str | None = None
    ) -> None:
        record = sourced.read.record
        self._number += 1
        place = str(self._number)
        self._shelf.extend([(place, sourced)])
        page = self.page(record.url)
        known = Known(name, page, record.code, record.diploma_type, record.name)
        gathered.kept[name] = Kept(
            known, record.id, record.url, _said_hash(record), place, modified, said(record)
        )

    def record(self, kept: Kept) -> Sourced:
        """The record put aside."""
        found = self._shelf.get(kept.place)
        assert found is not None  # nothing is ever taken off the shelf
        return found[1]

    def page(self, url: str | None) -> str | None:
        """What tells a page of the site from others; None for an address elsewhere."""
        if url is None or not is_site_address(url):
            return None
        # the case of the folder and the www of old links tell no pages apart either
        address = normalise(url.lower().replace("://www.", "://", 1))
        return self._site.key(address) if address else None

    def successions(self) -> Successions:
        """Those that the records say which are kept now."""
        every = [self.pages, *self.sources.values()]
        return Successions(
            pair for one in every for kept in one.kept.values() for pair in kept.successions
        )


def _as_of(found: ReadRecord, source: str) -> ReadRecord:
    """The record as one of `source`: who brings the document says where it is from."""
    if found.record.sources == (source,):
        return found
    record = found.record.model_copy(update={"sources": (source,)})
    record = record.model_copy(update={"content_sha256": content_hash(record)})
    return ReadRecord(record, found.evidence)


def _said_hash(record: Referential) -> str:
    """Of what a record says, whether a fiche comes as Markdown or as data."""
    return content_hash(record.model_copy(update={"source_kind": "fiche"}))
