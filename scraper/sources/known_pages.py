"""The packaged list of diplomas whose page's address is known, as a source: a row a diploma.

Derived from Onisep's fiches: each row states address, code, title, acronym and type. Fiches that
are given too are newer and count first.
"""

from collections.abc import Iterator
from pathlib import Path

from parsers.formats.csv_row import row_document
from parsers.model.document import Document
from scraper.model.known_diplomas import KNOWN_COLUMNS, KNOWN_DAY, known_diplomas
from scraper.sources.registry import KNOWN
from scraper.sources.source_interface import SourceDocument


class KnownPages:
    """The 209 diplomas on 182 addresses that the program knows beforehand."""

    name = KNOWN
    shared = False
    date: str | None = KNOWN_DAY
    files: tuple[Path, ...] = ()

    def documents(self) -> Iterator[SourceDocument]:
        """Yield one document a row, named by code and title: two options bear one code."""
        for diploma in known_diplomas():
            name = f"{diploma.code} {diploma.title}"
            body, content_type = row_document(KNOWN_COLUMNS, diploma[:-1], diploma.line)
            yield SourceDocument(name, Document(body, None, content_type, name))
