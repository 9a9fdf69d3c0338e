"""Read the documents that records link to, from their archive: a row a file and a row a page.

No structure is guessed from them: their text is for searching.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256 as sha256_of
from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from output.dataset.rows import DocumentFileRow, DocumentPageRow
from output.dataset.spool import Spool
from parsers.formats.pdf import PdfText, read_pdf, tidy_pages
from schema.errors import Refused
from schema.issues import Issue, IssueCode, issue
from schema.outcomes import DocumentOutcome
from schema.referential import Document, Referential
from scraper.model.response import Outcome
from scraper.model.site import Site
from scraper.model.url import normalise
from scraper.pipeline.readings_cache import Readings, packed
from scraper.pipeline.serialised_reading import program
from scraper.state.archived_pages import ArchivedPage
from scraper.state.snapshot import ArchiveSnapshot

PDF = "application/pdf"
_MOST_PAGES = 1000
_TEXT = TypeAdapter(PdfText)
# `failed` stands for all others.
_OUTCOMES: dict[Outcome, DocumentOutcome] = {
    Outcome.ROBOTS: "robots",
    Outcome.NOT_TRIED: "not-tried",
    Outcome.NOT_IN_COPY: "not-in-copy",
}


def pdfs(record: Referential) -> Iterator[Document]:
    """Yield the documents of a record that are PDFs by their address, or may be.

    `/document/5123/download` says nothing of the format.
    """
    return (document for document in record.documents if document.media_type in {PDF, None})


class _File(NamedTuple):
    """Facts of a file: the columns of its row without the address, in their order."""

    outcome: DocumentOutcome
    reason: str | None
    sha256: str | None = None
    bytes: int | None = None
    pages: int | None = None
    text_pages: int | None = None
    retrieved_at: str | None = None
    changed_at: str | None = None
    stale_since: str | None = None


class DocumentReader:
    """Reads documents: `files`, `pages` with text and `issues` by address are its result.

    `kept`: the cache of texts; None where none may be used.
    """

    def __init__(self, kept: Readings | None = None) -> None:
        self._kept = kept
        self.files: list[DocumentFileRow] = []
        self.pages: Spool[DocumentPageRow] = Spool()
        self.issues: list[tuple[str, Issue]] = []
        self._read: dict[str, _File] = {}

    def read(self, records: Iterable[Referential], snapshot: ArchiveSnapshot | None) -> None:
        """Read each PDF that a record links to (see `pdfs`); files of the same bytes once.

        `snapshot`: of the documents' archive, read to its end; None where nothing was fetched.
        """
        wanted: dict[str, dict[str, None]] = {}
        for record in records:
            for document in pdfs(record):
                spellings = wanted.setdefault(normalise(document.url) or document.url, {})
                spellings[document.url] = None
        files: dict[str, _File] = {}
        aliases: dict[str, str] = {}
        addresses: dict[str, str] = {}
        for page in snapshot.pages() if snapshot else ():
            if page.key not in wanted:
                continue
            addresses[page.url] = page.key
            self.issues += [(page.url, problem) for problem in page.issues]
            if page.alias_of:
                aliases[page.key] = page.alias_of
            else:
                files[page.key] = self._file(page)
        for key, target in aliases.items():
            other = files.get(addresses.get(target, ""))
            files[key] = other or _File("failed", f"leads to {target}, which no page links to")
        for key, spellings in wanted.items():
            file = files.get(key) or _not_asked(key)
            self.files += [DocumentFileRow(url=url, **file._asdict()) for url in spellings]

    def _file(self, page: ArchivedPage) -> _File:
        """Read the file of an address; one that was not read this time keeps its last content."""
        if page.content is None or page.sha256 is None:
            reason = IssueCode.ARCHIVE_DAMAGED.value if page.damaged else None
            reason = reason or (page.kind.value if page.kind else None) or page.detail
            return _File(_OUTCOMES.get(page.outcome, "failed"), reason)
        file = self._read.get(page.sha256)
        if file is None:
            file = self._read[page.sha256] = self._content(page.content.body, page.sha256)
        if file.reason:
            unread = issue(IssueCode.DOCUMENT_UNREAD, "documents", page.url, file.reason)
            self.issues.append((page.url, unread))
        return file._replace(
            retrieved_at=page.retrieved_at,
            changed_at=page.changed_at,
            stale_since=page.carried_since,
        )

    def _text(self, body: bytes, sha256: str) -> PdfText:
        """Return the text of a file, as it was kept or read now."""
        key = sha256_of(f"{program()} {_MOST_PAGES} {sha256}".encode()).digest()
        kept = self._kept.get(key) if self._kept else None
        if kept is not None:
            with suppress(ValidationError):  # the cache is not to be trusted
                return _TEXT.validate_json(kept)
        text = _read_text(body)
        if self._kept:
            self._kept.put(key, key, packed(_TEXT.dump_json(text)))
        return text

    def _content(self, body: bytes, sha256: str) -> _File:
        """Store the text of a file, a row for each page with text; return the facts of the file."""
        pdf = self._text(body, sha256)
        if not pdf.pages:
            return _File("unreadable", pdf.left, sha256, len(body))
        rows = [
            DocumentPageRow(sha256=sha256, page=number, characters=len(text), text=text)
            for number, text in enumerate(pdf.texts, 1)
            if text
        ]
        self.pages.extend(rows)
        # pages that were not reached may have text
        outcome: DocumentOutcome = "text" if rows else "unreadable" if pdf.left else "scanned"
        return _File(outcome, pdf.left, sha256, len(body), pdf.pages, len(rows))


def _read_text(body: bytes) -> PdfText:
    """Read a file; one that cannot be read has no pages, and `left` says why."""
    try:
        pdf = read_pdf(body, _MOST_PAGES)
    except Refused as refused:
        return PdfText(0, (), refused.detail)
    if not pdf.pages:
        return PdfText(0, (), "no page in it")
    return tidy_pages(pdf)


def _not_asked(address: str) -> _File:
    if Site().allows(address):
        return _File("not-tried", "no run has asked for it")
    host = urlsplit(address).netloc
    return _File("not-tried", f"{host} is no host of the site; --allow-host {host} allows it")
