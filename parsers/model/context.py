"""The context of a document: title, address, source."""

from collections.abc import Mapping
from typing import NamedTuple

from parsers.model.document import Document
from schema.referential import SourceKind


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
