"""The input of the reader: bytes, where they came from, and what is known beside them."""

from collections.abc import Mapping
from typing import NamedTuple

from schema.referential import SourceKind


class Document(NamedTuple):
    """One document to be read.

    `body`: the bytes as received. `url`: its address when known. `content_type`: the header as
    sent, or the type by the file's extension; None when unknown. `name`: the file's stem, used as
    the page's name if the address is not of the site. `is_known`: its address is in a list
    of addresses of référentiels, which is evidence that it is one. `base`: where it was read, where
    a redirect led from `url` to another page: its links are relative to that.
    """

    body: bytes
    url: str | None = None
    content_type: str | None = None
    name: str | None = None
    is_known: bool = False
    base: str | None = None


class ExpectedDiploma(NamedTuple):
    """A diploma that another source places at the address of a document.

    `name`: unique among those of one address. `titles`: as sources write them, without the words of
    the type, the source's own first. `code`, `type`: None when unknown.
    """

    name: str
    code: str | None
    type: str | None
    titles: tuple[str, ...]


class Context(NamedTuple):
    """The context of a document, beside its pieces.

    `title`: as published, with the place it stood in. `code`: the code that an option's table
    row, heading or label gave. `page`, `url`, `source`, `kind`: see `Referential`;
    `trade_forms`: see `Flat`.
    """

    document: Document
    title: str
    title_place: str
    page: str | None
    url: str | None
    base: str | None
    source: str
    kind: SourceKind
    trade_forms: Mapping[str, tuple[str, str]]
    code: str | None = None
