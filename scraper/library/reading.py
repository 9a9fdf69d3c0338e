"""Read one document: a page in bytes, or a file."""

from os import PathLike
from pathlib import Path
from typing import NamedTuple

from parsers.model.document import Document
from parsers.model.file_types import LOCAL_TYPES
from parsers.parse import read
from schema.errors import Refused, UnusableInput
from schema.issues import Issue
from schema.lexicon import Lexicon
from schema.referential import Referential
from scraper.library.arguments import refuse_other


class Refusal(NamedTuple):
    """Why a document gave no record: `reason` as in `vocabularies.json`, `detail` in English."""

    reason: str
    detail: str


class Parsed(NamedTuple):
    """The records of a document, or its refusal; `issues`: of all its records."""

    records: tuple[Referential, ...]
    refusal: Refusal | None
    issues: tuple[Issue, ...]


def parse_html(body: bytes, url: str | None = None) -> Parsed:
    """Read a page: its bytes as received, and its address when known. Never raises for a page."""
    refuse_other("body", body, bytes)
    return _parsed(Document(body, url, "text/html"))


def parse_file(path: str | PathLike[str], url: str | None = None) -> Parsed:
    """Read a file (.html .htm .md .pdf); `url`: its address when known.

    Raises `UnusableInput` when the file cannot be read.
    """
    place = Path(path)
    try:
        body = place.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnusableInput(f"{place}: {reason}; check the path and its rights") from error
    return _parsed(Document(body, url, LOCAL_TYPES.get(place.suffix.lower()), place.stem))


def _parsed(document: Document) -> Parsed:
    try:
        records = tuple(
            read_record.record for read_record in read(document, Lexicon.packaged()).records
        )
    except Refused as refused:
        return Parsed((), Refusal(refused.reason.value, refused.detail), ())
    return Parsed(records, None, tuple(issue for record in records for issue in record.issues))
