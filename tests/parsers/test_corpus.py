"""286 real documents, compared with an independent line-by-line reading of the files."""

import re
import unicodedata
from pathlib import Path

import pytest

from parsers.model.document import Document
from parsers.model.identifiers import is_site_address
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.support.corpus import CORPUS

# Bullets typed without a space after the dash: we write every item with one.
TYPED_DASH = {"FOR.11210"}
SECTIONS = {
    "Description": "description",
    "Accès": "access",
    "Attendus": "expectations",
    "Poursuite d'études": "further_study",
}


def plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def by_lines(text: str) -> dict[str, list[str]]:
    """The words of each section in order, sub-headings that repeat its name left out."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("## "):
            name = plain(line[3:])
            current = sections.setdefault(name, [])
        elif line.strip().startswith("### "):
            if plain(line.strip()[4:]) != name:
                current.append(plain(line.strip()[4:]))
        elif line.strip():
            current.append(plain(line))
    return sections


def label(text: str, name: str) -> str | None:
    match = re.search(rf"^\*\*{name}:\*\* (.+)$", text, re.MULTILINE)
    return plain(match[1]) if match else None


def record(path: Path) -> Referential:
    document = Document(path.read_bytes(), None, "text/markdown", path.stem)
    (only,) = read(document, Lexicon.packaged()).records
    return only.record


# "déclarant en douane et conseil (DDC)", without a label of its own
_IN_TITLE = {"FOR.10983": "DDC"}


def equals_its_file(diploma: Referential, path: Path) -> None:
    """Every label, section and trade, as the lines of the file have them."""
    text = path.read_text(encoding="utf-8")
    sections = by_lines(text)
    assert diploma.title == plain(text.splitlines()[0][2:])
    assert diploma.code == label(text, "Code scolarité")
    assert diploma.acronym == (label(text, "Sigle") or _IN_TITLE.get(path.stem.partition("_")[0]))
    assert diploma.duration_label == label(text, "Durée")
    assert diploma.level_label == label(text, "Niveau de certification")
    assert diploma.diploma_type_label == label(text, "Type")
    assert diploma.diploma_type is not None
    link = re.search(r"^\*\*Lien:\*\* \[([^\]]+)\]", text, re.MULTILINE)
    address = link[1] if link and is_site_address(link[1]) else None
    # a published record bears the canonical form
    assert diploma.url in {address, address and address.replace("http://", "https://")}
    for name, field in SECTIONS.items():
        expected = " ".join(sections.get(name, []))
        got = " ".join((getattr(diploma, field) or "").split())
        if path.name.split("_")[0] in TYPED_DASH:
            expected, got = (item.replace("- ", "-") for item in (expected, got))
        # a lone dash of an empty bullet is no text
        assert got.replace("- ", "") == re.sub(r"(^| )- (?=- |$)|- ", r"\1", expected), name
    trades = [line.removeprefix("- ") for line in sections["Métiers associés"]]
    assert [trade.label for trade in diploma.trades] == trades


if CORPUS is not None:
    FILES = sorted((CORPUS / "fiches").glob("*.md"))

    def test_all_are_there() -> None:
        assert len(FILES) == 286

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.split("_")[0])
    def test_every_label_and_section(path: Path) -> None:
        equals_its_file(record(path), path)

    def test_no_issue_is_an_error() -> None:
        levels = {issue.severity for path in FILES for issue in record(path).issues}
        assert "error" not in levels
