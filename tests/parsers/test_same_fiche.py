"""The same fiche as XML, as JSON and as Markdown: equal values, whichever form it came in."""

import re
import xml.etree.ElementTree as ET
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.model.document import Document
from parsers.parse import read
from schema.diploma_type import split_acronym
from schema.lexicon import Lexicon
from scraper.sources.onisep import OnisepFile
from tests.support.corpus import CORPUS
from tests.support.fiches import json_file, read_formation, values

# The elements of the XML and the labels and sections of the documents made from it.
VALUES = {
    "Code scolarité": "code_scolarite",
    "Sigle": "sigle",
    "Durée": "duree_formation",
    "Niveau de certification": "niveau_certification",
    "Lien": "url",
}
SECTIONS = {
    "Description": "descriptif_format_court",
    "Accès": "descriptif_acces",
    "Attendus": "attendus",
    "Poursuite d'études": "descriptif_poursuite_etudes",
}
HTML = {"heading": "<h5>{}</h5>", "item": "<li>{}</li>", "paragraph": "<p>{}</p>"}
MARKDOWN = {"heading": "### {}", "item": "- {}", "paragraph": "{}"}

Line = tuple[str, str]  # heading, item or paragraph, and its text
Fiche = dict[str, Any]  # by the labels above; Titre, Type, Métiers associés


def formation(name: str, fiche: Fiche) -> ET.Element:
    """The fiche as Onisep's element."""
    element = ET.Element("formation")
    ET.SubElement(element, "identifiant").text = name
    ET.SubElement(element, "libelle_complet").text = fiche["Titre"]
    for label, tag in VALUES.items():
        ET.SubElement(element, tag).text = fiche.get(label, "")
    label, acronym = split_acronym(fiche["Type"])
    kind = ET.SubElement(element, "type_Formation")
    ET.SubElement(kind, "type_formation_sigle").text = acronym or ""
    ET.SubElement(kind, "type_formation_libelle").text = label
    for label, tag in SECTIONS.items():
        ET.SubElement(element, tag).text = html(fiche.get(label, []))
    trades = ET.SubElement(element, "metiers_formation")
    for trade in fiche["Métiers associés"]:
        ET.SubElement(ET.SubElement(trades, "metier"), "nom_metier").text = trade
    return element


def html(lines: list[Line]) -> str:
    markup = "\n".join(HTML[kind].format(escape(text)) for kind, text in lines)
    markup = re.sub(r"(?:<li>.*?</li>\s*)+", r"<ul>\g<0></ul>", markup, flags=re.DOTALL)
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", markup, flags=re.DOTALL)


def markdown(fiche: Fiche) -> str:
    """The fiche in the form of the corpus."""
    lines = [f"# {fiche['Titre']}", "", "## Informations générales", ""]
    labelled = {**{label: fiche.get(label) for label in VALUES}, "Type": fiche["Type"]}
    link = labelled.pop("Lien")
    lines += [f"**{label}:** {text}" for label, text in labelled.items() if text]
    lines += ["", f"**Lien:** [{link}]({link})"] if link else []
    for section in SECTIONS:
        if content := fiche.get(section):
            lines += ["", f"## {section}", ""]
            for kind, text in content:
                lines += [MARKDOWN[kind].format(text), ""]
    lines += ["", "## Métiers associés", "", *(f"- {item}" for item in fiche["Métiers associés"])]
    return "\n".join(lines) + "\n"


def from_markdown(text: str, name: str) -> dict[str, Any]:
    document = Document(text.encode(), None, "text/markdown", name)
    (only,) = read(document, Lexicon.packaged()).records
    return values(only)


def sentences() -> st.SearchStrategy[str]:
    words = st.text(alphabet="abéœzÉ’'«»&<>;,()…\u00a0", min_size=1, max_size=9)
    inner = st.lists(words, min_size=1, max_size=8).map(" ".join)
    return inner.map(lambda text: f"Il tresse {text}.")


LINES = st.lists(st.tuples(st.sampled_from(["item", "paragraph", "heading"]), sentences()),
                 min_size=1, max_size=5)  # fmt: skip
FICHES = st.fixed_dictionaries(
    {
        "Titre": st.sampled_from(["CAP vannerie", "BTS bijouterie option A or", "bac pro osier"]),
        "Type": st.sampled_from(["CAP (CAP)", "certificat de spécialisation (ex MC) (CS (ex MC))",
                                 "baccalauréat professionnel"]),
        "Métiers associés": st.lists(
            st.sampled_from(["vannier/ère", "joaillier / joaillière d'art", "technicien(ne)"]),
            min_size=1, unique=True,
        ),
    },
    optional={
        "Code scolarité": st.sampled_from(["50024214", "01022706", "56T23205", "99Z"]),
        "Sigle": st.sampled_from(["VAN", "C2E"]),
        "Durée": st.sampled_from(["1 an", "22 semaines", "longtemps"]),
        "Niveau de certification": st.sampled_from(["niveau 3", "non inscrit au RNCP", "5"]),
        "Lien": st.sampled_from(["https://eduscol.education.fr/referentiels-professionnels/b1.html",
                                 "https://www.francecompetences.fr/recherche/rncp/38550/"]),
        **dict.fromkeys(SECTIONS, LINES),
    },
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(FICHES)
def test_xml_json_and_markdown_give_equal_values(
    tmp_path_factory: pytest.TempPathFactory, fiche: Fiche
) -> None:
    xml = formation("FOR.77", fiche)
    expected = values(read_formation(ET.tostring(xml, "utf-8"), "FOR.77"))
    assert from_markdown(markdown(fiche), "FOR.77_cap") == expected
    path = tmp_path_factory.mktemp("fiche") / "fiches.json"
    path.write_bytes(json_file(b"<formations>" + ET.tostring(xml) + b"</formations>"))
    (result,) = OnisepFile(path).documents()
    assert result.document is not None
    assert values(read_formation(result.document.body, result.name)) == expected


def parsed(text: str) -> Fiche:
    """A document of the corpus by its labels and sections, read line by line."""
    lines = text.splitlines()
    fiche: Fiche = {"Titre": lines[0].removeprefix("# ")}
    for label, value in re.findall(r"^\*\*([^:*]+):\*\* (.+)$", text, re.MULTILINE):
        fiche[label] = value
    if link := re.match(r"\[(.+?)\]", fiche.get("Lien", "")):
        fiche["Lien"] = link[1]
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[2:]:
        name, _, body = part.partition("\n")
        fiche[name.strip()] = (
            [text for _, text in items(body)] if "Métiers" in name else items(body)
        )
    return fiche


def items(body: str) -> list[Line]:
    result: list[Line] = []
    open_item = False
    for line in map(str.strip, body.splitlines()):
        if line.startswith("### "):
            result.append(("heading", line[4:]))
        elif line == "-" or re.match(r"- |-\S", line):
            result.append(("item", line[1:].strip()))
            open_item = line == "-"
        elif line and open_item:
            result[-1] = ("item", line)
            open_item = False
        elif line:
            result.append(("paragraph", line))
    return [(kind, text) for kind, text in result if text]


if CORPUS is not None:

    @pytest.mark.parametrize(
        "path", sorted((CORPUS / "fiches").glob("*.md")), ids=lambda path: path.name.split("_")[0]
    )
    def test_every_document_of_the_corpus_as_xml(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        name = path.name.split("_")[0]
        reading = read_formation(ET.tostring(formation(name, parsed(text)), "utf-8"), name)
        assert values(reading) == from_markdown(text, path.stem)
