"""The input of the reader: bytes, and where they came from."""

from typing import NamedTuple


class Document(NamedTuple):
    """One document to be read.

    `body`: the bytes as received. `url`: its address when known. `content_type`: the header as
    sent, or the type by the file's extension; None when unknown. `name`: the file's stem, used as
    the page's name if the address is not of the site. `is_known`: its address is in a list
    of addresses of référentiels, which is evidence that it is one.
    """

    body: bytes
    url: str | None = None
    content_type: str | None = None
    name: str | None = None
    is_known: bool = False
