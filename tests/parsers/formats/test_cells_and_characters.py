"""Cells of tables and characters of words, as editors and content managers write them.

All pages are mock-ups.
"""

import unicodedata
from collections.abc import Callable

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

TITLE = "<h1>CAP Vannerie</h1>"
FACTS = {
    "Code diplôme": "50022430",
    "Première session": "2006",
    "Secteur économique": "Ameublement",
}


def record(body: str, title: str = TITLE) -> Referential:
    page = f"<html><body>{title}{body}</body></html>".encode()
    document = Document(page, "https://x.invalid/b1.html", "text/html")
    return next(iter(read(document, Lexicon.packaged()).records)).record


@pytest.mark.parametrize(("head", "cell"), [("th", "td"), ("th scope=row", "td"), ("td", "td")])
@pytest.mark.parametrize("inner", ["{}", "<p>{}</p>", "<div><p>{}</p></div>", "<p><b>{}</b></p>"])
def test_cells_hold_paragraphs(head: str, cell: str, inner: str) -> None:
    rows = "".join(
        f"<tr><{head}>{inner.format(label)}</{head.split()[0]}><{cell}>{inner.format(value)}</{cell}>"
        for label, value in FACTS.items()
    )
    found = record(f"<table>{rows}</table>")
    assert (found.code, found.first_session, found.sector) == ("50022430", 2006, "Ameublement")


@pytest.mark.parametrize("line", ["<li>{} : {}</li>", "<p>{} : {}</p>", "<dt>{}</dt><dd>{}</dd>"])
@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.replace("eur", "\u00adeur").replace("sion", "\u200bsion"),
        lambda text: text.replace("eur", "&shy;eur").replace("od", "o&#8203;d"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "   "),
        lambda text: text.replace(" ", "\n\t "),
    ],
)  # fmt: skip
def test_words_are_divided_by_what_no_browser_shows(
    line: str, written: Callable[[str], str]
) -> None:
    facts = "".join(line.format(label, value) for label, value in FACTS.items())
    found = record(written(f"<dl>{facts}</dl>" if "<dt>" in line else facts))
    assert (found.code, found.first_session, found.sector) == ("50022430", 2006, "Ameublement")


LAYOUTS = [
    "{}",
    "<table><tr><td>{}</td></tr></table>",
    "<table><tr><td></td><td>{}</td></tr></table>",
    "<table><tr><td><a href=/>Accueil</a></td><td>{}</td></tr></table>",
]
FILES = [
    "<dl><dt>Annexe II</dt><dd><a href=v/a.pdf>Télécharger</a></dd>"
    "<dt>Grilles</dt><dd><a href=v/b.pdf>Télécharger</a></dd></dl>",
    "<div><p>Annexe II</p><a href=v/a.pdf>Télécharger</a></div>"
    "<div><p>Grilles</p><a href=v/b.pdf>Télécharger</a></div>",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("files", FILES)
def test_a_cell_that_holds_the_page_is_no_row_of_a_table(layout: str, files: str) -> None:
    found = record(layout.format(f"{TITLE}<p>Arrêté du 17 juin 2003</p>{files}"), title="")
    assert [document.title for document in found.documents] == ["Annexe II", "Grilles"]
