"""The interface of a source beside the pages, its documents, and the files it is read from."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict

from parsers.model.document import Document
from schema.errors import Refused
from schema.issues import Issue


class SourceDocument(NamedTuple):
    """One document of a source: a fiche, a row of a list.

    `name`: as the source itself names it (`FOR.8335`, the code of a row). `document` is None when
    `refused` says why it cannot be read. `modified`: the day of its last change (ISO), where the
    source states one. `issues`: about the document as a whole; those of its values stand in its
    records.
    """

    name: str
    document: Document | None
    refused: Refused | None = None
    modified: str | None = None
    issues: tuple[Issue, ...] = ()


class Source(Protocol):
    """Documents of one origin, read in order.

    `name`: its row in `sources.csv`, which holds licence and attribution. `date`: ISO day or month
    of its content, known at the latest when it was read. `shared`: True when a document holds for
    every diploma that bears its code, as a row in a list of codes does. `files`: the local files
    that it is read from, in their order.
    """

    @property
    def name(self) -> str:
        """Return its row in `sources.csv`."""
        ...

    @property
    def date(self) -> str | None:
        """Return the ISO day or month of its content; None until known."""
        ...

    @property
    def shared(self) -> bool:
        """Return whether a document holds for every diploma of its code."""
        ...

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the local files that it is read from, in order."""
        ...

    def documents(self) -> Iterator[SourceDocument]:
        """Yield the documents in the source's own order; each is read by `parsers.parse`.

        A faulty document comes with `refused` and the others follow; a file that cannot be trusted
        as a whole (cut off, of another form) raises `UnusableInput`.
        """
        ...


class FetchedFile(BaseModel):
    """A source's file that was fetched from an address.

    `issues`: of the last run that asked for it; with `fetch-failed` the file is an earlier one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: str
    sha256: str
    issues: tuple[Issue, ...] = ()


def to_lines(files: Iterable[FetchedFile]) -> bytes:
    """Write one JSON object a line (UTF-8); equal input gives equal bytes."""
    return "".join(f"{file.model_dump_json()}\n" for file in files).encode()


def from_lines(lines: bytes) -> tuple[FetchedFile, ...]:
    """Read the lines that `to_lines` wrote."""
    return tuple(map(FetchedFile.model_validate_json, lines.splitlines()))
