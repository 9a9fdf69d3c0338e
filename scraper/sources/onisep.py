"""The fiches of formations as Onisep publishes them: one file, XML, JSON or a zip of either."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from parsers.formats.onisep_xml import MEDIA_TYPE
from parsers.model.document import Document
from schema.dates import parse_date
from schema.errors import Refused, UnusableInput
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.text import clean
from scraper.sources.onisep_stream import json_formations, xml_formations
from scraper.sources.source_interface import SourceDocument
from scraper.sources.zip_or_file import FaultyFile, opened

_READERS = {".xml": xml_formations, ".json": json_formations}
SUFFIXES = (*_READERS, ".zip")
_IDENTIFIER = re.compile(r"FOR\.[0-9]+")


class OnisepFile:
    """A file of *Idéo-Fiches formations*: `formations`, and in it `formation` after `formation`.

    `date`: the day of the latest change of a fiche, known once all were read: the file has none.
    """

    name = "onisep"
    shared = False

    def __init__(self, path: Path) -> None:
        self.path = path
        self.date: str | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the file. `UnusableInput` if it does not exist."""
        if not self.path.is_file():
            raise UnusableInput(f"--fiches {self.path}: no such file")
        return (self.path,)

    def documents(self) -> Iterator[SourceDocument]:
        """Yield one document a formation, in the order of the file, whose body is its own XML.

        A formation without an identifier is refused. Raises `UnusableInput`, with the last whole
        formation, when the file is cut off, is not Onisep's, or holds no formation at all.
        """
        last = None
        try:
            with opened(self.path) as (suffix, pieces):
                if suffix not in _READERS:
                    raise FaultyFile(f"{suffix or 'no suffix'}, where .xml or .json is expected")
                for number, element in enumerate(_READERS[suffix](pieces), 1):
                    pieces.document_ended()
                    document = _document(element, number)
                    last = document.name
                    self.date = max(filter(None, (self.date, document.modified)), default=None)
                    yield document
                if last is None:
                    raise FaultyFile("it holds no formation under formations")
        except FaultyFile as fault:
            place = f"the last whole one is {last}" if last else "no formation was read"
            raise UnusableInput(
                f"--fiches {self.path}: {fault}; {place}: fetch the file of Idéo-Fiches formations "
                "again"
            ) from None


def _document(element: ET.Element, number: int) -> SourceDocument:
    name, *others = _texts(element, "identifiant") or [f"{element.tag} {number}"]
    if refused := _refused(element, name):
        return SourceDocument(name, None, refused)
    issues: list[Issue] = []
    if others:
        both = " | ".join([name, *others])
        issues.append(issue(IssueCode.CONFLICTING_VALUES, "id", both))
    modified = None
    for text in _texts(element, "modification_date")[:1]:
        if (day := parse_date(text)) is None:
            issues.append(issue(IssueCode.UNKNOWN_DATE, None, text, "modification_date"))
        else:
            modified = day.isoformat()
    body = ET.tostring(element, encoding="utf-8")
    document = Document(body, content_type=MEDIA_TYPE, name=name)
    return SourceDocument(name, document, None, modified, tuple(issues))


def _refused(element: ET.Element, name: str) -> Refused | None:
    if element.tag != "formation":
        return Refused(Refusal.OTHER_PAGE, f"{element.tag} stands where formation is expected")
    if not _texts(element, "identifiant"):
        title = next(iter(_texts(element, "libelle_complet")), "no title either")
        return Refused(Refusal.INVALID_RECORD, f"no identifiant ({title})")
    if not _IDENTIFIER.fullmatch(name):
        return Refused(Refusal.INVALID_RECORD, f"identifiant {name} is not FOR. and a number")
    return None


def _texts(element: ET.Element, tag: str) -> list[str]:
    """Return the different texts of the children `tag` that are not empty."""
    texts = (clean(child.text or "") for child in element.findall(tag))
    return list(dict.fromkeys(filter(None, texts)))
