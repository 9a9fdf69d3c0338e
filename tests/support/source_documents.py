"""Records as one source gives them, and documents of sources, for the tests of joining."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from parsers.formats.csv_row import COLUMNS, row_document
from parsers.formats.onisep_xml import MEDIA_TYPE
from parsers.linkage.source_record import SourceRecord
from parsers.model.document import Document
from parsers.model.reading import ReadRecord
from parsers.model.statement import Statement
from schema.issues import Issue
from schema.lexicon import Lexicon
from schema.referential import Referential, content_hash
from scraper.pipeline.load_sources import LoadedSources
from scraper.pipeline.reader import Reader
from scraper.sources.source_interface import SourceDocument
from tests.support.samples import record

OWN = {"id", "page", "url", "sources", "source_kind", "content_sha256", "issues"}
# A record that says nothing but its title.
BLANK: dict[str, Any] = {
    name: () if "tuple" in str(field.annotation) else None
    for name, field in Referential.model_fields.items()
    if name not in OWN | {"title", "name"}
} | {"status": "unknown"}


def source_record(
    source: str, derived: Sequence[str] = (), issues: Sequence[Issue] = (), **values: Any
) -> SourceRecord:
    """What a source's document of its own name says; a field in `derived` follows from others."""
    diploma = record(**{**BLANK, **values, "sources": (source,), "issues": tuple(issues)})
    diploma = diploma.model_copy(update={"content_sha256": content_hash(diploma)})
    evidence = tuple(
        Statement(field, value, str(value), "1", derived=field in derived)
        for field, value in values.items()
    )
    return SourceRecord(source, f"document of {source}", "0" * 64, ReadRecord(diploma, evidence))


SITE = "https://eduscol.education.fr/referentiels-professionnels"


def page(code: str | None, title: str, url: str, number: str = "", **values: Any) -> ReadRecord:
    """The record of a CAP's page; `number` tells those of one page and code apart."""
    name = url.rpartition("/")[2].removesuffix(".html")
    own = {
        "id": "-".join(filter(None, [name.lower(), (code or "").lower(), number])),
        "page": name,
        "url": url,
        "code": code,
        "title": f"CAP {title}",
        "name": title,
        "diploma_type": "CAP",
    }
    return source_record("eduscol", **{**own, **values}).read


def fiche(name: str, modified: str | None = None, **elements: str) -> SourceDocument:
    """A fiche of Onisep's with these elements, such as `libelle_complet`."""
    inner = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in elements.items())
    body = f"<formation><identifiant>{name}</identifiant>{inner}</formation>"
    document = Document(body.encode(), content_type=MEDIA_TYPE, name=name)
    return SourceDocument(name, document, modified=modified)


def row(code: str, title: str, **cells: str) -> SourceDocument:
    """A row of the official list; `cells` by the columns' first words."""
    values = {"Code": code, "Diplôme": "CAP", "Intitulé": title, **cells}
    # the code of the RNCP has a column of its own
    firsts = [column.split()[0] if column != "Code RNCP" else column for column in COLUMNS]
    body, content_type = row_document(COLUMNS, [values.get(first, "") for first in firsts], 1)
    return SourceDocument(code, Document(body, None, content_type, code))


class Given:
    """A source of these documents."""

    date = None
    files: tuple[Path, ...] = ()

    def __init__(self, name: str, *documents: SourceDocument) -> None:
        self.name, self.shared, self._documents = name, name == "list", documents

    def documents(self) -> Iterator[SourceDocument]:
        return iter(self._documents)


def gathered(pages: Sequence[ReadRecord], *sources: Given) -> LoadedSources:
    """Pages and sources, read."""
    loaded = LoadedSources(Reader(Lexicon.packaged()))
    loaded.add_page(pages, None)
    for source in sources:
        loaded.add(source)
    return loaded
