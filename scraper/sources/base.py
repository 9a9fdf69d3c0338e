"""What every source is: a name under which its licence is known, and documents to read."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from parsers.model.document import Document
from schema.errors import Refused
from schema.issues import Issue


class SourceDocument(NamedTuple):
    """One document of a source: a fiche, a row of a list.

    `name`: as the source itself names it (`FOR.8335`, a row's code). `document` is None when
    `refused` says why it cannot be read. `modified`: the day of its last change (ISO), where the
    source tells. `issues`: about the document as such; those of its values stand in its records.
    """

    name: str
    document: Document | None
    refused: Refused | None = None
    modified: str | None = None
    issues: tuple[Issue, ...] = ()


class Source(Protocol):
    """`name`: its row in `sources.csv`, which holds licence and attribution.

    `date`: ISO day or month of what it holds, as far as it is known once it was read. `shared`:
    what it says of a code holds for every diploma that bears it, as in a list of codes. `files`:
    the local files that it is made of, in their order.
    """

    @property
    def name(self) -> str: ...

    @property
    def date(self) -> str | None: ...

    @property
    def shared(self) -> bool: ...

    @property
    def files(self) -> tuple[Path, ...]: ...

    def documents(self) -> Iterator[SourceDocument]:
        """Its documents in its own order; each is read by `parsers.parse.read`.

        A faulty document comes with `refused` and the rest goes on; a file that as a whole
        cannot be trusted (cut off, of another form) raises `UnusableInput`.
        """
        ...
