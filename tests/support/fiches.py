"""Onisep's fiches for tests: the fixture, and the same fiches in the other forms of publication."""

import json
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from parsers.formats.onisep_xml import MEDIA_TYPE
from parsers.model.document import Document
from parsers.model.reading import ReadRecord
from parsers.parse import read
from schema.lexicon import Lexicon
from scraper.model.known_diplomas import KnownDiploma

FIXTURE = Path(__file__).parents[1] / "fixtures" / "fiches" / "onisep.xml"
# What the form of a document alone makes differ.
FORM_ONLY = {"source_kind", "content_sha256", "issues"}


def formation(inner: str) -> bytes:
    """A formation with a title, and `inner` as its further XML."""
    return f"<formation><libelle_complet>CAP vannerie</libelle_complet>{inner}</formation>".encode()


def texts(**elements: str) -> str:
    """Elements whose text holds HTML, escaped as Onisep does."""
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in elements.items())


def made_up_fiches(diplomas: Iterable[KnownDiploma]) -> str:
    """A fiche for each diploma: the facts of the list `known`, with texts and a trade of ours."""
    inner = "".join(
        "<formation>"
        + texts(
            identifiant=f"FOR.{90000 + number}",
            code_scolarite=diploma.code,
            libelle_complet=diploma.title,
            url=diploma.url,
            descriptif_format_court="<p>Texte écrit pour les essais.</p>",
        )
        + "<metiers_formation><metier><nom_metier>libraire</nom_metier></metier>"
        "</metiers_formation></formation>"
        for number, diploma in enumerate(diplomas)
    )
    return f"<formations>{inner}</formations>"


def read_formation(body: bytes, name: str = "FOR.1") -> ReadRecord:
    """The record of one formation, with its evidence."""
    document = Document(body, content_type=MEDIA_TYPE, name=name)
    (only,) = read(document, Lexicon.packaged()).records
    return only


def values(diploma: ReadRecord) -> dict[str, Any]:
    """A record's values, without what depends on the form that it was published in."""
    values: dict[str, Any] = diploma.record.model_dump(mode="json", exclude=FORM_ONLY)
    return values


def issues(diploma: ReadRecord) -> list[tuple[str, str | None, str | None]]:
    """A record's issues as code, field and value, but those of fields that no text states."""
    return [
        (issue.issue.value, issue.field, issue.value)
        for issue in diploma.record.issues
        if issue.issue.value != "missing-field"
    ]


def as_json(element: ET.Element) -> Any:
    """An element as the JSON has it: one child an object, several of a name a list."""
    if len(element) == 0:
        return element.text or ""
    result: dict[str, Any] = {}
    for child in element:
        content = as_json(child)
        if child.tag in result:
            before = result[child.tag]
            result[child.tag] = [*(before if isinstance(before, list) else [before]), content]
        else:
            result[child.tag] = content
    return result


def json_file(xml: bytes) -> bytes:
    """A whole XML file of formations as JSON."""
    return json.dumps({"formations": as_json(ET.fromstring(xml))}, ensure_ascii=False).encode()


def zip_file(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """A zip of `files` at `path`."""
    with zipfile.ZipFile(path, "w", method) as packed:
        for name, body in files.items():
            packed.writestr(name, body)
    return path
