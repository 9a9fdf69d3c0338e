"""Hold the results of reading: the records of a document, and the statements of their values."""

from typing import NamedTuple

from parsers.model.document import ExpectedDiploma
from parsers.model.statement import Statement
from schema.referential import Referential


class ReadRecord(NamedTuple):
    """A record and the statements its values came from.

    `expected`: the diploma that other sources place at the document's address, where the document
    was divided by it.
    """

    record: Referential
    evidence: tuple[Statement, ...]
    expected: ExpectedDiploma | None = None


class Reading(NamedTuple):
    """Result of parsing: the records in the order of the page, and the page's layout.

    `update`: what the page says of its last change, as published.
    """

    records: tuple[ReadRecord, ...]
    layout: str
    update: str | None = None
